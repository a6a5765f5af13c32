package xindang.engine.warning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import xindang.engine.decision.RuleBook;
import xindang.engine.warning.rules.ConcentrationRaisesWarning;
import xindang.engine.warning.rules.DisputedInvoicesRaiseWarning;
import xindang.engine.warning.rules.LowGradeRaisesWarning;
import xindang.engine.warning.rules.OverdueBeyondDaysRaisesWarning;
import xindang.engine.warning.rules.SlowerPaymentRaisesWarning;

/** The warning rules in force and how they are asked: every active rule speaks, none silences another. */
public final class WarningRules {

    /** All warning rules, with earlier revisions. */
    public static final RuleBook<WarningRule> BOOK = new RuleBook<>(
            List.of(
                    new OverdueBeyondDaysRaisesWarning(),
                    new LowGradeRaisesWarning(),
                    new SlowerPaymentRaisesWarning(),
                    new DisputedInvoicesRaiseWarning(),
                    new ConcentrationRaisesWarning()),
            List.of());

    private WarningRules() {}

    /** The warnings the rules raise for a customer, in the order of the rules. */
    public static List<WarningFinding.Raised> check(
            List<WarningRule> rules, WarningFacts facts, WarningPolicy policy, LocalDate asOf) {
        var raised = new ArrayList<WarningFinding.Raised>();
        for (WarningRule rule : rules) {
            if (policy.active().contains(rule.kind())
                    && rule.check(facts, policy, asOf) instanceof WarningFinding.Raised warning) {
                raised.add(warning);
            }
        }
        return raised;
    }
}
