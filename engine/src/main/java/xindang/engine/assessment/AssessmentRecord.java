package xindang.engine.assessment;

import java.util.HashMap;
import java.util.Optional;
import xindang.engine.canonical.CanonicalWriter;
import xindang.engine.creditline.LimitFacts;
import xindang.engine.creditline.LimitFormula;
import xindang.engine.creditline.LimitProposal;
import xindang.engine.decision.DecisionRecord;
import xindang.engine.evaluation.EvaluationResult;
import xindang.engine.evaluation.Grade;
import xindang.engine.receivable.PaymentTrend;
import xindang.engine.warning.WarningFacts;
import xindang.engine.warning.WarningFinding;

/** Writes an assessment and its facts as the record that explains and replays it. */
public final class AssessmentRecord {

    /** Kind of these decisions. */
    public static final String KIND = "assessment";

    private AssessmentRecord() {}

    /** The record of what was decided about a customer. */
    public static DecisionRecord of(String customer, CustomerFacts facts, Assessment assessment) {
        return new DecisionRecord(
                KIND,
                out -> out.open().member("customer", customer).close(),
                out -> facts(out, facts),
                out -> outcome(out, facts, assessment),
                assessment.warnings().stream()
                        .map(WarningFinding.Raised::reason)
                        .toList());
    }

    /** The facts as they are stored; unknown ones are left out. */
    private static void facts(CanonicalWriter out, CustomerFacts facts) {
        out.open().name("accounts").openList();
        facts.accounts().forEach(account -> account(out, account));
        out.closeList()
                .optional(Assessment.LATE_SHARE, facts.lateShare().orElse(null))
                .member(Assessment.MAX_DAYS_PAST_DUE, facts.maxDaysPastDue())
                .member(Assessment.OVERDUE_SHARE, facts.overdueShare())
                .name("trend");
        trend(out, facts.trend());
        out.optional(Assessment.WEIGHTED_DAYS_LATE, facts.weightedDaysLate().orElse(null))
                .close();
    }

    private static void trend(CanonicalWriter out, PaymentTrend trend) {
        out.open()
                .optional("earlier", trend.earlier().orElse(null))
                .member("earlierInvoices", trend.earlierInvoices())
                .optional("recent", trend.recent().orElse(null))
                .member("recentInvoices", trend.recentInvoices())
                .close();
    }

    private static void account(CanonicalWriter out, CustomerFacts.Account account) {
        WarningFacts.Account warning = account.warning();
        LimitFacts limit = account.limit();
        out.open()
                .optional("annualSales", limit.annualSales())
                .optional("highestBalance", limit.highestBalance())
                .member("maxDaysPastDue", warning.maxDaysPastDue())
                .member("open", warning.open())
                .member("openDisputed", warning.openDisputed())
                .optional("orders", limit.orders())
                .member("overdue", warning.overdue())
                .optional("portfolioShare", warning.portfolioShare().orElse(null))
                .optional("usualTermDays", limit.usualTermDays())
                .close();
    }

    private static void outcome(CanonicalWriter out, CustomerFacts facts, Assessment assessment) {
        out.open().name("evaluation");
        switch (assessment.evaluation()) {
            case EvaluationResult.Rated rated -> rated(out, rated);
            case EvaluationResult.NotRated notRated -> notRated(out, notRated);
        }
        out.name("limits").openList();
        for (int i = 0; i < assessment.limits().size(); i++) {
            limit(out, facts.accounts().get(i), assessment.limits().get(i));
        }
        out.closeList().name("warnings").openList();
        for (WarningFinding.Raised warning : assessment.warnings()) {
            out.open()
                    .member("level", warning.level().code())
                    .member("rule", warning.reason().rule().toString())
                    .close();
        }
        out.closeList().close();
    }

    private static void notRated(CanonicalWriter out, EvaluationResult.NotRated notRated) {
        out.open().name("obstacles").openList();
        for (EvaluationResult.Obstacle obstacle : notRated.obstacles()) {
            out.open()
                    .member("indicator", obstacle.indicator())
                    .member("value", (Object) obstacle.value())
                    .member("why", obstacle.why())
                    .close();
        }
        out.closeList().member("rated", false).close();
    }

    private static void rated(CanonicalWriter out, EvaluationResult.Rated rated) {
        out.open()
                .member("grade", rated.grade().code())
                .member("gradeByScore", rated.gradeByScore().code())
                .name("knockOuts")
                .openList();
        for (EvaluationResult.KnockOutHit hit : rated.knockOuts()) {
            out.open()
                    .member("cappedAt", hit.cappedAt().code())
                    .member("code", hit.code())
                    .member("value", (Object) hit.value())
                    .close();
        }
        out.closeList().name("points").openList();
        rated.contributions().forEach(contribution -> contribution(out, contribution));
        out.closeList().member("rated", true).name("reasons").openList();
        for (EvaluationResult.Reason reason : rated.reasons()) {
            out.open()
                    .member("below", reason.distance().text())
                    .member("code", reason.code())
                    .close();
        }
        out.closeList();
        rated.redistribution().ifPresent(spread -> redistribution(out.name("redistribution"), spread));
        out.member("score", rated.score().text()).close();
    }

    private static void contribution(CanonicalWriter out, EvaluationResult.Contribution contribution) {
        EvaluationResult.How how = contribution.how();
        out.open()
                .member("characteristic", contribution.characteristic())
                .optional("how", how == EvaluationResult.How.ATTRIBUTE ? null : how)
                .member("of", contribution.weight().text())
                .member("points", contribution.points().text())
                .member("value", (Object) contribution.value())
                .close();
    }

    private static void redistribution(CanonicalWriter out, EvaluationResult.Redistribution spread) {
        out.open()
                .member("after", spread.after().text())
                .member("before", spread.before().text())
                .member("remainingWeight", spread.remainingWeight().text())
                .member("totalWeight", spread.totalWeight().text())
                .close();
    }

    private static void limit(CanonicalWriter out, CustomerFacts.Account account, LimitProposal proposal) {
        out.open()
                .member("currency", account.limit().currency().getCurrencyCode())
                .member("limit", proposal.limit().text())
                .optional("missing", proposal.missing().isEmpty() ? null : proposal.missing())
                .member("outcome", proposal.outcome())
                .name("steps")
                .openList();
        proposal.steps().forEach(step -> step(out, step));
        out.closeList();
        proposal.termDays().ifPresent(days -> out.member("termDays", days));
        out.close();
    }

    private static void step(CanonicalWriter out, LimitProposal.Step step) {
        var operands = new HashMap<String, String>();
        for (LimitFormula.Operand operand : step.operands()) {
            operands.put(operand.name(), operand.value());
        }
        var result = step.result();
        out.open()
                .member("operands", operands)
                .member("result", (Object) (result == null ? null : result.decimal()))
                .member("rule", step.rule())
                .close();
    }

    /** Code of a grade in records and files; customers without one are {@code not-rated}. */
    public static String gradeCode(Optional<Grade> grade) {
        return grade.map(Grade::code).orElse("not-rated");
    }
}
