package xindang.workflow;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * Something that waits for a person (待办事项).
 *
 * @param id task, or object of another capability
 * @param kind kind of work, such as {@code flow} or {@code policy-draft}
 * @param object what kind of thing it is about, as people call it, such as the name of a flow; empty where the kind says it
 * @param title the thing in one line
 * @param from who wants it
 * @param why why this person, such as {@code role:credit-manager} or {@code right:policy.approve}
 * @param lender whom the reader stands in for; null for his own
 * @param since when it came to him
 * @param due last day; null without one
 * @param escalated whether it came to him, or to others beside him, because it was late
 * @param link page where it is done, a path of our own
 * @param safeForBatch whether several of its kind may be agreed to at once
 */
public record InboxEntry(
        UUID id,
        String kind,
        String object,
        String title,
        @Nullable NamedRef from,
        String why,
        @Nullable NamedRef lender,
        OffsetDateTime since,
        @Nullable LocalDate due,
        boolean escalated,
        String link,
        boolean safeForBatch) {

    /** Something that any holder of a right may do, on no fixed day. */
    public static InboxEntry byRight(
            UUID id, String kind, String title, NamedRef from, String right, OffsetDateTime since, String link) {
        return new InboxEntry(id, kind, "", title, from, "right:" + right, null, since, null, false, link, false);
    }
}
