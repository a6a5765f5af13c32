package xindang.assess.report;

import java.util.ArrayList;
import java.util.List;
import xindang.engine.collection.CollectionPolicy;
import xindang.engine.collection.DunningLadder;
import xindang.engine.collection.Rung;
import xindang.engine.evaluation.Grade;
import xindang.format.CollectionMapping;

/** The collection ladder (催收阶梯) of the run, with the stricter days of lower grades. */
final class LadderPart {

    private final View view;
    private final Words words;

    LadderPart(View view) {
        this.view = view;
        this.words = view.words();
    }

    void write(Html html) {
        CollectionPolicy policy =
                CollectionMapping.policy(view.result().policies().body("col"));
        html.element("h3", words.get("method.ladder"));
        List<String> stricter = view.result().policies().rating().scale().grades().stream()
                .map(Grade::code)
                .filter(policy.stricterByGrade()::containsKey)
                .toList();
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.text(words.get("column.rung")));
        columns.add(Table.Column.number(words.get("column.fromDay")));
        stricter.forEach(code -> columns.add(Table.Column.number(words.get("column.fromDayOfGrade", code))));
        columns.add(Table.Column.text(words.get("column.role")));
        Table table = Table.start(html, words.get("method.ladder.table"), columns.toArray(Table.Column[]::new));
        for (int i = 0; i < policy.ladder().rungs().size(); i++) {
            Rung rung = policy.ladder().rungs().get(i);
            table.row(words.code("rung", rung.code())).count(rung.days());
            for (String code : stricter) {
                DunningLadder own = policy.stricterByGrade().getOrDefault(code, policy.ladder());
                table.count(own.rungs().get(i).days());
            }
            table.cell(words.code("role", rung.role()));
        }
        table.end();
        html.element(
                "p",
                words.get(
                        policy.excludeDisputed() ? "method.ladder.notDisputed" : "method.ladder.disputedToo",
                        WarningThresholds.amounts(view, policy.minimum())),
                "class",
                "explain");
    }
}
