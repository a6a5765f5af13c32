package xindang.format.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.format.Body;

/**
 * Values that are set per grade (分等级参数) under another scale: each grade takes over what the grade at its place on the master scale
 * had, or the next better one where none stood there.
 */
final class GradeTables {

    /** Parameters keyed by grades, with the way to the table inside. */
    private static final Map<String, List<String>> TABLES = Map.of(
            "eval.reviewCycle", List.of(),
            "col.stricterByGrade", List.of(),
            "file.update.interval", List.of(),
            "file.inspection.interval", List.of(),
            "file.classMeasures", List.of(),
            "ret.years", List.of(),
            "ews.thresholds", List.of("lowGrade", "levelByGrade"));

    /** Parameters that list grades. */
    private static final List<String> LISTS = List.of("ews.autoGrades", "rat.blockingGrades");

    private final List<Place> from;
    private final List<Place> to;

    private GradeTables(List<Place> from, List<Place> to) {
        this.from = from;
        this.to = to;
    }

    /** A grade and its place on the master scale, 1 the best. */
    private record Place(String grade, int position) {}

    /** From one scale of a catalogue to another. */
    static GradeTables between(Map<String, @Nullable Object> scales, String from, String to) {
        return new GradeTables(places(scales, from), places(scales, to));
    }

    private static List<Place> places(Map<String, @Nullable Object> scales, String scale) {
        return Body.of("scales", "/" + scale, scales.get(scale)).objects("grades").stream()
                .map(grade -> new Place(grade.text("code"), grade.whole("position")))
                .toList();
    }

    /** The value of a parameter under the other scale; the same if it is not set per grade. */
    @Nullable
    Object moved(String parameter, @Nullable Object value) {
        List<String> way = TABLES.get(parameter);
        if (way != null) {
            return below(value, way);
        }
        return LISTS.contains(parameter) && value instanceof List<?> grades ? list(grades) : value;
    }

    private @Nullable Object below(@Nullable Object value, List<String> way) {
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        Map<String, @Nullable Object> members = Trees.object(value);
        if (way.isEmpty()) {
            return table(members);
        }
        if (members.containsKey(way.getFirst())) {
            members.put(way.getFirst(), below(members.get(way.getFirst()), way.subList(1, way.size())));
        }
        return members;
    }

    private Map<String, @Nullable Object> table(Map<String, @Nullable Object> before) {
        var after = new LinkedHashMap<String, @Nullable Object>();
        for (Place grade : to) {
            predecessor(grade).filter(before::containsKey).ifPresent(old -> after.put(grade.grade(), before.get(old)));
        }
        // What is not a grade, such as "*" for all others, stays.
        before.forEach((key, value) -> {
            if (from.stream().noneMatch(place -> place.grade().equals(key))) {
                after.putIfAbsent(key, value);
            }
        });
        return after;
    }

    private List<Object> list(List<?> before) {
        var after = new ArrayList<Object>();
        for (Place grade : to) {
            if (predecessor(grade).filter(before::contains).isPresent()) {
                after.add(grade.grade());
            }
        }
        return after;
    }

    private Optional<String> predecessor(Place grade) {
        return from.stream()
                .filter(old -> old.position() <= grade.position())
                .reduce((_, later) -> later)
                .map(Place::grade);
    }
}
