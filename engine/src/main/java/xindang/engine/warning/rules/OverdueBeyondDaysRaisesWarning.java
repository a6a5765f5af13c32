package xindang.engine.warning.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import xindang.engine.decision.RuleId;
import xindang.engine.warning.WarningFacts;
import xindang.engine.warning.WarningFinding;
import xindang.engine.warning.WarningKind;
import xindang.engine.warning.WarningPolicy;
import xindang.engine.warning.WarningRule;

/** An open item overdue beyond the days of a level raises it, once the overdue amount is worth it (AR-02, EWS-05). */
public final class OverdueBeyondDaysRaisesWarning implements WarningRule {

    private static final RuleId ID = RuleId.of(OverdueBeyondDaysRaisesWarning.class, 1);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public WarningKind kind() {
        return WarningKind.OVERDUE_RECORD;
    }

    @Override
    public WarningFinding check(WarningFacts facts, WarningPolicy policy, LocalDate asOf) {
        WarningFacts.Account oldest = null;
        for (WarningFacts.Account account : facts.accounts()) {
            boolean older = oldest == null || account.maxDaysPastDue() > oldest.maxDaysPastDue();
            if (older && policy.overdueMinimum().reachedBy(account.overdue())) {
                oldest = account;
            }
        }
        return oldest == null ? WarningFinding.QUIET : finding(oldest, policy);
    }

    private static WarningFinding finding(WarningFacts.Account account, WarningPolicy policy) {
        var step = policy.overdueDays().reached(BigDecimal.valueOf(account.maxDaysPastDue()));
        if (step.isEmpty()) {
            return WarningFinding.QUIET;
        }
        return WarningFinding.Raised.of(
                step.get().level(),
                ID,
                Map.of(
                        "maxDaysPastDue", account.maxDaysPastDue(),
                        "overdue", account.overdue(),
                        "threshold", step.get().from()));
    }
}
