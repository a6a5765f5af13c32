package xindang.engine.evaluation;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an attribute of a scorecard applies (评分条件). Attributes are tried in order; the first that applies wins. */
public sealed interface Condition {

    /** The value is missing (缺失). */
    record Missing() implements Condition {
        @Override
        public String toString() {
            return "missing";
        }
    }

    /** Any value no earlier attribute took (其他). */
    record Otherwise() implements Condition {
        @Override
        public String toString() {
            return "otherwise";
        }
    }

    /**
     * A number in a range (区间).
     *
     * @param lo lower bound, {@code null} when open below
     * @param loInclusive whether the lower bound belongs to the range
     * @param hi upper bound, {@code null} when open above
     * @param hiInclusive whether the upper bound belongs to the range
     */
    record Between(
            @Nullable Measure lo,
            boolean loInclusive,
            @Nullable Measure hi,
            boolean hiInclusive) implements Condition {

        /** Refuses an empty range. */
        public Between {
            if (first(lo, loInclusive) > last(hi, hiInclusive)) {
                throw new IllegalArgumentException("empty range " + text(lo, loInclusive, hi, hiInclusive));
            }
        }

        /** From a bound, inclusive, up to another, exclusive; either may be {@code null}, meaning open. */
        public static Between halfOpen(@Nullable Measure lo, @Nullable Measure hi) {
            return new Between(lo, true, hi, false);
        }

        /** The smallest number of the range, in ten-thousandths: bounds are whole there, so open ends become closed ones. */
        long first() {
            return first(lo, loInclusive);
        }

        /** The largest number of the range, in ten-thousandths. */
        long last() {
            return last(hi, hiInclusive);
        }

        @Override
        public String toString() {
            return text(lo, loInclusive, hi, hiInclusive);
        }

        private static long first(@Nullable Measure lo, boolean inclusive) {
            return lo == null ? -Measure.MAX_RAW : lo.raw() + (inclusive ? 0 : 1);
        }

        private static long last(@Nullable Measure hi, boolean inclusive) {
            return hi == null ? Measure.MAX_RAW : hi.raw() - (inclusive ? 0 : 1);
        }

        private static String text(
                @Nullable Measure lo, boolean loInclusive, @Nullable Measure hi, boolean hiInclusive) {
            return (loInclusive && lo != null ? "[" : "(")
                    + (lo == null ? "-∞" : lo)
                    + ", "
                    + (hi == null ? "∞" : hi)
                    + (hiInclusive && hi != null ? "]" : ")");
        }
    }

    /**
     * One of several answers (选项).
     *
     * @param texts at least one, all different
     */
    record OneOf(List<String> texts) implements Condition {

        /** Refuses an empty list and repeated texts. */
        public OneOf {
            texts = List.copyOf(texts);
            if (texts.isEmpty() || new HashSet<>(texts).size() != texts.size()) {
                throw new IllegalArgumentException("answers must be given and differ: " + texts);
            }
        }

        @Override
        public String toString() {
            return String.join(" | ", texts);
        }
    }
}
