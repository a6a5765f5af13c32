package xindang.engine.collection.rules;

import java.time.LocalDate;
import java.util.Map;
import xindang.engine.collection.CollectionPolicy;
import xindang.engine.collection.DunningFacts;
import xindang.engine.collection.DunningFinding;
import xindang.engine.collection.DunningRule;
import xindang.engine.decision.RuleId;

/** A disputed item (争议项) is left out while the policy says so (AR-09). */
public final class DisputedItemsAreNotDunned implements DunningRule {

    private static final RuleId ID = RuleId.of(DisputedItemsAreNotDunned.class, 1);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public DunningFinding check(DunningFacts item, CollectionPolicy policy, LocalDate asOf) {
        return item.disputed() && policy.excludeDisputed()
                ? DunningFinding.notDunned(ID, Map.of("disputed", true))
                : DunningFinding.PASS;
    }
}
