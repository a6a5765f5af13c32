package xindang.engine.collection.rules;

import java.time.LocalDate;
import java.util.Map;
import xindang.engine.collection.CollectionPolicy;
import xindang.engine.collection.DunningFacts;
import xindang.engine.collection.DunningFinding;
import xindang.engine.collection.DunningRule;
import xindang.engine.decision.RuleId;
import xindang.engine.money.Money;

/** A balance below the minimum of its currency is not worth a letter (R5). */
public final class SmallBalancesAreNotDunned implements DunningRule {

    private static final RuleId ID = RuleId.of(SmallBalancesAreNotDunned.class, 1);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public DunningFinding check(DunningFacts item, CollectionPolicy policy, LocalDate asOf) {
        return policy.minimum().reachedBy(item.open())
                ? DunningFinding.PASS
                : DunningFinding.notDunned(ID, facts(item.open(), policy));
    }

    private static Map<String, Object> facts(Money open, CollectionPolicy policy) {
        return policy.minimum()
                .in(open.currency())
                .<Map<String, Object>>map(minimum -> Map.of("open", open, "minimum", minimum))
                .orElse(Map.of("open", open));
    }
}
