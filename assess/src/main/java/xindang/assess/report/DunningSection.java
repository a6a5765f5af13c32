package xindang.assess.report;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import xindang.assess.CurrencyTotals;
import xindang.assess.Tally.CountAndSum;
import xindang.engine.collection.CollectionPolicy;
import xindang.engine.collection.Rung;
import xindang.format.CollectionMapping;

/** The dunning list (催收清单) by rung and currency, and what each rung means. */
final class DunningSection implements Section {

    private final View view;
    private final Words words;
    private final CollectionPolicy policy;

    DunningSection(View view) {
        this.view = view;
        this.words = view.words();
        this.policy = CollectionMapping.policy(view.result().policies().body("col"));
    }

    @Override
    public String id() {
        return "dunning";
    }

    @Override
    public void write(Html html) {
        boolean any = false;
        for (CurrencyTotals totals : view.currencies()) {
            Map<String, CountAndSum> rungs =
                    view.result().tally().dunning().get(totals.currency().getCurrencyCode());
            if (rungs != null) {
                table(html, totals.currency(), rungs);
                any = true;
            }
        }
        if (!any) {
            html.element("p", words.get("dunning.none"));
        }
        html.element("p", words.get("dunning.explain"), "class", "explain");
    }

    private void table(Html html, Currency currency, Map<String, CountAndSum> rungs) {
        Table table = Table.start(
                html,
                view.ofCurrency("dunning.table", currency),
                Table.Column.text(words.get("column.rung")),
                Table.Column.text(words.get("column.means")),
                Table.Column.number(words.get("column.fromDay")),
                Table.Column.number(words.get("column.items")),
                Table.Column.number(view.inUnit("column.amount", currency)));
        int count = 0;
        long amount = 0;
        for (Rung rung : policy.ladder().rungs()) {
            CountAndSum sum = Optional.ofNullable(rungs.get(rung.code())).orElse(new CountAndSum(0, 0));
            table.row(words.code("rung", rung.code()))
                    .prose(words.get("rung.who", words.code("rungMeans", rung.code()), words.code("role", rung.role())))
                    .count(rung.days())
                    .count(sum.count())
                    .money(currency, sum.amount());
            count += sum.count();
            amount = Math.addExact(amount, sum.amount());
        }
        table.total(words.get("total")).cell("").cell("").count(count).money(currency, amount);
        table.end();
    }
}
