package xindang.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xindang.engine.warning.Thresholds;
import xindang.engine.warning.WarningKind;
import xindang.engine.warning.WarningLevel;
import xindang.engine.warning.WarningPolicy;

/** Bodies of kind {@code ews}. */
public final class WarningMapping {

    private static final Map<String, WarningKind> KINDS =
            Stream.of(WarningKind.values()).collect(Collectors.toMap(WarningKind::code, kind -> kind));

    private WarningMapping() {}

    /** The warning standards of a body. */
    public static WarningPolicy policy(Body body) {
        List<WarningLevel> levels = body.objects("levels").stream()
                .map(level -> new WarningLevel(level.text("level"), level.text("label"), level.whole("ack")))
                .toList();
        Body thresholds = body.object("thresholds");
        Body overdue = thresholds.object("overdueRecord");
        Body slower = thresholds.object("slowerPayment");
        return body.build(() -> new WarningPolicy(
                levels,
                active(body),
                steps(overdue.object("days"), levels),
                LimitMapping.amounts(overdue, "minimumAmount"),
                gradeLevels(body, thresholds, levels),
                steps(thresholds.object("concentration").object("percent"), levels),
                steps(slower.object("daysSlower"), levels),
                slower.whole("minimumInvoices"),
                steps(thresholds.object("complaintOrDispute").object("disputedInvoices"), levels)));
    }

    /** Kinds that no ledger can speak about are left to the capabilities that bring their facts. */
    private static Set<WarningKind> active(Body body) {
        if (body.value("rules") instanceof String) {
            return Set.copyOf(KINDS.values());
        }
        return body.texts("rules").stream()
                .filter(KINDS::containsKey)
                .map(KINDS::get)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Thresholds steps(Body body, List<WarningLevel> levels) {
        var steps = new ArrayList<Thresholds.Step>();
        for (WarningLevel level : levels) {
            if (body.has(level.code())) {
                steps.add(new Thresholds.Step(level, BigDecimal.valueOf(body.whole(level.code()))));
            }
        }
        return body.build(() -> new Thresholds(steps));
    }

    /** Grades on the list warn by themselves; a grade without a level of its own gets the lowest. */
    private static Map<String, WarningLevel> gradeLevels(Body body, Body thresholds, List<WarningLevel> levels) {
        Map<String, WarningLevel> byCode = new LinkedHashMap<>();
        levels.forEach(level -> byCode.put(level.code(), level));
        var byGrade = new HashMap<String, WarningLevel>();
        for (String grade : body.texts("autoGrades")) {
            byGrade.put(
                    grade,
                    thresholds
                            .optionalObject("lowGrade")
                            .flatMap(low -> low.optionalObject("levelByGrade"))
                            .filter(level -> level.has(grade))
                            .map(level -> level.word(grade, byCode))
                            .orElse(levels.getFirst()));
        }
        return byGrade;
    }
}
