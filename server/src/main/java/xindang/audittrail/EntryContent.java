package xindang.audittrail;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an entry says (留痕内容): kept encrypted, and committed to by the leaf of the log. Its JSON text is written once and kept
 * byte by byte.
 *
 * @param action capability and verb
 * @param actor who did it
 * @param at when, by the clock of the business
 * @param basis what it rests on
 * @param businessDate date of the business
 * @param changes what became of which field
 * @param command joins the entries of one command
 * @param node node the object belongs to
 * @param object what it was done to
 */
public record EntryContent(
        String action,
        TrailEntry.Actor actor,
        OffsetDateTime at,
        Map<String, String> basis,
        LocalDate businessDate,
        List<Change> changes,
        UUID command,
        UUID node,
        Subject object) {

    /** Copies the collections. */
    public EntryContent {
        basis = Map.copyOf(basis);
        changes = List.copyOf(changes);
    }

    /**
     * An object of the system.
     *
     * @param kind such as {@code customer}
     * @param name as people called it then
     */
    public record Subject(UUID id, String kind, String name) {}
}
