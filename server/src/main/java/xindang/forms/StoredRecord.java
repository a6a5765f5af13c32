package xindang.forms;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A record as it is stored (表单记录).
 *
 * @param version version of the form it was last saved by
 * @param node node it belongs to
 * @param subject customer file it belongs to; null without one
 * @param number its number; null for own fields of a customer file
 * @param title what lists call it; null for its number
 * @param values values by field, all of them
 * @param state {@code active} or {@code void}
 * @param voidReason why it is void
 * @param revision version for changes
 */
public record StoredRecord(
        UUID id,
        UUID form,
        int version,
        NamedRef node,
        @Nullable UUID subject,
        @Nullable String number,
        @Nullable String title,
        Map<String, Object> values,
        String state,
        @Nullable String voidReason,
        NamedRef createdBy,
        OffsetDateTime createdAt,
        NamedRef changedBy,
        OffsetDateTime changedAt,
        int revision) {

    /** Copies the values. */
    public StoredRecord {
        values = Map.copyOf(values);
    }

    /** How people call it. */
    public String name() {
        return title != null ? title : number != null ? number : "";
    }
}
