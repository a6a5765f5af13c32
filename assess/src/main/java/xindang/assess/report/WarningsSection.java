package xindang.assess.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xindang.engine.warning.WarningLevel;
import xindang.engine.warning.WarningRules;

/** Warnings (预警) by rule and level. */
final class WarningsSection implements Section {

    private final View view;
    private final Words words;
    private final List<WarningLevel> levels;

    WarningsSection(View view) {
        this.view = view;
        this.words = view.words();
        this.levels = view.warning().levels();
    }

    @Override
    public String id() {
        return "warnings";
    }

    @Override
    public void write(Html html) {
        Map<String, Map<String, Integer>> byRule = view.result().tally().warningsByRule();
        if (byRule.isEmpty()) {
            html.element("p", words.get("warnings.none"));
        }
        html.open("p", "class", "levels");
        for (WarningLevel level : levels.reversed()) {
            html.open("span", "class", "tile");
            Badge.level(html, view, level);
            html.element("strong", Figures.count(count(level.code()))).close().text(" ");
        }
        html.close();
        table(html, byRule);
        html.element("p", words.get("warnings.explain"), "class", "explain");
    }

    private int count(String level) {
        return view.result().tally().warningsByLevel().getOrDefault(level, 0);
    }

    /** Every rule in force, those that found nothing too, and any other that spoke. */
    private static Set<String> rules(Set<String> spoke) {
        var rules = new LinkedHashSet<String>();
        WarningRules.BOOK.inForce().forEach(rule -> rules.add(rule.id().name()));
        rules.addAll(spoke);
        return rules;
    }

    private void table(Html html, Map<String, Map<String, Integer>> byRule) {
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.text(words.get("column.rule")));
        columns.add(Table.Column.text(words.get("column.condition")));
        levels.reversed().forEach(level -> columns.add(Table.Column.number(Badge.levelName(view, level))));
        columns.add(Table.Column.number(words.get("total")));
        Table table = Table.start(html, words.get("warnings.table"), columns.toArray(Table.Column[]::new));
        var thresholds = new WarningThresholds(view);
        for (String rule : rules(byRule.keySet())) {
            Map<String, Integer> counts = byRule.getOrDefault(rule, Map.of());
            table.row(words.code("rule", rule)).prose(thresholds.of(rule));
            levels.reversed().forEach(level -> table.count(counts.getOrDefault(level.code(), 0)));
            table.count(counts.values().stream().mapToInt(Integer::intValue).sum());
        }
        table.total(words.get("total")).cell("");
        levels.reversed().forEach(level -> table.count(count(level.code())));
        table.count(view.result().tally().warningsByLevel().values().stream()
                .mapToInt(Integer::intValue)
                .sum());
        table.end();
    }
}
