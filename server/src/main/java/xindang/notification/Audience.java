package xindang.notification;

import java.util.List;
import java.util.UUID;

/** Who is told (通知对象). */
public sealed interface Audience {

    /**
     * Some people.
     *
     * @param users users; locked ones are left out when the notice is spread
     */
    record People(List<UUID> users) implements Audience {

        /** Copies the list. */
        public People {
            users = List.copyOf(users);
        }
    }

    /**
     * Whoever may use a right at a node, found out when the notice is spread.
     *
     * @param right such as {@code secrecy.decide}; auditors and deputies do not count
     * @param node node, as far up as the right was given
     */
    record HoldersOf(String right, UUID node) implements Audience {}

    /**
     * Whoever has a role at a node, found out when the notice is spread.
     *
     * @param role code of a preset
     * @param node node, as far up as the role was given
     */
    record InRole(String role, UUID node) implements Audience {}

    /** One person. */
    static Audience person(UUID user) {
        return new People(List.of(user));
    }
}
