package xindang.secrecy;

import java.util.UUID;

/**
 * A person and what he is cleared for (涉密人员).
 *
 * @param id user
 * @param login name for signing in
 * @param name name of the person
 * @param node node the person belongs to
 * @param level internal, confidential or secret
 * @param version version a change starts from; 0 where none was given yet
 */
public record ClearanceLine(UUID id, String login, String name, UUID node, String level, int version) {}
