package xindang.format.regime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.engine.evaluation.Label;
import xindang.format.PolicyKinds;

/**
 * One parameter of the regime (制度参数).
 *
 * @param id group and key, such as {@code hnd.contract.within}
 * @param name how people call it
 * @param about what it sets
 * @param form how it is entered: {@code truth}, {@code choice}, {@code choices}, {@code ordered}, {@code role}, {@code roles},
 *     {@code duration}, {@code dayOfYear}, {@code number}, {@code decimal}, {@code text}, {@code rows}, {@code record} or {@code map}
 * @param schema JSON Schema of its values
 * @param standard value that the recommended regime R0 gives it
 * @param unit unit of its figures; null without one
 * @param labels names of its codes that are in no list of names
 * @param names list of names that labels its codes, such as {@code roles}; null without one
 * @param origin where the standard comes from: {@code C} conflict table, {@code T2} time limits, {@code S} a sample, {@code P} our
 *     proposal
 * @param requirements what it drives
 * @param conflicts conflicts between samples that it decides
 * @param tier 1 carries a conflict or is stated by several samples … 4 a setting of the engine
 */
public record Parameter(
        String id,
        Label name,
        Label about,
        String form,
        Map<String, @Nullable Object> schema,
        @Nullable Object standard,
        @Nullable String unit,
        Map<String, Label> labels,
        @Nullable String names,
        String origin,
        List<String> requirements,
        List<String> conflicts,
        int tier) {

    private static final Map<String, String> GROUNDS = Map.of(
            "C", "decided between conflicting samples",
            "T2", "time limits and figures of the samples",
            "S", "stated in a sample",
            "P", "our proposal");

    /** Copies the collections. */
    public Parameter {
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        requirements = List.copyOf(requirements);
        conflicts = List.copyOf(conflicts);
    }

    /** The kind of policy it belongs to, such as {@code hnd}. */
    public String kind() {
        return PolicyKinds.of(id);
    }

    /** Its member in the body of that policy, such as {@code contract.within}. */
    public String key() {
        return PolicyKinds.key(id);
    }

    /** Why R0 says what it says, for the origins of a policy. */
    String ground() {
        String why = GROUNDS.getOrDefault(origin, "our proposal");
        return conflicts.isEmpty() ? why : why + ", " + String.join(", ", conflicts);
    }
}
