package xindang.engine.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.engine.creditline.LimitFacts;
import xindang.engine.creditline.LimitFormula;
import xindang.engine.creditline.LimitProposal;
import xindang.engine.decision.DecisionRecord;
import xindang.engine.decision.Reason;
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
                Map.of("customer", customer),
                facts(facts),
                outcome(facts, assessment),
                assessment.warnings().stream()
                        .map(WarningFinding.Raised::reason)
                        .toList());
    }

    /** The facts as they are stored; unknown ones are left out. */
    public static Map<String, @Nullable Object> facts(CustomerFacts facts) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        put(members, Assessment.WEIGHTED_DAYS_LATE, facts.weightedDaysLate());
        put(members, Assessment.LATE_SHARE, facts.lateShare());
        members.put(Assessment.MAX_DAYS_PAST_DUE, facts.maxDaysPastDue());
        members.put(Assessment.OVERDUE_SHARE, facts.overdueShare());
        members.put("trend", trend(facts.trend()));
        members.put(
                "accounts",
                facts.accounts().stream().map(AssessmentRecord::account).toList());
        return members;
    }

    private static Map<String, @Nullable Object> trend(PaymentTrend trend) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        put(members, "recent", trend.recent());
        put(members, "earlier", trend.earlier());
        members.put("recentInvoices", trend.recentInvoices());
        members.put("earlierInvoices", trend.earlierInvoices());
        return members;
    }

    private static Map<String, @Nullable Object> account(CustomerFacts.Account account) {
        WarningFacts.Account warning = account.warning();
        LimitFacts limit = account.limit();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("open", warning.open());
        members.put("overdue", warning.overdue());
        members.put("maxDaysPastDue", warning.maxDaysPastDue());
        members.put("openDisputed", warning.openDisputed());
        put(members, "portfolioShare", warning.portfolioShare());
        put(members, "annualSales", Optional.ofNullable(limit.annualSales()));
        put(members, "orders", Optional.ofNullable(limit.orders()));
        put(members, "highestBalance", Optional.ofNullable(limit.highestBalance()));
        put(members, "usualTermDays", Optional.ofNullable(limit.usualTermDays()));
        return members;
    }

    private static Map<String, @Nullable Object> outcome(CustomerFacts facts, Assessment assessment) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("evaluation", evaluation(assessment.evaluation()));
        var limits = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < assessment.limits().size(); i++) {
            limits.add(limit(facts.accounts().get(i), assessment.limits().get(i)));
        }
        members.put("limits", limits);
        members.put(
                "warnings",
                assessment.warnings().stream().map(AssessmentRecord::warning).toList());
        return members;
    }

    private static Map<String, @Nullable Object> evaluation(EvaluationResult evaluation) {
        return switch (evaluation) {
            case EvaluationResult.Rated rated -> rated(rated);
            case EvaluationResult.NotRated notRated -> {
                var members = new LinkedHashMap<String, @Nullable Object>();
                members.put("rated", false);
                members.put(
                        "obstacles",
                        notRated.obstacles().stream()
                                .map(AssessmentRecord::obstacle)
                                .toList());
                yield members;
            }
        };
    }

    private static Map<String, @Nullable Object> rated(EvaluationResult.Rated rated) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("rated", true);
        members.put("score", rated.score().text());
        members.put("grade", rated.grade().code());
        members.put("gradeByScore", rated.gradeByScore().code());
        members.put(
                "points",
                rated.contributions().stream()
                        .map(AssessmentRecord::contribution)
                        .toList());
        members.put(
                "reasons",
                rated.reasons().stream().map(AssessmentRecord::scoreReason).toList());
        members.put(
                "knockOuts",
                rated.knockOuts().stream().map(AssessmentRecord::knockOut).toList());
        put(members, "redistribution", rated.redistribution().map(AssessmentRecord::redistribution));
        return members;
    }

    private static Map<String, @Nullable Object> contribution(EvaluationResult.Contribution contribution) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("characteristic", contribution.characteristic());
        members.put("value", contribution.value());
        members.put("points", contribution.points().text());
        members.put("of", contribution.weight().text());
        if (contribution.how() != EvaluationResult.How.ATTRIBUTE) {
            members.put("how", contribution.how());
        }
        return members;
    }

    private static Map<String, Object> scoreReason(EvaluationResult.Reason reason) {
        return Map.of("code", reason.code(), "below", reason.distance().text());
    }

    private static Map<String, @Nullable Object> knockOut(EvaluationResult.KnockOutHit hit) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("code", hit.code());
        members.put("value", hit.value());
        members.put("cappedAt", hit.cappedAt().code());
        return members;
    }

    private static Map<String, Object> redistribution(EvaluationResult.Redistribution spread) {
        return Map.of(
                "before", spread.before().text(),
                "after", spread.after().text(),
                "totalWeight", spread.totalWeight().text(),
                "remainingWeight", spread.remainingWeight().text());
    }

    private static Map<String, @Nullable Object> obstacle(EvaluationResult.Obstacle obstacle) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("indicator", obstacle.indicator());
        members.put("value", obstacle.value());
        members.put("why", obstacle.why());
        return members;
    }

    private static Map<String, @Nullable Object> limit(CustomerFacts.Account account, LimitProposal proposal) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("currency", account.limit().currency().getCurrencyCode());
        members.put("limit", proposal.limit().text());
        members.put("outcome", proposal.outcome());
        proposal.termDays().ifPresent(days -> members.put("termDays", days));
        members.put(
                "steps", proposal.steps().stream().map(AssessmentRecord::step).toList());
        if (!proposal.missing().isEmpty()) {
            members.put("missing", proposal.missing());
        }
        return members;
    }

    private static Map<String, @Nullable Object> step(LimitProposal.Step step) {
        var operands = new LinkedHashMap<String, @Nullable Object>();
        for (LimitFormula.Operand operand : step.operands()) {
            operands.put(operand.name(), operand.value());
        }
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("rule", step.rule());
        members.put("operands", operands);
        var result = step.result();
        members.put("result", result == null ? null : result.decimal());
        return members;
    }

    private static Map<String, Object> warning(WarningFinding.Raised warning) {
        Reason reason = warning.reason();
        return Map.of("level", warning.level().code(), "rule", reason.rule().toString());
    }

    private static void put(Map<String, @Nullable Object> members, String name, Optional<?> value) {
        value.ifPresent(present -> members.put(name, present));
    }

    /** Code of a grade in records and files; customers without one are {@code not-rated}. */
    public static String gradeCode(Optional<Grade> grade) {
        return grade.map(Grade::code).orElse("not-rated");
    }
}
