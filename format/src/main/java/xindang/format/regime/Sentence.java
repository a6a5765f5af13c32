package xindang.format.regime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.engine.evaluation.Label;

/**
 * How a regime document words one parameter (制度条款). A sentence holds {@code {value}} for the value in words, with its unit, or
 * {@code {value.member}} for a member of a record, in words and without unit: the sentence says the unit itself. A sentence without
 * either that ends with a colon introduces a table.
 *
 * @param usual sentence for every value that no other component is for; null for truth
 * @param whenTrue sentence for {@code true}
 * @param whenFalse sentence for {@code false}
 * @param whenNull sentence for no value at all, where that is allowed
 * @param whenEmpty sentence for an empty list or map, where that is allowed
 * @param whenOff sentence for a record whose member {@code on} is false
 * @param whenDay sentence for a deadline given as a day of the year, {@code 12-31}, instead of a duration
 * @param cases sentences by code, for a choice of that one code, whose name would not fit the usual sentence
 * @param without sentences by member of a record, for a record in which that member is missing, null, false, 0 or empty
 * @param key head of the first column of a map's table: what the names of its members are
 * @param entry head of the second column of a map's table
 */
public record Sentence(
        @Nullable Label usual,
        @Nullable Label whenTrue,
        @Nullable Label whenFalse,
        @Nullable Label whenNull,
        @Nullable Label whenEmpty,
        @Nullable Label whenOff,
        @Nullable Label whenDay,
        Map<String, Label> cases,
        Map<String, Label> without,
        @Nullable Label key,
        @Nullable Label entry) {

    /** Copies the maps. */
    public Sentence {
        cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
        without = Collections.unmodifiableMap(new LinkedHashMap<>(without));
    }

    /** Whether the usual sentence introduces a table of the value. */
    public boolean isIntroduction() {
        return usual != null && usual.zh().endsWith("：");
    }

    /**
     * The sentence that words a value, its placeholders still in it.
     *
     * @param value a value that fits the parameter's schema
     * @throws IllegalArgumentException if nothing is worded for such a value
     */
    public Label wording(@Nullable Object value) {
        Label found = switch (value) {
            case null -> whenNull;
            case Boolean truth -> truth ? whenTrue : whenFalse;
            case String text -> ofText(text);
            case List<?> items -> ofList(items);
            case Map<?, ?> members -> ofMembers(members);
            default -> usual;
        };
        return Optional.ofNullable(found)
                .orElseThrow(() -> new IllegalArgumentException("no sentence for the value " + value));
    }

    private @Nullable Label ofText(String text) {
        if (whenDay != null && !text.startsWith("P")) {
            return whenDay;
        }
        return cases.getOrDefault(text, usual);
    }

    private @Nullable Label ofList(List<?> items) {
        if (items.isEmpty()) {
            return whenEmpty;
        }
        return items.size() == 1 && items.getFirst() instanceof String code ? cases.getOrDefault(code, usual) : usual;
    }

    private @Nullable Label ofMembers(Map<?, ?> members) {
        if (members.isEmpty() && whenEmpty != null) {
            return whenEmpty;
        }
        if (whenOff != null && !Boolean.TRUE.equals(members.get("on"))) {
            return whenOff;
        }
        return without.entrySet().stream()
                .filter(one -> isNothing(members.get(one.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usual);
    }

    private static boolean isNothing(@Nullable Object member) {
        return switch (member) {
            case null -> true;
            case Boolean truth -> !truth;
            case Integer number -> number == 0;
            case List<?> items -> items.isEmpty();
            default -> false;
        };
    }
}
