package xindang.format.regime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.format.Body;

/** Checks of days and terms against each other (期限检查). */
final class DeadlineChecks {

    private static final String LADDER = "col.ladder";

    /** Days between two statements. */
    private static final Map<String, Integer> CYCLES = Map.of("monthly", 28, "quarterly", 90);

    private DeadlineChecks() {}

    static List<Finding> ladderRises(Settings settings) {
        var findings = new ArrayList<Finding>();
        Body before = null;
        for (Body rung : settings.rows(LADDER)) {
            if (before != null && rung.whole("days") <= before.whole("days")) {
                findings.add(Finding.error("ladder-not-rising", LADDER, rungs(before, rung)));
            }
            before = rung;
        }
        return findings;
    }

    /** A factor that shortens the days, rounded up, may put two rungs on one day. */
    static List<Finding> rungsFallTogether(Settings settings) {
        var findings = new ArrayList<Finding>();
        settings.object("col.stricterByGrade").forEach((grade, factor) -> {
            Body before = null;
            for (Body rung : settings.rows(LADDER)) {
                if (before != null && days(before, factor) >= days(rung, factor)) {
                    findings.add(Finding.notice(
                            "rungs-on-one-day",
                            "col.stricterByGrade",
                            Map.of(
                                    "grade",
                                    grade,
                                    "rung",
                                    rung.text("rung"),
                                    "days",
                                    String.valueOf(days(rung, factor)))));
                }
                before = rung;
            }
        });
        return findings;
    }

    private static int days(Body rung, @Nullable Object factor) {
        return new BigDecimal(String.valueOf(factor))
                .multiply(BigDecimal.valueOf(rung.whole("days")))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    private static Map<String, String> rungs(Body before, Body rung) {
        return Map.of("rung", rung.text("rung"), "before", before.text("rung"));
    }

    /** A grade that ends before it is reviewed leaves a customer without one. */
    static List<Finding> gradesEndBeforeReview(Settings settings) {
        Optional<Integer> validity = months(settings, "rat.validity");
        var findings = new ArrayList<Finding>();
        settings.object("eval.reviewCycle").forEach((grade, months) -> {
            if (months instanceof Integer review
                    && validity.filter(life -> review > life).isPresent()) {
                findings.add(Finding.error(
                        "grade-ends-before-review",
                        "eval.reviewCycle",
                        Map.of(
                                "grade", grade,
                                "months", review.toString(),
                                "validity", validity.map(String::valueOf).orElse(""))));
            }
        });
        return findings;
    }

    private static Optional<Integer> months(Settings settings, String parameter) {
        return settings.text(parameter).map(Period::parse).map(period -> (int) period.toTotalMonths());
    }

    /** What goes to court should have been recorded as a default before. */
    static List<Finding> defaultAfterCourt(Settings settings) {
        if (!(settings.value("dft.afterOverdueDays") instanceof Integer days)) {
            return List.of();
        }
        return settings.rows(LADDER).stream()
                .filter(rung -> rung.text("rung").equals("court") && rung.whole("days") < days)
                .map(rung -> Finding.notice(
                        "default-after-court",
                        "dft.afterOverdueDays",
                        Map.of("days", days.toString(), "court", String.valueOf(rung.whole("days")))))
                .toList();
    }

    static List<Finding> repliesAfterNextStatement(Settings settings) {
        Integer cycle = CYCLES.get(settings.text("stm.cycle").orElse(""));
        Optional<Integer> reply = settings.text("stm.replyWithin")
                .filter(text -> text.startsWith("P") && !text.contains("T"))
                .map(Period::parse)
                .map(period -> (int) LocalDate.EPOCH.plus(period).toEpochDay());
        return cycle != null && reply.filter(days -> days > cycle).isPresent()
                ? List.of(Finding.notice(
                        "reply-after-next-statement",
                        "stm.replyWithin",
                        Map.of("days", String.valueOf(reply.get()), "cycle", cycle.toString())))
                : List.of();
    }
}
