package xindang.engine.evaluation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The indicator values of one customer (指标值), frozen with the evaluation (EVAL-08). A value that is not here is missing.
 *
 * @param values texts by indicator name; numbers are plain decimals
 */
public record Indicators(Map<String, String> values) {

    /** Copies the values, sorted by name, so that records compare. */
    public Indicators {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** No values at all. */
    public static Indicators none() {
        return new Indicators(Map.of());
    }

    /** These values and one number more; {@code null} leaves it missing. */
    public Indicators with(String name, @Nullable Measure number) {
        return number == null ? this : with(name, number.text());
    }

    /** These values and one text more. */
    public Indicators with(String name, String text) {
        var more = new TreeMap<>(values);
        more.put(name, text);
        return new Indicators(more);
    }

    /** The value, or {@code null} when missing. */
    public @Nullable String get(String name) {
        return values.get(name);
    }
}
