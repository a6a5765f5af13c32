package xindang.format;

import java.math.BigDecimal;
import java.util.Map;
import xindang.engine.creditline.LimitFormula;
import xindang.engine.creditline.LimitPolicy;
import xindang.engine.creditline.LimitPolicy.AboveLimit;
import xindang.engine.creditline.LimitPolicy.TermByGrade;
import xindang.engine.money.AmountByCurrency;
import xindang.engine.money.Rate;

/** Bodies of kind {@code lim}. */
final class LimitMapping {

    private static final Map<String, TermByGrade> TERMS = Map.of(
            "gradePeriod", TermByGrade.GRADE_PERIOD,
            "usualTermWithinGradePeriod", TermByGrade.USUAL_TERM_WITHIN_GRADE_PERIOD);
    private static final Map<String, AboveLimit> ABOVE =
            Map.of("stopUnlessReleased", AboveLimit.STOP_UNLESS_RELEASED, "warn", AboveLimit.WARN);
    private static final int DEEPEST = 8;

    private LimitMapping() {}

    static LimitPolicy policy(Body body) {
        LimitFormula formula = formula(body.object("formula"), 0);
        return body.build(() -> new LimitPolicy(
                formula,
                amounts(body, "roundTo"),
                amounts(body, "atMost"),
                amounts(body, "atLeast"),
                body.word("term", TERMS),
                Durations.months(body, "validity"),
                body.wholes("reminderLevels"),
                body.word("aboveLimit", ABOVE)));
    }

    private static LimitFormula formula(Body body, int depth) {
        if (depth > DEEPEST) {
            throw body.wrong("formulas", "formulas are nested too deeply");
        }
        String kind = body.text("kind");
        return body.build(() -> switch (kind) {
            case "salesShare" -> new LimitFormula.SalesShare(positive(body, "share"));
            case "termNeed" -> new LimitFormula.TermNeed(body.whole("leadDays"));
            case "averageOrderTimesPeriod" -> new LimitFormula.AverageOrderTimesPeriod();
            case "balancePeak" -> new LimitFormula.BalancePeak(positive(body, "factor"));
            case "netWorthShare" -> new LimitFormula.NetWorthShare(positive(body, "share"));
            case "workingCapitalShare" -> new LimitFormula.WorkingCapitalShare(positive(body, "share"));
            case "lowestOf" ->
                new LimitFormula.LowestOf(body.objects("formulas").stream()
                        .map(one -> formula(one, depth + 1))
                        .toList());
            default -> throw body.wrong("kind", "there is no formula " + JsonTree.shorten(kind));
        });
    }

    private static Rate positive(Body body, String name) {
        return body.read(name, text -> {
            Rate rate = Rate.of(text);
            if (rate.compareTo(Rate.ZERO) <= 0) {
                throw new IllegalArgumentException("a number above 0 is needed");
            }
            return rate;
        });
    }

    /** Amounts by currency; absent = none. */
    static AmountByCurrency amounts(Body body, String name) {
        if (!body.has(name)) {
            return AmountByCurrency.NONE;
        }
        Body amounts = body.object(name);
        return amounts.build(() -> new AmountByCurrency(amounts.readAll(BigDecimal::new)));
    }
}
