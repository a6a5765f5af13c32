package xindang.assess.report;

import java.math.BigDecimal;
import xindang.engine.creditline.GradePolicy;
import xindang.engine.creditline.LimitFormula;
import xindang.engine.creditline.LimitPolicy;
import xindang.engine.evaluation.Grade;
import xindang.engine.money.AmountByCurrency;

/** How the suggested limit and term (建议额度与账期) are sized, in words, with the factors per grade. */
final class LimitPart {

    private final View view;
    private final Words words;
    private final LimitPolicy policy;

    LimitPart(View view) {
        this.view = view;
        this.words = view.words();
        this.policy = view.result().policies().limit();
    }

    void write(Html html) {
        html.element("h3", words.get("method.limit.title"));
        html.element("p", words.get("limit.sentence", formula(policy.formula())));
        html.open("ul");
        bound(html, "limit.roundTo", policy.roundTo());
        bound(html, "limit.atMost", policy.atMost());
        bound(html, "limit.atLeast", policy.atLeast());
        html.element("li", words.get("limit.term." + policy.term()));
        html.element("li", words.get("limit.states"));
        html.close();
        factors(html);
    }

    /** A bound the policy sets; one it does not set is not mentioned. */
    private void bound(Html html, String key, AmountByCurrency bound) {
        if (!bound.amounts().isEmpty()) {
            html.element("li", words.get(key, WarningThresholds.amounts(view, bound)));
        }
    }

    private String formula(LimitFormula formula) {
        return switch (formula) {
            case LimitFormula.TermNeed(var leadDays) -> words.get("formula.termNeed", leadDays);
            case LimitFormula.SalesShare(var share) -> words.get("formula.salesShare", percent(share.value()));
            case LimitFormula.AverageOrderTimesPeriod() -> words.get("formula.averageOrderTimesPeriod");
            case LimitFormula.BalancePeak(var factor) -> words.get("formula.balancePeak", factor);
            case LimitFormula.NetWorthShare(var share) -> words.get("formula.netWorthShare", percent(share.value()));
            case LimitFormula.WorkingCapitalShare(var share) ->
                words.get("formula.workingCapitalShare", percent(share.value()));
            case LimitFormula.LowestOf(var formulas) ->
                words.get(
                        "formula.lowestOf",
                        words.list(formulas.stream().map(this::formula).toList()));
        };
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private void factors(Html html) {
        Table table = Table.start(
                html,
                words.get("limit.factors"),
                Table.Column.text(words.get("column.grade")),
                Table.Column.number(words.get("column.factor")),
                Table.Column.number(words.get("column.period")),
                Table.Column.text(words.get("column.settlement")),
                Table.Column.number(words.get("column.deposit")));
        for (Grade grade : view.result().policies().rating().scale().grades()) {
            GradePolicy row = view.result().policies().gradePolicies().rowFor(grade);
            table.row(() -> Badge.grade(html, view, grade.code()))
                    .number("× " + row.limitFactor())
                    .count(row.creditPeriodDays())
                    .cell(words.get("settlement." + row.settlement()))
                    .number(percent(row.depositRate().value()));
        }
        table.end();
    }
}
