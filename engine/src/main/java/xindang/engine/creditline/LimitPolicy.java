package xindang.engine.creditline;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import xindang.engine.creditline.LimitFormula.Operand;
import xindang.engine.creditline.LimitFormula.Outcome.Computed;
import xindang.engine.creditline.LimitFormula.Outcome.Lacking;
import xindang.engine.creditline.LimitProposal.Step;
import xindang.engine.money.AmountByCurrency;
import xindang.engine.money.Money;

/**
 * How limits and terms are proposed (额度政策): formula × the grade's factor, kept within bounds, rounded down to a step.
 *
 * @param formula how the amount before the grade is sized
 * @param roundTo step the limit is rounded down to; none in a currency = the smallest unit
 * @param atMost largest limit proposed; none = unbounded
 * @param atLeast a limit that comes out above zero is raised to this; none = not raised
 * @param term how the credit period is proposed
 * @param validityMonths life of a limit in months
 * @param reminderLevels use of the limit, in percent, at which reminders go out; ascending
 * @param aboveLimit what happens above 100 %
 */
public record LimitPolicy(
        LimitFormula formula,
        AmountByCurrency roundTo,
        AmountByCurrency atMost,
        AmountByCurrency atLeast,
        TermByGrade term,
        int validityMonths,
        List<Integer> reminderLevels,
        AboveLimit aboveLimit) {

    /** How the credit period (账期) is proposed. */
    public enum TermByGrade {
        /** The period of the grade. */
        GRADE_PERIOD,
        /** The term the customer has now, at most the period of the grade; without one, the period of the grade. */
        USUAL_TERM_WITHIN_GRADE_PERIOD
    }

    /** What happens to new credit above 100 % (超额度处理). */
    public enum AboveLimit {
        /** Stopped unless released. */
        STOP_UNLESS_RELEASED,
        /** A warning only. */
        WARN
    }

    /** Reason: the grade's factor is 0. */
    public static final String GRADE_ALLOWS_NONE = "grade-allows-none";

    /** Reason: what the formula multiplies is zero or negative. */
    public static final String NO_BASE = "no-base";

    /** Reason: less than one step is left after rounding. */
    public static final String BELOW_STEP = "below-step";

    /** Checks the levels. */
    public LimitPolicy {
        reminderLevels = List.copyOf(reminderLevels);
        for (int i = 1; i < reminderLevels.size(); i++) {
            if (reminderLevels.get(i) <= reminderLevels.get(i - 1)) {
                throw new IllegalArgumentException("reminder levels do not rise: " + reminderLevels);
            }
        }
        if (validityMonths < 1) {
            throw new IllegalArgumentException("validity of " + validityMonths + " months");
        }
    }

    /**
     * Proposes limit and term.
     *
     * @param facts what is known
     * @param row conditions of the customer's grade; {@code null} = not rated
     */
    public LimitProposal propose(LimitFacts facts, @Nullable GradePolicy row) {
        if (row == null) {
            return new LimitProposal(
                    new CreditLimit.NotAssessed(), OptionalInt.empty(), "not-rated", List.of(), List.of());
        }
        if (row.limitFactor().value().signum() == 0) {
            return noCredit(GRADE_ALLOWS_NONE, List.of(factor(row)));
        }
        return switch (formula.compute(facts, row.creditPeriodDays())) {
            case Lacking(var id, var missing) ->
                new LimitProposal(
                        new CreditLimit.NotAssessed(), OptionalInt.empty(), "missing-facts", List.of(), missing);
            case Computed computed -> sized(computed, facts, row);
        };
    }

    private LimitProposal sized(Computed computed, LimitFacts facts, GradePolicy row) {
        var steps = new ArrayList<Step>();
        Money amount = computed.amount();
        steps.add(new Step(computed.formula(), computed.numbers(), amount));
        if (!amount.isPositive()) {
            return noCredit(NO_BASE, steps);
        }
        amount = amount.times(row.limitFactor(), RoundingMode.FLOOR);
        steps.add(new Step("gradeFactor", List.of(grade(row), limitFactor(row)), amount));
        amount = bounded(amount, steps);
        Money rounded = roundDown(amount);
        roundTo.in(amount.currency())
                .ifPresent(step ->
                        steps.add(new Step("roundTo", List.of(new Operand("step", step.decimal())), rounded)));
        if (!rounded.isPositive()) {
            return noCredit(BELOW_STEP, steps);
        }
        return new LimitProposal(
                new CreditLimit.Capped(rounded), OptionalInt.of(termDays(facts, row)), "proposed", steps, List.of());
    }

    private Money bounded(Money sized, List<Step> steps) {
        Money amount = sized;
        Optional<Money> most = atMost.in(amount.currency());
        if (most.isPresent() && amount.compareTo(most.get()) > 0) {
            amount = most.get();
            steps.add(new Step("atMost", List.of(new Operand("atMost", amount.decimal())), amount));
        }
        Optional<Money> least = atLeast.in(amount.currency());
        if (least.isPresent() && amount.isPositive() && amount.compareTo(least.get()) < 0) {
            amount = least.get();
            steps.add(new Step("atLeast", List.of(new Operand("atLeast", amount.decimal())), amount));
        }
        return amount;
    }

    private Money roundDown(Money amount) {
        long step = roundTo.in(amount.currency()).map(Money::minor).orElse(1L);
        return step <= 1 ? amount : new Money(amount.currency(), amount.minor() - Math.floorMod(amount.minor(), step));
    }

    private int termDays(LimitFacts facts, GradePolicy row) {
        Integer usual = facts.usualTermDays();
        return term == TermByGrade.GRADE_PERIOD || usual == null
                ? row.creditPeriodDays()
                : Math.min(usual, row.creditPeriodDays());
    }

    private static LimitProposal noCredit(String reason, List<Step> steps) {
        return new LimitProposal(new CreditLimit.NoCredit(reason), OptionalInt.of(0), reason, steps, List.of());
    }

    private static Step factor(GradePolicy row) {
        return new Step("gradeFactor", List.of(grade(row), limitFactor(row)), null);
    }

    private static Operand grade(GradePolicy row) {
        return new Operand("grade", row.grade());
    }

    private static Operand limitFactor(GradePolicy row) {
        return new Operand("limitFactor", row.limitFactor().toString());
    }
}
