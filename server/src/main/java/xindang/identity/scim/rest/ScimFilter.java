package xindang.identity.scim.rest;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xindang.identity.IdentityProblem;
import xindang.identity.store.DirectoryAccountStore.Which;
import xindang.platform.problem.Refusal;

/** The questions that directories ask before they make or change an account (目录查询条件). Source: RFC 7644, section 3.4.2.2. */
final class ScimFilter {

    private static final Pattern EQUALS = Pattern.compile(
            "\\s*(?:urn:ietf:params:scim:schemas:core:2\\.0:User:)?(userName|externalId|id)\\s+eq\\s+\"((?:[^\"\\\\]|\\\\[\"\\\\/])*+)\"\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final UUID NOBODY = new UUID(0, 0);

    private ScimFilter() {}

    /**
     * Whom a filter asks for.
     *
     * @throws Refusal 400 if it is another one than equality of a login, an external id or an id
     */
    static Which read(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return Which.ALL;
        }
        Matcher equality = EQUALS.matcher(filter);
        if (!equality.matches() || filter.indexOf(0) >= 0) {
            throw Refusal.of(IdentityProblem.FILTER_NOT_KNOWN);
        }
        String value = equality.group(2).replaceAll("\\\\(.)", "$1");
        return switch (equality.group(1).toLowerCase(Locale.ROOT)) {
            case "username" -> new Which(value.strip().toLowerCase(Locale.ROOT), null, null);
            case "externalid" -> new Which(null, value, null);
            default -> new Which(null, null, id(value));
        };
    }

    /** What is no id is nobody's. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return NOBODY;
        }
    }
}
