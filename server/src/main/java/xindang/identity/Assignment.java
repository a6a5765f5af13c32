package xindang.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role that a user holds at a node (任职).
 *
 * @param id assignment
 * @param user user
 * @param role role
 * @param node node, with all below it
 * @param from first day
 * @param to first day it no longer counts; null until further notice
 */
public record Assignment(
        UUID id,
        UUID user,
        Role role,
        UUID node,
        LocalDate from,
        @Nullable LocalDate to) {

    /** Its last day. */
    public @Nullable LocalDate until() {
        return to == null ? null : to.minusDays(1);
    }

    /** Whether it is over on a day. */
    public boolean isOver(LocalDate on) {
        return to != null && !to.isAfter(on);
    }
}
