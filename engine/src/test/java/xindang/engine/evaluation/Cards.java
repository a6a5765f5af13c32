package xindang.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xindang.engine.evaluation.Condition.Between;
import xindang.engine.evaluation.Condition.OneOf;
import xindang.engine.evaluation.Condition.Otherwise;
import xindang.engine.evaluation.Scorecard.Direction;
import xindang.engine.evaluation.Scorecard.Origin;
import xindang.engine.evaluation.Scorecard.ReasonRule;

/** Small cards and scales for tests. */
public final class Cards {

    static final RatingScale FIVE = new RatingScale(
            "five",
            List.of(
                    grade("AAA", 1, "90"),
                    grade("AA", 2, "80"),
                    grade("A", 4, "65"),
                    grade("B", 6, "50"),
                    grade("C", 8, null)));

    private Cards() {}

    static Grade grade(String code, int position, @Nullable String minScore) {
        return new Grade(code, Label.of(code), position, minScore == null ? null : Measure.of(minScore));
    }

    public static Attribute between(@Nullable String from, @Nullable String below, String points) {
        return new Attribute(
                Between.halfOpen(from == null ? null : Measure.of(from), below == null ? null : Measure.of(below)),
                Points.of(points));
    }

    public static Attribute oneOf(String points, String... texts) {
        return new Attribute(new OneOf(List.of(texts)), Points.of(points));
    }

    public static Attribute otherwise(String points) {
        return new Attribute(new Otherwise(), Points.of(points));
    }

    public static Attribute missing(String points) {
        return new Attribute(new Condition.Missing(), Points.of(points));
    }

    public static Characteristic line(
            String code, String indicator, String weight, String baseline, MissingRule missing, Attribute... rows) {
        return new Characteristic(
                code,
                Label.of(code),
                indicator,
                Measure.of(weight),
                Measure.of(baseline),
                "R-" + code,
                missing,
                List.of(rows));
    }

    public static Scorecard own(List<Indicator> indicators, List<Characteristic> lines, KnockOut... knockOuts) {
        return new Scorecard(
                "test",
                Label.of("test"),
                Origin.OWN,
                Measure.ZERO,
                indicators,
                lines,
                List.of(knockOuts),
                new ReasonRule(Direction.POINTS_BELOW, 4));
    }

    static Scorecard imported(
            String initial, Direction direction, int reasons, List<Indicator> indicators, List<Characteristic> lines) {
        return new Scorecard(
                "imported",
                Label.of("imported"),
                Origin.IMPORTED,
                Measure.of(initial),
                indicators,
                lines,
                List.of(),
                new ReasonRule(direction, reasons));
    }

    /** Days late 60 points, share of late amounts 25, manager's answer 15; what a missing share means is the caller's choice. */
    static Scorecard payment(MissingRule shareMissing) {
        var lines = new ArrayList<Characteristic>();
        lines.add(line(
                "days",
                "daysLate",
                "60",
                "60",
                MissingRule.REFUSE,
                between(null, "5", "60"),
                between("5", "30", "40"),
                between("30", null, "0")));
        lines.add(line(
                "share",
                "lateShare",
                "25",
                "20",
                shareMissing,
                between(null, "0.1", "25"),
                between("0.1", "0.5", "10"),
                otherwise("5")));
        lines.add(line(
                "visit",
                "visitResult",
                "15",
                "15",
                MissingRule.LOWEST,
                oneOf("15", "good"),
                oneOf("7.5", "fair", "unclear"),
                otherwise("0")));
        return own(
                List.of(Indicator.number("daysLate"), Indicator.number("lateShare"), Indicator.answer("visitResult")),
                lines,
                new KnockOut("late", Label.of("late"), "daysLate", Between.halfOpen(Measure.of(100), null), "C"),
                new KnockOut("badList", Label.of("badList"), "visitResult", new OneOf(List.of("badList")), "B"));
    }
}
