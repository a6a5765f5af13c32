package xindang.forms;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A record as somebody sees it (表单记录详情).
 *
 * @param form form
 * @param version version of the form it was last saved by
 * @param node node it belongs to
 * @param subject customer file it belongs to; null without one, or where the reader does not reach it
 * @param values values of the fields that the reader sees: texts, lists of texts, rows
 * @param fields of the fields that the reader sees and whose condition holds: {@code edit}, {@code read} or {@code masked}
 * @param names names of what values refer to, by id
 * @param state {@code active} or {@code void}
 * @param revision version for changes
 */
public record RecordDetail(
        UUID id,
        UUID form,
        int version,
        NamedRef node,
        @Nullable NamedRef subject,
        @Nullable String number,
        @Nullable String title,
        Map<String, Object> values,
        Map<String, String> fields,
        Map<String, String> names,
        String state,
        @Nullable String voidReason,
        NamedRef createdBy,
        OffsetDateTime createdAt,
        NamedRef changedBy,
        OffsetDateTime changedAt,
        int revision) {

    /** Copies the maps. */
    public RecordDetail {
        values = Map.copyOf(values);
        fields = Map.copyOf(fields);
        names = Map.copyOf(names);
    }
}
