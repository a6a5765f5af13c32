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

/** Disputed open invoices raise a warning from a number on (EWS-05, complaint or dispute). */
public final class DisputedInvoicesRaiseWarning implements WarningRule {

    private static final RuleId ID = RuleId.of(DisputedInvoicesRaiseWarning.class, 1);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public WarningKind kind() {
        return WarningKind.COMPLAINT_OR_DISPUTE;
    }

    @Override
    public WarningFinding check(WarningFacts facts, WarningPolicy policy, LocalDate asOf) {
        int disputed = 0;
        for (WarningFacts.Account account : facts.accounts()) {
            disputed += account.openDisputed();
        }
        var step = policy.disputedInvoices().reached(BigDecimal.valueOf(disputed));
        if (step.isEmpty()) {
            return WarningFinding.QUIET;
        }
        return WarningFinding.Raised.of(
                step.get().level(),
                ID,
                Map.of("openDisputed", disputed, "threshold", step.get().from()));
    }
}
