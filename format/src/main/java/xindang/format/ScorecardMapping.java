package xindang.format;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.engine.evaluation.Attribute;
import xindang.engine.evaluation.Characteristic;
import xindang.engine.evaluation.Condition;
import xindang.engine.evaluation.Indicator;
import xindang.engine.evaluation.Indicator.Invalid;
import xindang.engine.evaluation.Indicator.Kind;
import xindang.engine.evaluation.KnockOut;
import xindang.engine.evaluation.Measure;
import xindang.engine.evaluation.MissingRule;
import xindang.engine.evaluation.Points;
import xindang.engine.evaluation.Scorecard;
import xindang.engine.evaluation.Scorecard.Direction;
import xindang.engine.evaluation.Scorecard.Origin;
import xindang.engine.evaluation.Scorecard.ReasonRule;

/** Bodies of kind {@code scorecard}; the policy's id is the card's. */
final class ScorecardMapping {

    private static final Map<String, Kind> KINDS =
            Map.of("quantitative", Kind.QUANTITATIVE, "qualitative", Kind.QUALITATIVE);
    private static final Map<String, Invalid> INVALIDS =
            Map.of("asMissing", Invalid.AS_MISSING, "refuse", Invalid.REFUSE);
    private static final Map<String, MissingRule> MISSING = Map.of(
            "refuse", MissingRule.REFUSE,
            "lowest", MissingRule.LOWEST,
            "neutral", MissingRule.NEUTRAL,
            "redistribute", MissingRule.REDISTRIBUTE,
            "byAttribute", MissingRule.BY_ATTRIBUTE);
    private static final Map<String, Direction> DIRECTIONS =
            Map.of("pointsBelow", Direction.POINTS_BELOW, "pointsAbove", Direction.POINTS_ABOVE);

    private ScorecardMapping() {}

    static Scorecard card(String id, Body body) {
        List<Indicator> indicators = body.objects("indicators").stream()
                .map(ScorecardMapping::indicator)
                .toList();
        List<Characteristic> lines = body.objects("characteristics").stream()
                .map(ScorecardMapping::characteristic)
                .toList();
        List<KnockOut> knockOuts = body.objects("knockOuts").stream()
                .map(ScorecardMapping::knockOut)
                .toList();
        Body reasons = body.object("reasons");
        ReasonRule rule =
                reasons.build(() -> new ReasonRule(reasons.word("direction", DIRECTIONS), reasons.whole("atMost")));
        return body.build(() -> new Scorecard(
                id,
                RatingMapping.label(body, "label"),
                Origin.OWN,
                body.read("initialScore", Measure::of),
                indicators,
                lines,
                knockOuts,
                rule));
    }

    private static Indicator indicator(Body body) {
        List<Condition.Between> ranges = body.objects("validRanges").stream()
                .map(ScorecardMapping::between)
                .toList();
        return body.build(() -> new Indicator(
                body.text("name"),
                RatingMapping.label(body, "label"),
                body.word("kind", KINDS),
                ranges,
                body.texts("validTexts"),
                body.word("invalid", INVALIDS),
                body.flag("required")));
    }

    private static Characteristic characteristic(Body body) {
        List<Attribute> rows = body.objects("attributes").stream()
                .map(row -> new Attribute(condition(row.object("when")), points(row)))
                .toList();
        return body.build(() -> new Characteristic(
                body.text("code"),
                RatingMapping.label(body, "label"),
                body.text("indicator"),
                body.read("weight", Measure::of),
                body.read("baseline", Measure::of),
                body.text("reasonCode"),
                body.word("missing", MISSING),
                rows));
    }

    private static KnockOut knockOut(Body body) {
        return new KnockOut(
                body.text("code"),
                RatingMapping.label(body, "label"),
                body.text("indicator"),
                condition(body.object("when")),
                body.text("cappedAt"));
    }

    private static Points points(Body row) {
        if (!row.has("slope")) {
            return new Points.Fixed(row.read("points", Measure::of));
        }
        return new Points.Linear(row.read("points", Measure::of), row.read("slope", Measure::of));
    }

    private static Condition condition(Body when) {
        List<String> names = when.names();
        if (names.equals(List.of("missing")) && when.flag("missing")) {
            return new Condition.Missing();
        }
        if (names.equals(List.of("otherwise")) && when.flag("otherwise")) {
            return new Condition.Otherwise();
        }
        if (names.equals(List.of("oneOf"))) {
            return when.build(() -> new Condition.OneOf(when.texts("oneOf")));
        }
        return between(when);
    }

    private static Condition.Between between(Body when) {
        List<String> names = when.names();
        boolean known = List.of("from", "above", "to", "below").containsAll(names);
        if (!known
                || names.isEmpty()
                || (when.has("from") && when.has("above"))
                || (when.has("to") && when.has("below"))) {
            throw when.wrong("a condition is one of {\"missing\":true}, {\"otherwise\":true}, {\"oneOf\":[…]}"
                    + " or a range of at most one of from, above and one of to, below");
        }
        return when.build(() -> new Condition.Between(
                bound(when, "from", "above"), when.has("from"), bound(when, "to", "below"), when.has("to")));
    }

    private static @Nullable Measure bound(Body when, String inclusive, String exclusive) {
        if (when.has(inclusive)) {
            return when.read(inclusive, Measure::of);
        }
        return when.has(exclusive) ? when.read(exclusive, Measure::of) : null;
    }
}
