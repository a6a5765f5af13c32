package xindang.format.regime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xindang.format.PolicyKinds;

/**
 * A parameter that is set otherwise (参数差异).
 *
 * @param parameter parameter
 * @param before value before; null also where it was not set
 * @param after value after; null also where it is not set any more
 */
public record Difference(
        String parameter, @Nullable Object before, @Nullable Object after) {

    /** What differs between two bodies of a kind, in the order of the first and then of the second. */
    public static List<Difference> between(
            String kind,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        var keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        var all = new ArrayList<Difference>();
        for (String key : keys) {
            if (!Objects.equals(before.get(key), after.get(key))) {
                all.add(new Difference(PolicyKinds.parameter(kind, key), before.get(key), after.get(key)));
            }
        }
        return all;
    }
}
