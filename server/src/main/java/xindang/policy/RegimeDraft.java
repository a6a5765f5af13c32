package xindang.policy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A draft of a regime (制度草案), without what it says.
 *
 * @param id id
 * @param node node it is for
 * @param name how people call it
 * @param base what it was started from: {@code in-force}, {@code import} or a sample regime such as {@code S07}
 * @param state {@code draft}, {@code checked}, {@code simulated}, {@code approved} or {@code withdrawn}
 * @param binding whether it is to hold below its node in any case
 * @param validFrom first day it is to hold; null = at once when it is approved
 * @param note what it is for
 * @param authors who wrote in it; none of them approves it
 * @param createdAt when it was started
 * @param changedAt when it was last changed
 * @param decidedBy who approved or returned it last
 * @param decidedAt when
 * @param reason why it was approved or returned
 * @param version version for changes
 */
public record RegimeDraft(
        UUID id,
        NamedRef node,
        String name,
        String base,
        String state,
        boolean binding,
        @Nullable LocalDate validFrom,
        @Nullable String note,
        List<NamedRef> authors,
        OffsetDateTime createdAt,
        OffsetDateTime changedAt,
        @Nullable NamedRef decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String reason,
        int version) {

    /** Copies the list. */
    public RegimeDraft {
        authors = List.copyOf(authors);
    }

    /** Whether it can still be changed. */
    public boolean stillOpen() {
        return !state.equals("approved") && !state.equals("withdrawn");
    }
}
