package xindang.engine.creditline;

import java.util.List;
import xindang.engine.creditline.GradePolicy.ApprovalLevel;
import xindang.engine.creditline.GradePolicy.CooperationTerm;
import xindang.engine.creditline.GradePolicy.CooperationTerm.Length;
import xindang.engine.creditline.GradePolicy.Guarantee;
import xindang.engine.creditline.GradePolicy.OrderCap;
import xindang.engine.creditline.GradePolicy.PriceClass;
import xindang.engine.creditline.GradePolicy.Settlement;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.Label;
import xindang.engine.evaluation.Measure;
import xindang.engine.evaluation.RatingScale;
import xindang.engine.money.AmountByCurrency;
import xindang.engine.money.Rate;

/** A policy table of three grades and a limit policy for tests. */
public final class Policies {

    public static final RatingScale THREE = new RatingScale(
            "three",
            List.of(
                    new Grade("A", Label.of("优良"), 1, Measure.of(80)),
                    new Grade("B", Label.of("一般"), 5, Measure.of(60)),
                    new Grade("C", Label.of("风险"), 8, null)));

    public static final GradePolicyTable TABLE =
            new GradePolicyTable(THREE, List.of(row("A", "1", 90), row("B", "0.5", 30), row("C", "0", 0)));

    private Policies() {}

    static GradePolicy row(String grade, String factor, int days) {
        return new GradePolicy(
                grade,
                Rate.of(factor),
                days,
                Rate.ONE,
                Rate.ZERO,
                Guarantee.ALLOWED,
                new CooperationTerm(Length.LONG, 12),
                PriceClass.MODERATE,
                Settlement.OPEN_ACCOUNT,
                1,
                new OrderCap.None(),
                ApprovalLevel.BAND);
    }

    public static LimitPolicy policy(
            LimitFormula formula, AmountByCurrency roundTo, AmountByCurrency atMost, AmountByCurrency atLeast) {
        return new LimitPolicy(
                formula,
                roundTo,
                atMost,
                atLeast,
                LimitPolicy.TermByGrade.USUAL_TERM_WITHIN_GRADE_PERIOD,
                12,
                List.of(80, 90, 100),
                LimitPolicy.AboveLimit.STOP_UNLESS_RELEASED);
    }
}
