package xindang.engine.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import xindang.engine.evaluation.Condition.Between;
import xindang.engine.evaluation.Condition.Missing;
import xindang.engine.evaluation.Condition.OneOf;
import xindang.engine.evaluation.Condition.Otherwise;

/**
 * What a list of conditions makes of every possible value of one indicator, worked out beforehand. Numbers are whole in
 * ten-thousandths, so any list of ranges, overlapping or not, comes down to disjoint bands in ascending order; answers
 * come down to one outcome per known text.
 *
 * @param starts for a number: first value of each band, ascending from the smallest measure; for an answer: empty
 * @param outcomes per band, or per answer code (0 missing, 1 any text not listed, 2 and up the texts of the dictionary): the
 *     index of the first condition that applies, else {@link #GAP} or {@link #INVALID}
 * @param missing the index of the first condition that takes a missing value, else {@link #GAP}
 */
record Reading(List<Long> starts, List<Integer> outcomes, int missing) {

    static final int GAP = -1;
    static final int INVALID = -2;
    static final int UNKNOWN_TEXT = 1;
    static final int FIRST_TEXT = 2;

    static Reading of(Indicator indicator, List<Condition> conditions, List<String> dictionary) {
        int missing = GAP;
        for (int i = conditions.size() - 1; i >= 0; i--) {
            if (conditions.get(i) instanceof Missing || conditions.get(i) instanceof Otherwise) {
                missing = i;
            }
        }
        return indicator.kind() == Indicator.Kind.QUANTITATIVE
                ? numbers(indicator, conditions, missing)
                : answers(indicator, conditions, dictionary, missing);
    }

    /** All texts the card names for an indicator, in order of appearance. */
    static List<String> dictionary(Indicator indicator, List<Characteristic> lines, List<KnockOut> knockOuts) {
        var texts = new LinkedHashSet<>(indicator.validTexts());
        for (Characteristic line : lines) {
            if (line.indicator().equals(indicator.name())) {
                line.conditions().forEach(condition -> addTexts(texts, condition));
            }
        }
        for (KnockOut knockOut : knockOuts) {
            if (knockOut.indicator().equals(indicator.name())) {
                addTexts(texts, knockOut.condition());
            }
        }
        return List.copyOf(texts);
    }

    private static void addTexts(LinkedHashSet<String> texts, Condition condition) {
        if (condition instanceof OneOf(var answers)) {
            texts.addAll(answers);
        }
    }

    private static Reading numbers(Indicator indicator, List<Condition> conditions, int missing) {
        var borders = new TreeSet<Long>();
        borders.add(-Measure.MAX_RAW);
        indicator.validRanges().forEach(range -> addBorders(borders, range));
        for (Condition condition : conditions) {
            if (condition instanceof Between range) {
                addBorders(borders, range);
            }
        }
        var starts = new ArrayList<Long>();
        var outcomes = new ArrayList<Integer>();
        for (long start : borders) {
            int outcome = isBelievable(indicator, start) ? firstFor(conditions, start) : INVALID;
            if (outcomes.isEmpty() || outcomes.getLast() != outcome) {
                starts.add(start);
                outcomes.add(outcome);
            }
        }
        return new Reading(starts, outcomes, missing);
    }

    private static void addBorders(TreeSet<Long> borders, Between range) {
        borders.add(range.first());
        if (range.last() < Measure.MAX_RAW) {
            borders.add(range.last() + 1);
        }
    }

    private static boolean isBelievable(Indicator indicator, long value) {
        return indicator.validRanges().isEmpty()
                || indicator.validRanges().stream().anyMatch(range -> value >= range.first() && value <= range.last());
    }

    private static int firstFor(List<Condition> conditions, long value) {
        for (int i = 0; i < conditions.size(); i++) {
            switch (conditions.get(i)) {
                case Between range
                when value >= range.first() && value <= range.last() -> {
                    return i;
                }
                case Otherwise() -> {
                    return i;
                }
                default -> {}
            }
        }
        return GAP;
    }

    private static Reading answers(
            Indicator indicator, List<Condition> conditions, List<String> dictionary, int missing) {
        var outcomes = new ArrayList<Integer>();
        outcomes.add(missing);
        List<String> allowed = indicator.validTexts();
        // A text that stands for all unknown ones: no condition can name it, so only "otherwise" takes it.
        outcomes.add(allowed.isEmpty() ? firstFor(conditions, "", true) : INVALID);
        for (String text : dictionary) {
            boolean believable = allowed.isEmpty() || allowed.contains(text);
            outcomes.add(believable ? firstFor(conditions, text, false) : INVALID);
        }
        return new Reading(List.of(), outcomes, missing);
    }

    private static int firstFor(List<Condition> conditions, String text, boolean unknown) {
        for (int i = 0; i < conditions.size(); i++) {
            switch (conditions.get(i)) {
                case OneOf(var texts)
                when !unknown && texts.contains(text) -> {
                    return i;
                }
                case Otherwise() -> {
                    return i;
                }
                default -> {}
            }
        }
        return GAP;
    }

    /** Last value of a band, in ten-thousandths. */
    long end(int band) {
        return band + 1 < starts.size() ? starts.get(band + 1) - 1 : Measure.MAX_RAW;
    }
}
