package xindang.audittrail;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A recorded act (留痕条目), as it is shown.
 *
 * @param id entry
 * @param at when it was recorded
 * @param actor who did it
 * @param action capability and verb
 * @param object name of the object as it was then
 * @param changes what became of which field
 * @param basis what it rests on
 */
public record TrailEntry(
        UUID id,
        OffsetDateTime at,
        Actor actor,
        String action,
        String object,
        List<Change> changes,
        Map<String, String> basis) {

    /**
     * Who did it.
     *
     * @param id user
     * @param name name as it was then
     */
    public record Actor(UUID id, String name) {}
}
