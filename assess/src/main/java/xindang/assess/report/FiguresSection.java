package xindang.assess.report;

import java.util.Currency;
import java.util.List;
import xindang.assess.CurrencyTotals;
import xindang.assess.Tally.TopCustomer;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.DaysSalesOutstanding;
import xindang.engine.receivable.SettledDays;

/** The five figures per currency that people look for first. */
final class FiguresSection implements Section {

    private final View view;
    private final Words words;

    FiguresSection(View view) {
        this.view = view;
        this.words = view.words();
    }

    @Override
    public String id() {
        return "figures";
    }

    @Override
    public void write(Html html) {
        for (CurrencyTotals totals : view.currencies()) {
            if (view.severalCurrencies()) {
                html.element("h3", view.name(totals.currency()));
            }
            html.open("dl", "class", "figures");
            amounts(html, totals.currency(), totals.measures());
            days(html, totals);
            largest(html, totals);
            html.close().line();
        }
        others(html);
        html.element("p", words.get("figures.explain"), "class", "explain");
    }

    private void amounts(Html html, Currency currency, AccountMeasures measures) {
        figure(
                html,
                "open",
                Figures.moneyWithUnit(currency, measures.open()),
                words.get("figure.open.more", Figures.count(measures.openCount())));
        figure(
                html,
                "overdue",
                Figures.moneyWithUnit(currency, measures.overdue()),
                words.get("figure.overdue.more", Figures.percent(measures.overdue(), measures.open())));
    }

    private void days(Html html, CurrencyTotals totals) {
        DaysSalesOutstanding dso = totals.dso();
        figure(
                html,
                "dso",
                Figures.days(dso.simple()),
                words.get("figure.dso.more", Figures.days(dso.countBack()), Figures.days(dso.bestPossible())));
        figure(
                html,
                "late",
                Figures.days(totals.measures().settledDays().averageDaysLate()),
                settled(totals.measures().settledDays()));
    }

    private String settled(SettledDays days) {
        return days.settled() == 0
                ? words.get("figure.late.none")
                : words.get("figure.late.more", Figures.count(days.settled()), Figures.count(days.late()));
    }

    private void largest(Html html, CurrencyTotals totals) {
        var largest = view.result().tally().largest(totals.currency().getCurrencyCode());
        String share = largest.map(TopCustomer::open)
                .flatMap(totals::share)
                .map(Figures::percent)
                .orElse(Figures.UNKNOWN);
        figure(
                html,
                "largest",
                share,
                largest.map(one -> Names.brief(TopSection.shown(one))).orElse(""));
    }

    private void figure(Html html, String key, String value, String more) {
        html.open("div").element("dt", words.get("figure." + key));
        html.open("dd")
                .element("strong", value, "class", value.startsWith("-") ? "neg" : "pos")
                .element("span", more, "class", "more")
                .close()
                .close();
    }

    private void others(Html html) {
        List<CurrencyTotals> others = view.otherCurrencies();
        if (others.isEmpty()) {
            return;
        }
        Table table = Table.start(
                html,
                words.get("figures.others"),
                Table.Column.text(words.get("column.currency")),
                Table.Column.number(words.get("column.items")),
                Table.Column.number(words.get("column.open")),
                Table.Column.number(words.get("column.overdue")));
        for (CurrencyTotals totals : others) {
            table.row(view.name(totals.currency()))
                    .count(totals.measures().openCount())
                    .money(totals.currency(), totals.measures().open())
                    .money(totals.currency(), totals.measures().overdue());
        }
        table.end();
    }
}
