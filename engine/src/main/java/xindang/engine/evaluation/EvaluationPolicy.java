package xindang.engine.evaluation;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Which card evaluates and when again (信用评价政策).
 *
 * @param card id of the scorecard for customers known by their ledger only
 * @param reviewMonths months to the next review by grade code (复评周期, EVAL-05)
 * @param statementMaxAgeMonths oldest financial statement accepted, in months after its period's end (STD-13)
 */
public record EvaluationPolicy(String card, Map<String, Integer> reviewMonths, int statementMaxAgeMonths) {

    /** Copies the map and checks the months. */
    public EvaluationPolicy {
        reviewMonths = Map.copyOf(reviewMonths);
        reviewMonths.forEach((grade, months) -> {
            if (months < 1 || months > 60) {
                throw new IllegalArgumentException(
                        "grade " + grade + ": review after " + months + " months is not within 1 to 60");
            }
        });
    }

    /** Months to the next review of a customer with this grade; empty when the policy names none. */
    public OptionalInt reviewMonths(Grade grade) {
        Integer months = reviewMonths.get(grade.code());
        return months == null ? OptionalInt.empty() : OptionalInt.of(months);
    }
}
