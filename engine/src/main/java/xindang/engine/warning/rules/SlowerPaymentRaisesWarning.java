package xindang.engine.warning.rules;

import java.time.LocalDate;
import java.util.Map;
import xindang.engine.decision.RuleId;
import xindang.engine.receivable.PaymentTrend;
import xindang.engine.warning.WarningFacts;
import xindang.engine.warning.WarningFinding;
import xindang.engine.warning.WarningKind;
import xindang.engine.warning.WarningPolicy;
import xindang.engine.warning.WarningRule;

/** A customer that settles later in the last quarter than in the three before raises a warning (EWS-01). */
public final class SlowerPaymentRaisesWarning implements WarningRule {

    private static final RuleId ID = RuleId.of(SlowerPaymentRaisesWarning.class, 1);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public WarningKind kind() {
        return WarningKind.SLOWER_PAYMENT;
    }

    @Override
    public WarningFinding check(WarningFacts facts, WarningPolicy policy, LocalDate asOf) {
        PaymentTrend trend = facts.trend();
        int least = policy.slowerMinimumInvoices();
        var slower = trend.daysSlower();
        if (slower.isEmpty() || trend.recentInvoices() < least || trend.earlierInvoices() < least) {
            return WarningFinding.QUIET;
        }
        var step = policy.daysSlower().reached(slower.get());
        if (step.isEmpty()) {
            return WarningFinding.QUIET;
        }
        return WarningFinding.Raised.of(
                step.get().level(),
                ID,
                Map.of(
                        "daysSlower", slower.get(),
                        "recentInvoices", trend.recentInvoices(),
                        "earlierInvoices", trend.earlierInvoices(),
                        "threshold", step.get().from()));
    }
}
