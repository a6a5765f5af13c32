package xindang.audittrail;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded act (留痕条目), as it is shown.
 *
 * @param id entry
 * @param at when it was recorded
 * @param actor who did it
 * @param action capability and verb
 * @param object what it was done to; its name as it was then, empty once the content is destroyed
 * @param changes what became of which field
 * @param basis what it rests on
 * @param mark whether it is as it was signed
 * @param place place in the signed log; null for the second or so until it has one
 */
public record TrailEntry(
        UUID id,
        OffsetDateTime at,
        Actor actor,
        String action,
        EntryContent.Subject object,
        List<Change> changes,
        Map<String, String> basis,
        Mark mark,
        @Nullable Long place) {

    /** Whether an entry is as it was signed (核验标记), looked at whenever it is read. */
    public enum Mark {
        /** Written a moment ago; its place in the signed log comes within a second. */
        WAITING,
        /** What is read is what the leaf of the log commits to. */
        SEALED,
        /** It differs from what was signed: somebody changed the database. */
        BROKEN;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who did it.
     *
     * @param id user
     * @param name name as it was then
     */
    public record Actor(UUID id, String name) {}
}
