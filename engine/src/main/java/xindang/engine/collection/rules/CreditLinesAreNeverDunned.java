package xindang.engine.collection.rules;

import java.time.LocalDate;
import java.util.Map;
import xindang.engine.collection.CollectionPolicy;
import xindang.engine.collection.DunningFacts;
import xindang.engine.collection.DunningFinding;
import xindang.engine.collection.DunningRule;
import xindang.engine.decision.RuleId;

/** A credit line (贷项) reduces what the customer owes; nobody is dunned for it (R25). */
public final class CreditLinesAreNeverDunned implements DunningRule {

    private static final RuleId ID = RuleId.of(CreditLinesAreNeverDunned.class, 1);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public DunningFinding check(DunningFacts item, CollectionPolicy policy, LocalDate asOf) {
        return item.open().isPositive()
                ? DunningFinding.PASS
                : DunningFinding.notDunned(ID, Map.of("open", item.open()));
    }
}
