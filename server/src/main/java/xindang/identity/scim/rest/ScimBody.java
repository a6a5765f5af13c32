package xindang.identity.scim.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xindang.identity.DirectoryAccounts.Wish;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/**
 * Reads what directories send (目录请求解析). Names of attributes are in any case; those that are not kept here, such as mail and
 * telephone, are left aside, as directories send whatever they have. Some write true and false as texts.
 *
 * @param attributes what stands at the top
 */
record ScimBody(Map<String, Object> attributes) {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:user:";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ID = 255;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    static ScimBody of(Map<?, ?> sent) {
        var attributes = new TreeMap<String, Object>();
        sent.forEach((name, value) -> {
            if (value != null) {
                attributes.put(name(String.valueOf(name)), value);
            }
        });
        return new ScimBody(attributes);
    }

    /** A name in lower case, without the schema that it may begin with. */
    private static String name(String given) {
        String lower = given.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith(USER) ? lower.substring(USER.length()) : lower;
    }

    /** A user as a whole. */
    Wish user() {
        return new Wish(login(), personName().orElse(null), externalId(), active());
    }

    /** A new user, who needs a login. */
    Wish newUser() {
        Wish user = user();
        if (user.login() == null) {
            throw invalid("userName", "required");
        }
        return user;
    }

    /** The changes of a patch, one after the other. Source: RFC 7644, section 3.5.2. */
    Wish patch() {
        if (!(attributes.get("operations") instanceof List<?> operations) || operations.isEmpty()) {
            throw invalid("Operations", "required");
        }
        var sum = new TreeMap<String, Object>();
        for (Object one : operations) {
            if (!(one instanceof Map<?, ?> operation)) {
                throw invalid("Operations", "wrong-form");
            }
            apply(of(operation), sum);
        }
        return new ScimBody(sum).user();
    }

    private static void apply(ScimBody operation, Map<String, Object> sum) {
        String path = name(String.valueOf(operation.attributes.getOrDefault("path", "")));
        Object value = operation.attributes.get("value");
        String act = name(String.valueOf(operation.attributes.get("op")));
        switch (act) {
            case "add", "replace" -> {
                if (!path.isEmpty() && value != null) {
                    sum.put(path, value);
                } else if (value instanceof Map<?, ?> several) {
                    sum.putAll(of(several).attributes);
                } else {
                    throw invalid("value", "required");
                }
            }
            case "remove" -> {
                if (path.isEmpty() || path.equals("active") || path.equals("username")) {
                    throw invalid("path", "required");
                }
                if (path.equals("externalid")) {
                    sum.put(path, "");
                }
            }
            default -> throw invalid("op", "unknown");
        }
    }

    private @Nullable String login() {
        String login = text("username", LONGEST_ID).orElse(null);
        if (login == null) {
            return null;
        }
        String lower = login.strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(lower).matches()) {
            throw invalid("userName", "pattern");
        }
        return lower;
    }

    private @Nullable String externalId() {
        return text("externalid", LONGEST_ID).orElse(null);
    }

    private @Nullable Boolean active() {
        Object active = attributes.get("active");
        return switch (active) {
            case null -> null;
            case Boolean yes -> yes;
            case String text when text.equalsIgnoreCase("true") -> true;
            case String text when text.equalsIgnoreCase("false") -> false;
            default -> throw invalid("active", "wrong-form");
        };
    }

    /** The name as it is shown, else as a whole, else put together: Chinese ones without a space, the family first. */
    private Optional<String> personName() {
        ScimBody parts = attributes.get("name") instanceof Map<?, ?> name ? of(name) : new ScimBody(Map.of());
        return Stream.of(
                        text("displayname", LONGEST_NAME),
                        text("name.formatted", LONGEST_NAME),
                        parts.text("formatted", LONGEST_NAME),
                        parts.together())
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private Optional<String> together() {
        String family = text("familyname", LONGEST_NAME).orElse("").strip();
        String given = text("givenname", LONGEST_NAME).orElse("").strip();
        String name = HAN.matcher(family + given).matches()
                ? family + given
                : Stream.of(given, family).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        if (name.length() > LONGEST_NAME) {
            throw invalid("name", "size");
        }
        return Optional.of(name);
    }

    private Optional<String> text(String attribute, int longest) {
        Object value = attributes.get(attribute);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.length() > longest || text.indexOf(0) >= 0) {
            throw invalid(attribute, "wrong-form");
        }
        return Optional.of(text);
    }

    private static Refusal invalid(String attribute, String why) {
        return Refusal.of(Code.INVALID_FIELDS, Reason.field(attribute, why));
    }
}
