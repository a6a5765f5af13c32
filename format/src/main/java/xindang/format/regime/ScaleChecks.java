package xindang.format.regime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xindang.format.Body;

/** Checks of rating scales and of what is set per grade (等级检查). */
final class ScaleChecks {

    /** Keys beside grades that tables per grade may have. */
    private static final Set<String> NO_GRADES = Set.of("*", "litigation", "largeLimit");

    private static final List<String> TABLES = List.of(
            "eval.reviewCycle", "col.stricterByGrade", "file.update.interval", "file.inspection.interval", "ret.years");
    private static final List<String> LISTS = List.of("rat.blockingGrades", "ews.autoGrades");

    private ScaleChecks() {}

    static List<Finding> gapsAndOverlaps(Settings settings) {
        var findings = new ArrayList<Finding>();
        for (String parameter : List.of("rat.scale", "rat.secondScale")) {
            settings.text(parameter)
                    .filter(scale -> !settings.object("rat.scales").containsKey(scale))
                    .ifPresent(
                            scale -> findings.add(Finding.error("scale-unknown", parameter, Map.of("scale", scale))));
        }
        Body better = null;
        List<Body> grades = settings.grades();
        for (Body grade : grades) {
            findings.addAll(band(better, grade, grade == grades.getLast()));
            better = grade;
        }
        return findings;
    }

    private static List<Finding> band(@Nullable Body better, Body grade, boolean last) {
        var findings = new ArrayList<Finding>();
        String code = grade.text("code");
        if (last == grade.has("minScore")) {
            findings.add(Finding.error(last ? "scale-gap-below" : "scale-gap", "rat.scales", Map.of("grade", code)));
        }
        if (better == null) {
            return findings;
        }
        Map<String, String> both = Map.of("grade", code, "better", better.text("code"));
        if (grade.whole("position") <= better.whole("position")) {
            findings.add(Finding.error("scale-positions", "rat.scales", both));
        }
        if (grade.has("minScore") && better.has("minScore") && score(grade).compareTo(score(better)) >= 0) {
            findings.add(Finding.error("scale-overlap", "rat.scales", both));
        }
        return findings;
    }

    private static BigDecimal score(Body grade) {
        return new BigDecimal(grade.text("minScore"));
    }

    static List<Finding> unknownGrades(Settings settings) {
        List<String> known = codes(settings);
        var findings = new ArrayList<Finding>();
        for (String table : TABLES) {
            settings.object(table).keySet().stream()
                    .filter(grade -> !known.contains(grade) && !NO_GRADES.contains(grade))
                    .forEach(grade -> findings.add(unknown(table, grade)));
        }
        for (String list : LISTS) {
            settings.texts(list).stream()
                    .filter(grade -> !known.contains(grade))
                    .forEach(grade -> findings.add(unknown(list, grade)));
        }
        return findings;
    }

    private static Finding unknown(String parameter, String grade) {
        return Finding.error("grade-unknown", parameter, Map.of("grade", grade));
    }

    static List<Finding> gradesWithoutRow(Settings settings) {
        Map<String, @Nullable Object> cycle = settings.object("eval.reviewCycle");
        if (cycle.containsKey("*")) {
            return List.of();
        }
        return codes(settings).stream()
                .filter(grade -> !cycle.containsKey(grade))
                .map(grade -> Finding.error("grade-without-row", "eval.reviewCycle", Map.of("grade", grade)))
                .toList();
    }

    /** A grade below one that is refused would be served better than the refused one. */
    static List<Finding> gradesBehindBlockedOnes(Settings settings) {
        List<String> blocked = settings.texts("rat.blockingGrades");
        List<String> codes = codes(settings);
        return codes.stream()
                .filter(grade -> !blocked.contains(grade))
                .filter(grade -> codes.subList(0, codes.indexOf(grade)).stream().anyMatch(blocked::contains))
                .map(grade -> Finding.error("grade-behind-blocked", "rat.blockingGrades", Map.of("grade", grade)))
                .toList();
    }

    static List<String> codes(Settings settings) {
        return settings.grades().stream().map(grade -> grade.text("code")).toList();
    }
}
