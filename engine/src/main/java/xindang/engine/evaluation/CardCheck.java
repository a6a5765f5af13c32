package xindang.engine.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import xindang.engine.evaluation.Condition.Between;
import xindang.engine.evaluation.Condition.Missing;
import xindang.engine.evaluation.Condition.OneOf;
import xindang.engine.evaluation.Condition.Otherwise;
import xindang.engine.evaluation.Scorecard.Origin;

/** The checks of a scorecard: contradictions, gaps, rows without effect, weights, and room for the arithmetic. */
final class CardCheck {

    private static final long HUNDRED = 100 * Measure.UNIT;

    private final Origin origin;
    private final List<Characteristic> lines;
    private final List<KnockOut> knockOuts;
    private final Map<String, Indicator> indicators = new HashMap<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long largestTotal;

    private CardCheck(Origin origin, List<Characteristic> lines, List<KnockOut> knockOuts) {
        this.origin = origin;
        this.lines = lines;
        this.knockOuts = knockOuts;
    }

    static List<String> errors(
            Origin origin,
            Measure initial,
            List<Indicator> indicators,
            List<Characteristic> lines,
            List<KnockOut> knockOuts) {
        return run(origin, initial, indicators, lines, knockOuts).errors;
    }

    static List<String> warnings(Scorecard card) {
        CardCheck check =
                run(card.origin(), card.initialScore(), card.indicators(), card.characteristics(), card.knockOuts());
        check.checkKinds(card.indicators());
        return List.copyOf(check.warnings);
    }

    private static CardCheck run(
            Origin origin,
            Measure initial,
            List<Indicator> indicators,
            List<Characteristic> lines,
            List<KnockOut> knockOuts) {
        var check = new CardCheck(origin, lines, knockOuts);
        check.largestTotal = Math.abs(initial.raw());
        check.checkNames(indicators);
        lines.forEach(check::checkLine);
        knockOuts.forEach(check::checkKnockOut);
        check.checkTotals();
        return check;
    }

    private void checkNames(List<Indicator> all) {
        for (Indicator indicator : all) {
            if (indicators.put(indicator.name(), indicator) != null) {
                errors.add("two indicators are named " + indicator.name());
            }
        }
        if (lines.isEmpty()) {
            errors.add("it has no characteristic");
        }
        Set<String> codes = new HashSet<>();
        for (Characteristic line : lines) {
            if (!codes.add(line.code())) {
                errors.add("two characteristics have the code " + line.code());
            }
        }
        codes.clear();
        for (KnockOut knockOut : knockOuts) {
            if (!codes.add(knockOut.code())) {
                errors.add("two knock-outs have the code " + knockOut.code());
            }
        }
    }

    private void checkLine(Characteristic line) {
        Indicator indicator = indicators.get(line.indicator());
        String where = "characteristic " + line.code() + ": ";
        if (indicator == null) {
            errors.add(where + "there is no indicator " + line.indicator());
            return;
        }
        if (line.conditions().stream().anyMatch(condition -> !fits(condition, indicator))) {
            errors.add(where + "a condition does not fit the kind of indicator " + indicator.name());
            return;
        }
        Reading reading = Reading.of(indicator, line.conditions(), Reading.dictionary(indicator, lines, knockOuts));
        checkCover(where, line, indicator, reading);
        checkPoints(where, line, reading);
    }

    private static boolean fits(Condition condition, Indicator indicator) {
        boolean number = indicator.kind() == Indicator.Kind.QUANTITATIVE;
        return switch (condition) {
            case Between _ -> number;
            case OneOf _ -> !number;
            case Missing(), Otherwise() -> true;
        };
    }

    private void checkCover(String where, Characteristic line, Indicator indicator, Reading reading) {
        boolean byAttribute = line.missing() == MissingRule.BY_ATTRIBUTE;
        // An answer's reading also lists the missing value; it is judged by the missing rule below, not as a gap.
        List<Integer> present = indicator.kind() == Indicator.Kind.QUANTITATIVE
                ? reading.outcomes()
                : reading.outcomes()
                        .subList(Reading.UNKNOWN_TEXT, reading.outcomes().size());
        for (int i = 0; i < line.attributes().size(); i++) {
            if (!present.contains(i) && !(byAttribute && reading.missing() == i)) {
                imperfect(where + "attribute " + (i + 1) + " ("
                        + line.attributes().get(i).condition() + ") can never apply");
            }
        }
        if (present.contains(Reading.GAP)) {
            imperfect(where + "no attribute takes " + gap(indicator, reading) + "; add one or an \"otherwise\"");
        }
        if (byAttribute && reading.missing() == Reading.GAP) {
            imperfect(where + "no attribute takes a missing value");
        }
    }

    private static String gap(Indicator indicator, Reading reading) {
        if (indicator.kind() == Indicator.Kind.QUALITATIVE) {
            return "every possible answer";
        }
        int band = reading.outcomes().indexOf(Reading.GAP);
        return "the values from " + new Measure(reading.starts().get(band)) + " to " + new Measure(reading.end(band));
    }

    private void checkPoints(String where, Characteristic line, Reading reading) {
        PointRange range = PointRange.of(line.attributes(), reading);
        if (range == null) {
            errors.add(where + "the straight line is too steep for its range; give the range bounds");
            return;
        }
        long largest = Math.max(Math.abs(range.fewest()), Math.abs(range.most()));
        largest = Math.max(largest, Math.abs(line.baseline().raw()));
        largestTotal = Math.min(Long.MAX_VALUE / 4, largestTotal) + Math.min(Long.MAX_VALUE / 4, largest);
        if (origin == Origin.OWN && range.most() != line.weight().raw()) {
            errors.add(where + "its best attribute gives " + text(range.most()) + " points, its weight is "
                    + line.weight());
        }
        if (line.missing() == MissingRule.REDISTRIBUTE && line.weight().raw() <= 0) {
            errors.add(where + "a weight that is spread over the others must be above 0");
        }
    }

    private void checkKnockOut(KnockOut knockOut) {
        Indicator indicator = indicators.get(knockOut.indicator());
        String where = "knock-out " + knockOut.code() + ": ";
        if (indicator == null) {
            errors.add(where + "there is no indicator " + knockOut.indicator());
        } else if (!fits(knockOut.condition(), indicator)) {
            errors.add(where + "its condition does not fit the kind of indicator " + indicator.name());
        } else if (knockOut.condition() instanceof Otherwise) {
            errors.add(where + "\"otherwise\" would hit every customer");
        }
    }

    private void checkTotals() {
        long total = 0;
        boolean redistributes = false;
        for (Characteristic line : lines) {
            total = Math.min(Measure.MAX_RAW * 2, total + line.weight().raw());
            redistributes |= line.missing() == MissingRule.REDISTRIBUTE;
            if (line.weight().raw() < 0) {
                errors.add("characteristic " + line.code() + ": its weight is below 0");
            }
        }
        if (origin == Origin.OWN && total != HUNDRED) {
            errors.add("the weights total " + text(total) + ", not 100");
        }
        if (largestTotal > Measure.MAX_RAW || total > Measure.MAX_RAW) {
            errors.add("its points can exceed 100000000000");
        } else if (redistributes && Math.multiplyHigh(largestTotal, 2 * total) != 0) {
            errors.add("its points are too large to spread a weight");
        }
    }

    private void checkKinds(List<Indicator> all) {
        Set<Indicator.Kind> kinds = new HashSet<>();
        for (Indicator indicator : all) {
            kinds.add(indicator.kind());
        }
        if (kinds.size() == 1) {
            warnings.add("it reads " + kinds.iterator().next().name().toLowerCase(Locale.ROOT) + " indicators only");
        }
    }

    private void imperfect(String text) {
        (origin == Origin.OWN ? errors : warnings).add(text);
    }

    private static String text(long raw) {
        return Math.abs(raw) <= Measure.MAX_RAW ? new Measure(raw).text() : "more than 100000000000";
    }
}
