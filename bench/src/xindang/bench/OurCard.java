package xindang.bench;

import baseline.PmmlCard;
import java.util.ArrayList;
import java.util.List;
import xindang.engine.evaluation.Attribute;
import xindang.engine.evaluation.Characteristic;
import xindang.engine.evaluation.CompiledScorecard;
import xindang.engine.evaluation.Condition.Between;
import xindang.engine.evaluation.Condition.OneOf;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.Indicator;
import xindang.engine.evaluation.Label;
import xindang.engine.evaluation.Measure;
import xindang.engine.evaluation.MissingRule;
import xindang.engine.evaluation.Points;
import xindang.engine.evaluation.RatingScale;
import xindang.engine.evaluation.Scorecard;
import xindang.engine.evaluation.Scorecard.Direction;
import xindang.engine.evaluation.Scorecard.Origin;
import xindang.engine.evaluation.Scorecard.ReasonRule;

/** The card of {@link PmmlCard} in our engine. It also grades, which the anchor does not. */
final class OurCard {

    private static final RatingScale SCALE = new RatingScale(
            "five",
            List.of(
                    grade("AAA", 1, Measure.of(170)),
                    grade("AA", 2, Measure.of(150)),
                    grade("A", 3, Measure.of(130)),
                    grade("B", 4, Measure.of(110)),
                    new Grade("C", Label.of("C"), 5, null)));

    private OurCard() {}

    static CompiledScorecard of(int reasons) {
        var indicators = new ArrayList<Indicator>();
        var lines = new ArrayList<Characteristic>();
        for (int i = 0; i < PmmlCard.HALF; i++) {
            indicators.add(Indicator.number("n" + i));
            lines.add(line("n" + i, "RN" + i, PmmlCard.baseline(i), ranges(i)));
        }
        for (int i = 0; i < PmmlCard.HALF; i++) {
            indicators.add(Indicator.answer("c" + i));
            lines.add(line("c" + i, "RC" + i, PmmlCard.answerBaseline(i), answers(i)));
        }
        var card = new Scorecard(
                "bench",
                Label.of("bench"),
                Origin.IMPORTED,
                Measure.ZERO,
                indicators,
                lines,
                List.of(),
                new ReasonRule(Direction.POINTS_BELOW, reasons));
        return CompiledScorecard.of(card, SCALE);
    }

    private static Grade grade(String code, int position, Measure from) {
        return new Grade(code, Label.of(code), position, from);
    }

    private static Characteristic line(String indicator, String reason, String baseline, List<Attribute> attributes) {
        return new Characteristic(
                indicator,
                Label.of(indicator),
                indicator,
                Measure.of(10),
                Measure.of(baseline),
                reason,
                MissingRule.REFUSE,
                attributes);
    }

    private static List<Attribute> ranges(int i) {
        var ranges = new ArrayList<Attribute>();
        for (int r = 0; r < PmmlCard.RANGES; r++) {
            Measure low = r == 0 ? null : Measure.of(PmmlCard.cut(r - 1));
            Measure high = r == PmmlCard.RANGES - 1 ? null : Measure.of(PmmlCard.cut(r));
            ranges.add(new Attribute(Between.halfOpen(low, high), new Points.Fixed(Measure.of(PmmlCard.points(i, r)))));
        }
        return ranges;
    }

    private static List<Attribute> answers(int i) {
        var answers = new ArrayList<Attribute>();
        for (int v = 0; v < PmmlCard.ANSWERS.size(); v++) {
            answers.add(new Attribute(
                    new OneOf(List.of(PmmlCard.ANSWERS.get(v))),
                    new Points.Fixed(Measure.of(PmmlCard.answerPoints(i, v)))));
        }
        return answers;
    }
}
