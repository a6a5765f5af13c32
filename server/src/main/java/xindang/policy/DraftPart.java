package xindang.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a draft says of one kind (制度草案的一类参数).
 *
 * @param body values by key, complete
 * @param origins where each came from, by key
 * @param before values that were in force when the draft was started
 */
public record DraftPart(
        Map<String, @Nullable Object> body, Map<String, String> origins, Map<String, @Nullable Object> before) {

    /** Copies the maps. */
    public DraftPart {
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
    }

    /** The same with one value set. */
    DraftPart with(String key, @Nullable Object value, String origin) {
        var values = new LinkedHashMap<String, @Nullable Object>(body);
        values.put(key, value);
        var from = new LinkedHashMap<>(origins);
        from.put(key, origin);
        return new DraftPart(values, from, before);
    }

    /** Whether it says something else than what was in force. */
    boolean isChange() {
        return !body.equals(before);
    }
}
