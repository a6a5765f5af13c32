package xindang.assess.report;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import xindang.assess.CurrencyTotals;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;

/** Ageing (账龄) per currency: chart and table. */
final class AgeingSection implements Section {

    private final View view;
    private final Words words;

    AgeingSection(View view) {
        this.view = view;
        this.words = view.words();
    }

    @Override
    public String id() {
        return "ageing";
    }

    @Override
    public void write(Html html) {
        for (CurrencyTotals totals : view.currencies()) {
            html.open("div", "class", "pair");
            AccountMeasures measures = totals.measures();
            chart(html, view, totals.currency(), measures.schedule(), measures::amount, measures.open(), "ageing");
            table(html, totals.currency(), measures);
            html.close().line();
        }
        html.element("p", words.get("ageing.explain"), "class", "explain");
    }

    /** The chart of the buckets of a currency. */
    static void chart(
            Html html,
            View view,
            Currency currency,
            AgeingSchedule schedule,
            IntToLongFunction amount,
            long open,
            String id) {
        var bars = new ArrayList<BarChart.Bar>();
        for (int bucket = 0; bucket < schedule.buckets(); bucket++) {
            bars.add(new BarChart.Bar(
                    bucketName(view, schedule, bucket),
                    Figures.brief(currency, amount.applyAsLong(bucket), view.words()),
                    amount.applyAsLong(bucket),
                    "b" + bucket,
                    bucket));
        }
        List<String> shares = IntStream.range(0, schedule.buckets())
                .mapToObj(bucket -> view.words()
                        .get(
                                "ageing.share",
                                bucketName(view, schedule, bucket),
                                Figures.percent(amount.applyAsLong(bucket), open)))
                .toList();
        BarChart.write(
                html,
                id + "-" + currency.getCurrencyCode(),
                view.inUnit("ageing.chart", currency),
                view.words().list(shares),
                bars);
    }

    private void table(Html html, Currency currency, AccountMeasures measures) {
        Table table = Table.start(
                html,
                view.ofCurrency("ageing.table", currency),
                Table.Column.text(words.get("column.daysPastDue")),
                Table.Column.number(words.get("column.items")),
                Table.Column.number(view.inUnit("column.amount", currency)),
                Table.Column.number(words.get("column.share")));
        for (int bucket = 0; bucket < measures.schedule().buckets(); bucket++) {
            int shown = bucket;
            table.row(() -> {
                        html.open("span", "class", "swatch b" + shown, "aria-hidden", "true")
                                .close();
                        html.text(bucketName(view, measures.schedule(), shown));
                    })
                    .count(measures.count(bucket))
                    .money(currency, measures.amount(bucket))
                    .number(Figures.percent(measures.amount(bucket), measures.open()));
        }
        table.total(words.get("total"))
                .count(measures.openCount())
                .money(currency, measures.open())
                .number(Figures.percent(measures.open(), measures.open()));
        table.end();
    }

    /** A bucket in words: 未到期, 1–30 天, 365 天以上. */
    static String bucketName(View view, AgeingSchedule schedule, int bucket) {
        String label = schedule.label(bucket);
        if (bucket == 0) {
            return view.words().get("bucket.not-due");
        }
        return bucket == schedule.buckets() - 1
                ? view.words().get("bucket.over", label.substring("over-".length()))
                : view.words().get("bucket.days", label.replace("-", "–"));
    }
}
