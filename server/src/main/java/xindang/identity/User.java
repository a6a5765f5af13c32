package xindang.identity;

import java.util.UUID;

/**
 * A person who signs in (用户).
 *
 * @param id user
 * @param login name for signing in, lower case
 * @param name name of the person
 * @param role one of {@link Roles#NAMES}
 * @param node node the person belongs to
 * @param language {@code zh} or {@code en}
 * @param active whether sign-in is possible
 * @param version rises with each change
 */
public record User(
        UUID id, String login, String name, String role, UUID node, String language, boolean active, int version) {}
