package xindang.engine.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.engine.creditline.LimitProposal;
import xindang.engine.evaluation.BetterGrade;
import xindang.engine.evaluation.EvaluationResult;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.Indicators;
import xindang.engine.evaluation.Measure;
import xindang.engine.warning.WarningFinding;

/**
 * The assessment of one customer (评估结论): evaluation, then limit and term per currency, then warnings.
 *
 * @param facts what it was made from
 * @param policies what it was made by
 * @param score the score; empty if the customer is not rated
 * @param grade the grade after knock-outs; empty if the customer is not rated
 * @param limits proposal per account, in the order of the facts
 * @param warnings warnings raised, in the order of the rules
 */
public record Assessment(
        CustomerFacts facts,
        AssessmentPolicies policies,
        Optional<Measure> score,
        Optional<Grade> grade,
        List<LimitProposal> limits,
        List<WarningFinding.Raised> warnings) {

    /** Days late weighted by amount: an indicator a ledger gives to a scorecard, as are the next three. */
    public static final String WEIGHTED_DAYS_LATE = "weightedDaysLate";

    /** Late part of the amount, 0 to 1. */
    public static final String LATE_SHARE = "lateShare";

    /** Longest days past due. */
    public static final String MAX_DAYS_PAST_DUE = "maxDaysPastDue";

    /** Overdue part of the open amount, 0 to 1. */
    public static final String OVERDUE_SHARE = "overdueShare";

    /** All indicators a ledger gives. */
    public static final List<String> INDICATORS =
            List.of(WEIGHTED_DAYS_LATE, LATE_SHARE, MAX_DAYS_PAST_DUE, OVERDUE_SHARE);

    /** Copies the lists. */
    public Assessment {
        limits = List.copyOf(limits);
        warnings = List.copyOf(warnings);
    }

    /** Decides about one customer. Same facts, policies and day give the same assessment, always. */
    public static Assessment decide(CustomerFacts facts, AssessmentPolicies policies, LocalDate asOf) {
        return new Assessor(policies, asOf).assess(facts);
    }

    /**
     * How score and grade came about, point by point. Worked out on demand from the same facts by the same card, since only
     * the record and the explanation ask for it.
     */
    public EvaluationResult evaluation() {
        return policies.card().evaluate(indicators());
    }

    /** What this customer lacks for a better grade (升级差距). */
    public Optional<BetterGrade> betterGrade() {
        return BetterGrade.of(policies.card(), indicators());
    }

    private Indicators indicators() {
        Map<String, String> values = new HashMap<>();
        for (String name : INDICATORS) {
            Measure value = indicator(facts, name);
            if (value != null) {
                values.put(name, value.text());
            }
        }
        return new Indicators(values);
    }

    /** The value of an indicator, {@code null} when the ledger does not know it. */
    static @Nullable Measure indicator(CustomerFacts facts, String name) {
        return switch (name) {
            case WEIGHTED_DAYS_LATE -> measure(facts.weightedDaysLate());
            case LATE_SHARE -> measure(facts.lateShare());
            case MAX_DAYS_PAST_DUE -> Measure.of((long) facts.maxDaysPastDue());
            case OVERDUE_SHARE -> Measure.of(facts.overdueShare());
            default -> null;
        };
    }

    private static @Nullable Measure measure(Optional<BigDecimal> number) {
        return number.isEmpty() ? null : Measure.of(number.get());
    }
}
