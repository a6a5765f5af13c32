package xindang.identity.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.identity.Assignment;
import xindang.identity.Role;

/**
 * A role that a user holds (任职), as it is shown.
 *
 * @param id assignment
 * @param role role
 * @param node node it was given at
 * @param from first day
 * @param until last day; null until further notice
 */
record HeldRole(
        UUID id,
        RoleName role,
        UUID node,
        LocalDate from,
        @Nullable LocalDate until) {

    /**
     * A role by its names.
     *
     * @param id role
     * @param code name of a preset; null for a role that a company made
     * @param zh Chinese name
     * @param en English name
     */
    record RoleName(UUID id, @Nullable String code, String zh, String en) {

        static RoleName of(Role role) {
            return new RoleName(role.id(), role.code(), role.zh(), role.en());
        }
    }

    static HeldRole of(Assignment held) {
        return new HeldRole(held.id(), RoleName.of(held.role()), held.node(), held.from(), held.until());
    }
}
