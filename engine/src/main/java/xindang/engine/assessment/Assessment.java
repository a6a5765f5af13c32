package xindang.engine.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.engine.creditline.GradePolicy;
import xindang.engine.creditline.LimitProposal;
import xindang.engine.evaluation.EvaluationResult;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.Indicators;
import xindang.engine.warning.WarningFacts;
import xindang.engine.warning.WarningFinding;
import xindang.engine.warning.WarningRules;

/**
 * The assessment of one customer (评估结论): evaluation, then limit and term per currency, then warnings.
 *
 * @param evaluation score and grade, or why there is none
 * @param limits proposal per account, in the order of the facts
 * @param warnings warnings raised, in the order of the rules
 */
public record Assessment(
        EvaluationResult evaluation, List<LimitProposal> limits, List<WarningFinding.Raised> warnings) {

    /** Names of the indicators a ledger gives to a scorecard. */
    public static final String WEIGHTED_DAYS_LATE = "weightedDaysLate";

    /** Late part of the amount, 0 to 1. */
    public static final String LATE_SHARE = "lateShare";

    /** Longest days past due. */
    public static final String MAX_DAYS_PAST_DUE = "maxDaysPastDue";

    /** Overdue part of the open amount, 0 to 1. */
    public static final String OVERDUE_SHARE = "overdueShare";

    /** Copies the lists. */
    public Assessment {
        limits = List.copyOf(limits);
        warnings = List.copyOf(warnings);
    }

    /** Decides about one customer. Same facts, policies and day give the same assessment, always. */
    public static Assessment decide(CustomerFacts facts, AssessmentPolicies policies, LocalDate asOf) {
        EvaluationResult evaluation = policies.card().evaluate(indicators(facts));
        Optional<Grade> grade = grade(evaluation);
        GradePolicy row = grade.map(policies.table()::rowFor).orElse(null);
        return new Assessment(
                evaluation,
                limits(facts, policies, row),
                WarningRules.check(policies.warningRules(), warningFacts(facts, grade), policies.warning(), asOf));
    }

    /** The customer's grade; empty if it is not rated. */
    public Optional<Grade> grade() {
        return grade(evaluation);
    }

    private static Optional<Grade> grade(EvaluationResult evaluation) {
        return switch (evaluation) {
            case EvaluationResult.Rated rated -> Optional.of(rated.grade());
            case EvaluationResult.NotRated _ -> Optional.empty();
        };
    }

    private static Indicators indicators(CustomerFacts facts) {
        var values = new HashMap<String, String>();
        facts.weightedDaysLate().ifPresent(days -> values.put(WEIGHTED_DAYS_LATE, days.toPlainString()));
        facts.lateShare().ifPresent(share -> values.put(LATE_SHARE, share.toPlainString()));
        values.put(MAX_DAYS_PAST_DUE, Integer.toString(facts.maxDaysPastDue()));
        values.put(OVERDUE_SHARE, facts.overdueShare().toPlainString());
        return new Indicators(values);
    }

    private static List<LimitProposal> limits(
            CustomerFacts facts, AssessmentPolicies policies, @Nullable GradePolicy row) {
        var limits = new ArrayList<LimitProposal>(facts.accounts().size());
        for (CustomerFacts.Account account : facts.accounts()) {
            limits.add(policies.limit().propose(account.limit(), row));
        }
        return limits;
    }

    private static WarningFacts warningFacts(CustomerFacts facts, Optional<Grade> grade) {
        var accounts = new ArrayList<WarningFacts.Account>(facts.accounts().size());
        for (CustomerFacts.Account account : facts.accounts()) {
            accounts.add(account.warning());
        }
        return new WarningFacts(accounts, grade.map(Grade::code), facts.trend());
    }
}
