package xindang.identity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The presets and their rights (预置角色), as written in {@code roles.properties}: they come with the program, so that a new
 * version's rights count at once. Roles that companies make stand in the database.
 */
public final class Roles {

    /** Who has this gives any right, also those he lacks. */
    static final String GRANT_ANY = "identity.grant-any";

    private static final Map<String, Set<String>> RIGHTS = load();

    /** All presets. */
    public static final Set<String> NAMES = RIGHTS.keySet();

    private Roles() {}

    /** The rights of a preset; none for a name that is none. */
    public static Set<String> rights(String role) {
        return RIGHTS.getOrDefault(role, Set.of());
    }

    /** Whether a right rules over people or over secrets; whoever has such a one is an administrator of some kind. */
    public static boolean rules(String right) {
        return right.equals("secrecy.manage") || (right.startsWith("identity.") && !right.equals("identity.read"));
    }

    /** Whether a role is that of an administrator of audit (审计管理员): it keeps the trail and does no business. */
    static boolean auditsAll(Set<String> rights) {
        return rights.contains("audittrail.read")
                && rights.contains("secrecy.read")
                && !rights.contains("customerfile.read");
    }

    /** Every right there is: some preset has it. */
    public static Set<String> allRights() {
        return RIGHTS.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Set<String>> load() {
        var properties = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Roles.class.getResourceAsStream("roles.properties")), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var rights = new TreeMap<String, Set<String>>();
        properties.forEach((role, words) ->
                rights.put((String) role, Set.of(((String) words).strip().split("\\s+"))));
        return Map.copyOf(rights);
    }
}
