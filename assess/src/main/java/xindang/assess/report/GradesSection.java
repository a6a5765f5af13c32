package xindang.assess.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.assess.CurrencyTotals;
import xindang.assess.Tally.Amounts;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.Measure;
import xindang.engine.evaluation.RatingScale;

/** Distribution over the grades (等级分布): customers, open and overdue amounts, suggested limits. */
final class GradesSection implements Section {

    /** What files write for a customer that is not rated. */
    private static final String NOT_RATED = "not-rated";

    private final View view;
    private final Words words;
    private final RatingScale scale;

    GradesSection(View view) {
        this.view = view;
        this.words = view.words();
        this.scale = view.result().policies().rating().scale();
    }

    @Override
    public String id() {
        return "grades";
    }

    @Override
    public void write(Html html) {
        html.element("p", words.get("grades.lead", Badge.scaleName(view, scale)), "class", "explain");
        html.open("div", "class", "pair");
        chart(html);
        customers(html);
        html.close();
        for (CurrencyTotals totals : view.currencies()) {
            amounts(html, totals);
        }
        html.element("p", words.get("grades.explain"), "class", "explain");
    }

    /** All grades best first, then "not rated" if there are such customers. */
    private List<String> codes() {
        var codes = new ArrayList<>(scale.grades().stream().map(Grade::code).toList());
        if (customers(NOT_RATED) > 0) {
            codes.add(NOT_RATED);
        }
        return codes;
    }

    private int customers(String code) {
        return view.result().tally().grades().getOrDefault(code, 0);
    }

    private String name(String code) {
        return words.code("grade", code);
    }

    private void chart(Html html) {
        var bars = new ArrayList<BarChart.Bar>();
        var parts = new ArrayList<String>();
        for (String code : codes()) {
            String style = scale.byCode(code).map(Badge::step).orElse("none");
            String count = Figures.count(customers(code));
            bars.add(new BarChart.Bar(Names.brief(name(code)), count, customers(code), style, -1));
            parts.add(words.get("ageing.share", name(code), count));
        }
        BarChart.write(html, "grades-chart", words.get("grades.chart"), words.list(parts), bars);
    }

    private void customers(Html html) {
        Table table = Table.start(
                html,
                words.get("grades.customers", Badge.scaleName(view, scale)),
                Table.Column.text(words.get("column.grade")),
                Table.Column.text(words.get("column.meaning")),
                Table.Column.number(words.get("column.scoreBand")),
                Table.Column.number(words.get("column.customers")),
                Table.Column.number(words.get("column.share")));
        int all = view.result().ledger().customers();
        for (String code : codes()) {
            Optional<Grade> grade = scale.byCode(code);
            table.row(() -> Badge.grade(html, view, code))
                    .prose(grade.map(one -> words.label(one.meaning())).orElse(words.get("grades.notRated")))
                    .number(band(grade))
                    .count(customers(code))
                    .number(Figures.percent(customers(code), all));
        }
        table.total(words.get("total")).cell("").cell("").count(all).number(Figures.percent(all, all));
        table.end();
    }

    /** From which score up to which a grade reaches. */
    private String band(Optional<Grade> grade) {
        if (grade.isEmpty()) {
            return Figures.UNKNOWN;
        }
        int at = scale.grades().indexOf(grade.get());
        Measure floor = grade.get().minScore();
        Measure ceiling = at == 0 ? null : scale.grades().get(at - 1).minScore();
        if (floor == null) {
            return "< " + ceiling;
        }
        return ceiling == null ? "≥ " + floor : "≥ " + floor + ", < " + ceiling;
    }

    private void amounts(Html html, CurrencyTotals totals) {
        var currency = totals.currency();
        Map<String, Amounts> byGrade =
                view.result().tally().amountsByGrade().getOrDefault(currency.getCurrencyCode(), Map.of());
        Table table = Table.start(
                html,
                view.ofCurrency("grades.amounts", currency),
                Table.Column.text(words.get("column.grade")),
                Table.Column.number(words.get("column.customers")),
                Table.Column.number(view.inUnit("column.open", currency)),
                Table.Column.number(view.inUnit("column.overdue", currency)),
                Table.Column.number(words.get("column.overdueShare")),
                Table.Column.number(view.inUnit("column.limits", currency)),
                Table.Column.number(words.get("column.noCredit")),
                Table.Column.number(words.get("column.notAssessed")));
        for (String code : codes()) {
            Amounts sums = byGrade.getOrDefault(code, new Amounts(0, 0, 0, 0, 0, 0));
            cells(table.row(() -> Badge.grade(html, view, code)), totals, sums);
        }
        cells(table.total(words.get("total")), totals, sum(byGrade));
        table.end();
    }

    private static void cells(Table table, CurrencyTotals totals, Amounts sums) {
        table.count(sums.customers())
                .money(totals.currency(), sums.open())
                .money(totals.currency(), sums.overdue())
                .number(Figures.percent(sums.overdue(), sums.open()))
                .money(totals.currency(), sums.limit())
                .count(sums.noCredit())
                .count(sums.notAssessed());
    }

    private static Amounts sum(Map<String, Amounts> byGrade) {
        return byGrade.values().stream().reduce(new Amounts(0, 0, 0, 0, 0, 0), Amounts::plus);
    }
}
