package xindang.engine.warning.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import xindang.engine.decision.RuleId;
import xindang.engine.money.Money;
import xindang.engine.warning.WarningFacts;
import xindang.engine.warning.WarningFinding;
import xindang.engine.warning.WarningKind;
import xindang.engine.warning.WarningPolicy;
import xindang.engine.warning.WarningRule;

/** A customer that holds too large a part of a currency's open receivables raises a warning (EWS-05, 集中度). */
public final class ConcentrationRaisesWarning implements WarningRule {

    private static final RuleId ID = RuleId.of(ConcentrationRaisesWarning.class, 1);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public WarningKind kind() {
        return WarningKind.CONCENTRATION;
    }

    @Override
    public WarningFinding check(WarningFacts facts, WarningPolicy policy, LocalDate asOf) {
        WarningFacts.Account largest = null;
        BigDecimal share = BigDecimal.ZERO;
        for (WarningFacts.Account account : facts.accounts()) {
            BigDecimal own = account.portfolioShare().orElse(BigDecimal.ZERO);
            if (largest == null || own.compareTo(share) > 0) {
                largest = account;
                share = own;
            }
        }
        return largest == null ? WarningFinding.QUIET : finding(largest.open(), share.movePointRight(2), policy);
    }

    private static WarningFinding finding(Money open, BigDecimal percent, WarningPolicy policy) {
        var step = policy.concentrationPercent().reached(percent);
        if (step.isEmpty()) {
            return WarningFinding.QUIET;
        }
        return WarningFinding.Raised.of(
                step.get().level(),
                ID,
                Map.of("open", open, "percent", percent, "threshold", step.get().from()));
    }
}
