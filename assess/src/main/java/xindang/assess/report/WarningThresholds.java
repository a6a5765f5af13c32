package xindang.assess.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.engine.money.AmountByCurrency;
import xindang.engine.warning.Thresholds;
import xindang.engine.warning.WarningLevel;
import xindang.engine.warning.WarningPolicy;
import xindang.engine.warning.WarningRules;

/** Says in words from which value on a warning rule speaks, as the policy of the run sets it. */
final class WarningThresholds {

    private final View view;
    private final Words words;
    private final WarningPolicy policy;

    WarningThresholds(View view) {
        this.view = view;
        this.words = view.words();
        this.policy = view.warning();
    }

    /** The condition of a rule; empty for a rule this page does not know. */
    String of(String rule) {
        boolean off = WarningRules.BOOK.inForce().stream()
                .anyMatch(
                        one -> one.id().name().equals(rule) && !policy.active().contains(one.kind()));
        if (off) {
            return words.get("rule.off");
        }
        return switch (rule) {
            case "overdue-beyond-days-raises-warning" ->
                words.get("threshold.overdue", steps(policy.overdueDays()), amounts(view, policy.overdueMinimum()));
            case "low-grade-raises-warning" -> words.get("threshold.grade", grades());
            case "concentration-raises-warning" ->
                words.get("threshold.concentration", steps(policy.concentrationPercent()));
            case "slower-payment-raises-warning" ->
                words.get("threshold.slower", steps(policy.daysSlower()), policy.slowerMinimumInvoices());
            case "disputed-invoices-raise-warning" -> words.get("threshold.disputed", steps(policy.disputedInvoices()));
            default -> "";
        };
    }

    private String steps(Thresholds thresholds) {
        return words.list(thresholds.steps().stream()
                .map(step ->
                        words.get("threshold.step", step.from().toPlainString(), Badge.levelName(view, step.level())))
                .toList());
    }

    private String grades() {
        Map<String, WarningLevel> levels = policy.gradeLevels();
        return words.list(view.result().policies().rating().scale().grades().stream()
                .flatMap(grade -> Optional.ofNullable(levels.get(grade.code()))
                        .map(level -> words.get("threshold.gradeStep", grade.code(), Badge.levelName(view, level)))
                        .stream())
                .toList());
    }

    /** A threshold in the currencies of the ledger. */
    static String amounts(View view, AmountByCurrency threshold) {
        List<String> amounts = view.currencies().stream()
                .flatMap(totals -> threshold.in(totals.currency()).stream())
                .map(amount -> Figures.moneyWithUnit(amount.currency(), amount.minor()))
                .toList();
        return amounts.isEmpty() ? view.words().get("none") : view.words().list(amounts);
    }
}
