package xindang.identity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody stands in for somebody (代理): what the one holds the other holds too, but for rights over people and roles.
 *
 * @param id deputyship
 * @param user who is stood in for
 * @param deputy who stands in
 * @param from first day
 * @param to first day it no longer counts
 * @param reason why
 */
public record Deputy(UUID id, Named user, Named deputy, LocalDate from, LocalDate to, String reason) {

    /**
     * A person by name.
     *
     * @param id user
     * @param login name for signing in
     * @param name name of the person
     * @param node node the person belongs to
     */
    public record Named(UUID id, String login, String name, UUID node) {}

    /** Its last day. */
    public LocalDate until() {
        return to.minusDays(1);
    }
}
