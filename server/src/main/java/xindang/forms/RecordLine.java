package xindang.forms;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A record in lists (表单记录列表行).
 *
 * @param values values of the listed fields that the reader sees
 * @param names names of what they refer to, by id
 */
public record RecordLine(
        UUID id,
        @Nullable String number,
        @Nullable String title,
        NamedRef node,
        String state,
        NamedRef changedBy,
        OffsetDateTime changedAt,
        Map<String, Object> values,
        Map<String, String> names) {

    /** Copies the maps. */
    public RecordLine {
        values = Map.copyOf(values);
        names = Map.copyOf(names);
    }
}
