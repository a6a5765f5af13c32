package xindang.assess.report;

import java.math.BigDecimal;
import java.util.Optional;
import xindang.engine.evaluation.Attribute;
import xindang.engine.evaluation.Characteristic;
import xindang.engine.evaluation.Condition;
import xindang.engine.evaluation.Indicator;
import xindang.engine.evaluation.KnockOut;
import xindang.engine.evaluation.Measure;
import xindang.engine.evaluation.Points;
import xindang.engine.evaluation.Scorecard;

/** The scorecard (评分卡) of the run with all its points, and the knock-outs. */
final class ScorecardPart {

    private final View view;
    private final Words words;
    private final Scorecard card;

    ScorecardPart(View view) {
        this.view = view;
        this.words = view.words();
        this.card = view.result().policies().scorecard().card();
    }

    void write(Html html) {
        html.element("h3", words.get("method.card", words.label(card.label())));
        html.element(
                "p",
                words.get(
                        "method.card.explain",
                        card.initialScore(),
                        card.totalWeight(),
                        Badge.scaleName(view, view.result().policies().rating().scale())),
                "class",
                "explain");
        html.open("div", "class", "cards");
        card.characteristics().forEach(characteristic -> characteristic(html, characteristic));
        html.close();
        knockOuts(html);
    }

    private void characteristic(Html html, Characteristic characteristic) {
        Optional<Indicator> indicator = card.indicator(characteristic.indicator());
        html.open("div", "class", "card");
        html.element("h4", words.label(characteristic.label()));
        html.open("p", "class", "more")
                .text(indicator.map(one -> words.label(one.label()) + " ").orElse(""))
                .element("code", characteristic.indicator())
                .text(" " + words.get("method.weight", characteristic.weight()))
                .close();
        if (words.has("indicator." + characteristic.indicator())) {
            html.element("p", words.get("indicator." + characteristic.indicator()), "class", "more");
        }
        Table table = Table.start(
                html,
                words.get("method.points", words.label(characteristic.label())),
                Table.Column.text(words.get("column.value")),
                Table.Column.number(words.get("column.points")));
        for (Attribute attribute : characteristic.attributes()) {
            table.row(condition(characteristic.indicator(), attribute.condition()))
                    .number(points(attribute.points()));
        }
        table.end();
        html.element("p", words.get("missing." + characteristic.missing()), "class", "more")
                .close();
    }

    private String points(Points points) {
        return switch (points) {
            case Points.Fixed(var fixed) -> fixed.text();
            case Points.Linear(var base, var slope) -> words.get("method.line", base, slope);
        };
    }

    private String condition(String indicator, Condition condition) {
        return switch (condition) {
            case Condition.Missing() -> words.get("condition.missing");
            case Condition.Otherwise() -> words.get("condition.otherwise");
            case Condition.OneOf(var texts) -> words.list(texts);
            case Condition.Between range -> range(indicator, range);
        };
    }

    private String range(String indicator, Condition.Between range) {
        String low = range.lo() == null ? "" : (range.loInclusive() ? "≥ " : "> ") + value(indicator, range.lo());
        String high = range.hi() == null ? "" : (range.hiInclusive() ? "≤ " : "< ") + value(indicator, range.hi());
        return low.isEmpty() || high.isEmpty() ? low + high : low + ", " + high;
    }

    /** A bound in the unit of its indicator; shares are shown in percent. */
    private String value(String indicator, Measure bound) {
        if (!words.has("indicatorUnit." + indicator)) {
            return bound.text();
        }
        boolean share = words.get("indicatorUnit." + indicator, "").endsWith("%");
        BigDecimal shown = share ? bound.decimal().movePointRight(2) : bound.decimal();
        return words.get(
                "indicatorUnit." + indicator, shown.stripTrailingZeros().toPlainString());
    }

    private void knockOuts(Html html) {
        if (card.knockOuts().isEmpty()) {
            return;
        }
        Table table = Table.start(
                html,
                words.get("method.knockOuts"),
                Table.Column.text(words.get("column.knockOut")),
                Table.Column.text(words.get("column.condition")),
                Table.Column.text(words.get("column.cappedAt")));
        for (KnockOut knockOut : card.knockOuts()) {
            String indicator = card.indicator(knockOut.indicator())
                    .map(one -> words.label(one.label()))
                    .orElse(knockOut.indicator());
            table.row(words.label(knockOut.label()))
                    .cell(indicator + " " + condition(knockOut.indicator(), knockOut.condition()))
                    .cell(() -> Badge.grade(html, view, knockOut.cappedAt()));
        }
        table.end();
    }
}
