package xindang.format.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Helps with values as JSON gives them: maps, lists, texts, whole numbers, truth values and null. */
final class Trees {

    /** What a sample writes where it names a rule without a figure: {@code {"named":true}}. */
    private static final Map<String, Object> NAMED = Map.of("named", true);

    private Trees() {}

    static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("an object is needed, not " + value);
        }
        var copy = new LinkedHashMap<String, @Nullable Object>();
        members.forEach((name, member) -> copy.put((String) name, member));
        return copy;
    }

    static boolean isNamed(@Nullable Object value) {
        return NAMED.equals(value);
    }

    /**
     * A value over its standard: objects member by member, rows of the same first text filled up from the standard's row, anything else
     * replaces. Where the value is only named, the standard stays.
     */
    static @Nullable Object over(@Nullable Object standard, @Nullable Object value) {
        if (isNamed(value)) {
            return standard;
        }
        if (standard instanceof Map<?, ?> && value instanceof Map<?, ?>) {
            Map<String, @Nullable Object> merged = object(standard);
            object(value).forEach((name, member) -> merged.put(name, over(merged.get(name), member)));
            return merged;
        }
        if (standard instanceof List<?> rows && value instanceof List<?> given && isRows(given)) {
            var merged = new ArrayList<@Nullable Object>();
            given.forEach(row -> merged.add(over(sameRow(rows, row), row)));
            return merged;
        }
        return value;
    }

    private static boolean isRows(List<?> items) {
        return !items.isEmpty() && items.stream().allMatch(Map.class::isInstance);
    }

    /** The standard's row with the same first text; only rows that say nothing of a figure need one. */
    private static @Nullable Object sameRow(List<?> rows, @Nullable Object row) {
        Map<String, @Nullable Object> members = object(row);
        String first = members.keySet().iterator().next();
        if (!(members.get(first) instanceof String) || members.values().stream().noneMatch(Trees::isNamed)) {
            return null;
        }
        return rows.stream()
                .filter(other ->
                        other instanceof Map<?, ?> known && members.get(first).equals(known.get(first)))
                .findFirst()
                .orElse(null);
    }
}
