package xindang.engine.warning.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
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
        return facts.accounts().stream()
                .filter(account -> policy.overdueMinimum().reachedBy(account.overdue()))
                .max(Comparator.comparingInt(WarningFacts.Account::maxDaysPastDue))
                .flatMap(account -> policy.overdueDays()
                        .reached(BigDecimal.valueOf(account.maxDaysPastDue()))
                        .<WarningFinding>map(step -> WarningFinding.Raised.of(
                                step.level(),
                                ID,
                                Map.of(
                                        "maxDaysPastDue",
                                        account.maxDaysPastDue(),
                                        "overdue",
                                        account.overdue(),
                                        "threshold",
                                        step.from()))))
                .orElse(WarningFinding.QUIET);
    }
}
