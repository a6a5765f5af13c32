package xindang.engine.creditline;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import xindang.engine.money.Money;

/**
 * A proposed limit and term with every step that led to it (额度建议), so that the method and numbers can be shown (LIM-10).
 *
 * @param limit the proposal
 * @param termDays proposed credit period in days, 0 = prepayment; empty when not assessed
 * @param outcome {@code proposed}, {@code not-rated}, {@code missing-facts} or the reason of "no credit"
 * @param steps the computation in order; empty when there was none
 * @param missing facts that are missing, when they are why there is no proposal
 */
public record LimitProposal(
        CreditLimit limit, OptionalInt termDays, String outcome, List<Step> steps, List<LimitFacts.Fact> missing) {

    /** Copies the lists. */
    public LimitProposal {
        steps = List.copyOf(steps);
        missing = List.copyOf(missing);
    }

    /**
     * One step of the computation.
     *
     * @param rule id of the formula, or {@code gradeFactor}, {@code atMost}, {@code atLeast}, {@code roundTo}
     * @param operands the numbers that went in
     * @param result the amount after the step; {@code null} when the step ended the computation
     */
    public record Step(
            String rule,
            List<LimitFormula.Operand> operands,
            @Nullable Money result) {}
}
