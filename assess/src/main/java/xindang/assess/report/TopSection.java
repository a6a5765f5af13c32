package xindang.assess.report;

import java.util.Currency;
import java.util.List;
import xindang.assess.CurrencyTotals;
import xindang.assess.Tally.TopCustomer;

/** The customers with the largest overdue amounts (逾期大户) per currency. */
final class TopSection implements Section {

    private final View view;
    private final Words words;

    TopSection(View view) {
        this.view = view;
        this.words = view.words();
    }

    @Override
    public String id() {
        return "top";
    }

    @Override
    public void write(Html html) {
        boolean any = false;
        for (CurrencyTotals totals : view.currencies()) {
            List<TopCustomer> customers =
                    view.result().tally().top(totals.currency().getCurrencyCode());
            if (!customers.isEmpty()) {
                table(html, totals.currency(), customers);
                any = true;
            }
        }
        html.element("p", words.get(any ? "top.explain" : "top.none"), "class", "explain");
    }

    private void table(Html html, Currency currency, List<TopCustomer> customers) {
        Table table = Table.start(
                html,
                view.ofCurrency("top.table", currency),
                Table.Column.text(words.get("column.customer")),
                Table.Column.number(view.inUnit("column.open", currency)),
                Table.Column.number(view.inUnit("column.overdue", currency)),
                Table.Column.number(words.get("column.longest")),
                Table.Column.number(words.get("column.score")),
                Table.Column.text(words.get("column.grade")),
                Table.Column.number(view.inUnit("column.limit", currency)));
        for (TopCustomer customer : customers) {
            table.row(() -> name(html, customer))
                    .money(currency, customer.open())
                    .money(currency, customer.overdue())
                    .count(customer.maxDaysPastDue())
                    .number(customer.score().isEmpty() ? Figures.UNKNOWN : customer.score())
                    .cell(() -> Badge.grade(html, view, customer.grade()))
                    .number(Figures.limit(customer.limit(), words));
        }
        table.end();
    }

    private static void name(Html html, TopCustomer customer) {
        Names.write(html, shown(customer));
        if (!customer.name().isBlank() && !customer.name().equals(customer.customer())) {
            html.open("span", "class", "more");
            Names.write(html, customer.customer());
            html.close();
        }
    }

    /** The name, or the number where the ledger has no name. */
    static String shown(TopCustomer customer) {
        return customer.name().isBlank() ? customer.customer() : customer.name();
    }
}
