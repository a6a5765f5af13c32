package xindang.engine.warning.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
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
        return facts.accounts().stream()
                .flatMap(account ->
                        account
                                .portfolioShare()
                                .map(share -> new Holding(account.open(), share.movePointRight(2)))
                                .stream())
                .max(Comparator.comparing(Holding::percent))
                .flatMap(holding -> policy.concentrationPercent()
                        .reached(holding.percent())
                        .<WarningFinding>map(step -> WarningFinding.Raised.of(
                                step.level(),
                                ID,
                                Map.of(
                                        "open",
                                        holding.open(),
                                        "percent",
                                        holding.percent(),
                                        "threshold",
                                        step.from()))))
                .orElse(WarningFinding.QUIET);
    }

    private record Holding(Money open, BigDecimal percent) {}
}
