package xindang.identity;

import java.util.UUID;

/**
 * A person who signs in (用户).
 *
 * @param id user
 * @param login name for signing in, lower case
 * @param name name of the person
 * @param node node the person belongs to; what he reaches is said by his roles
 * @param language {@code zh} or {@code en}
 * @param active whether sign-in is possible
 * @param closed whether the account was closed for good (销户)
 * @param version rises with each change
 */
public record User(
        UUID id, String login, String name, UUID node, String language, boolean active, boolean closed, int version) {}
