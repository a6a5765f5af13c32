package xindang.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role (角色): what those who hold it may do at the node they hold it at.
 *
 * @param id role
 * @param code name of a preset (预置角色), which nobody changes; null for a role that a company made
 * @param zh Chinese name
 * @param en English name
 * @param node node that made it, where and below which it may be given; null for presets, which hold everywhere
 * @param rights rights, of which the program knows each
 * @param auditing whether those who hold it look and change nothing (审计角色); it needs an end, and what they open is recorded
 * @param version rises with each change
 */
public record Role(
        UUID id,
        @Nullable String code,
        String zh,
        String en,
        @Nullable UUID node,
        Set<String> rights,
        boolean auditing,
        int version) {

    /** Copies the rights. */
    public Role {
        rights = Set.copyOf(rights);
    }

    /** Whether it comes with the program. */
    public boolean preset() {
        return code != null;
    }

    /** How the trail and programs call it. */
    public String called() {
        return code == null ? zh : code;
    }
}
