package xindang.engine.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * One grade of a rating scale (信用等级).
 *
 * @param code how the grade is written, for example {@code AAA} or {@code 优秀}
 * @param meaning its written meaning, shown wherever the grade appears (RAT-05); may be empty
 * @param position place on the master scale, 1 (best) to 10 (no cooperation), by which scales are compared (RAT-03)
 * @param minScore lowest score that earns the grade, inclusive; {@code null} for the lowest grade, which has no floor
 */
public record Grade(
        String code, Label meaning, int position, @Nullable Measure minScore) {

    /** Checks code and position. */
    public Grade {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a grade needs a code");
        }
        if (position < 1 || position > 10) {
            throw new IllegalArgumentException("grade " + code + ": position " + position + " is not within 1 to 10");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
