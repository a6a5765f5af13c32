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

/** Roles and their rights (角色与权限), as written in {@code roles.properties}. */
public final class Roles {

    private static final Map<String, Set<String>> RIGHTS = load();

    /** All roles. */
    public static final Set<String> NAMES = RIGHTS.keySet();

    private Roles() {}

    /** The rights of a role; none for a name that is no role. */
    public static Set<String> rights(String role) {
        return RIGHTS.getOrDefault(role, Set.of());
    }

    /** Every right that some role has. */
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
