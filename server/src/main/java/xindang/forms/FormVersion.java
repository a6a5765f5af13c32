package xindang.forms;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A version of a form (表单版本), without what it says.
 *
 * @param number counts versions of a form, from 1
 * @param state {@code draft}, {@code checked}, {@code published} or {@code withdrawn}
 * @param sha256 hash of its canonical definition
 * @param authors who wrote in it; none of them publishes it
 * @param decidedBy who published or returned it last
 * @param reason why
 * @param revision version for changes
 */
public record FormVersion(
        int number,
        String state,
        String sha256,
        List<NamedRef> authors,
        OffsetDateTime changedAt,
        @Nullable NamedRef decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String reason,
        int revision) {

    /** Copies the list. */
    public FormVersion {
        authors = List.copyOf(authors);
    }

    /** Whether it can still be changed. */
    public boolean isOpen() {
        return state.equals("draft") || state.equals("checked");
    }
}
