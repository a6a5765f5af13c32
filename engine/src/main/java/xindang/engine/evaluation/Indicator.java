package xindang.engine.evaluation;

import java.util.List;

/**
 * An indicator a scorecard reads (指标), with the values that are believable for it.
 *
 * @param name its name in the catalogue, for example {@code weightedDaysLate}
 * @param label shown name
 * @param kind number or chosen answer
 * @param validRanges for a number: the believable ranges; empty = every number
 * @param validTexts for an answer: the answers allowed; empty = every text
 * @param invalid what an unbelievable value means
 * @param required whether a missing value alone makes the customer not rated, even if no characteristic reads it
 */
public record Indicator(
        String name,
        Label label,
        Kind kind,
        List<Condition.Between> validRanges,
        List<String> validTexts,
        Invalid invalid,
        boolean required) {

    /** Kinds of indicator (定量, 定性); a good card holds both (STD-04). */
    public enum Kind {
        /** A number (定量). */
        QUANTITATIVE,
        /** An answer chosen from described levels (定性). */
        QUALITATIVE
    }

    /** What a value outside the believable ones means (无效值处理). */
    public enum Invalid {
        /** It is treated as if it were missing. */
        AS_MISSING,
        /** The customer is not rated. */
        REFUSE
    }

    /** Copies the lists and refuses ranges on answers and answers on numbers. */
    public Indicator {
        validRanges = List.copyOf(validRanges);
        validTexts = List.copyOf(validTexts);
        if (kind == Kind.QUANTITATIVE ? !validTexts.isEmpty() : !validRanges.isEmpty()) {
            throw new IllegalArgumentException("indicator " + name + ": valid values do not fit its kind");
        }
    }

    /** A number without bounds; unbelievable values do not exist for it, text that is no number refuses the rating. */
    public static Indicator number(String name) {
        return new Indicator(name, Label.of(name), Kind.QUANTITATIVE, List.of(), List.of(), Invalid.REFUSE, false);
    }

    /** An answer, any text. */
    public static Indicator answer(String name) {
        return new Indicator(name, Label.of(name), Kind.QUALITATIVE, List.of(), List.of(), Invalid.REFUSE, false);
    }
}
