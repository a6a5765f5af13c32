package xindang.assess.report;

import java.util.Currency;
import xindang.assess.Converted;
import xindang.assess.ExchangeRates;
import xindang.engine.receivable.AgeingSchedule;

/** Everything in one currency (折算), when rates were given. */
final class ConvertedSection implements Section {

    private final View view;
    private final Words words;

    ConvertedSection(View view) {
        this.view = view;
        this.words = view.words();
    }

    @Override
    public String id() {
        return "converted";
    }

    @Override
    public boolean applies() {
        return view.result().converted().isPresent();
    }

    @Override
    public void write(Html html) {
        Converted converted = view.result().converted().orElseThrow();
        html.open("div", "class", "pair");
        AgeingSection.chart(
                html,
                view,
                converted.currency(),
                AgeingSchedule.STANDARD,
                converted.ageing()::get,
                converted.open(),
                "converted");
        sums(html, converted);
        html.close();
        rates(html, converted);
        html.element("p", words.get("converted.explain"), "class", "explain");
    }

    private void sums(Html html, Converted converted) {
        Currency currency = converted.currency();
        Table table = Table.start(
                html,
                words.get("converted.table", view.name(currency)),
                Table.Column.text(words.get("column.daysPastDue")),
                Table.Column.number(view.inUnit("column.amount", currency)),
                Table.Column.number(words.get("column.share")));
        for (int bucket = 0; bucket < converted.ageing().size(); bucket++) {
            long amount = converted.ageing().get(bucket);
            table.row(AgeingSection.bucketName(view, AgeingSchedule.STANDARD, bucket))
                    .money(currency, amount)
                    .number(Figures.percent(amount, converted.open()));
        }
        table.total(words.get("converted.open"))
                .money(currency, converted.open())
                .number(Figures.percent(converted.open(), converted.open()));
        table.row(words.get("converted.total"))
                .money(currency, converted.total())
                .cell("");
        table.end();
    }

    private void rates(Html html, Converted converted) {
        Table table = Table.start(
                html,
                words.get("converted.rates"),
                Table.Column.text(words.get("column.from")),
                Table.Column.text(words.get("column.to")),
                Table.Column.number(words.get("column.rate")),
                Table.Column.text(words.get("column.rateDate")));
        for (ExchangeRates.Line rate : converted.rates()) {
            table.row(view.name(rate.from()))
                    .cell(view.name(rate.to()))
                    .number(rate.rate().toPlainString())
                    .cell(rate.date().toString());
        }
        table.end();
    }
}
