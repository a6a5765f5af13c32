package xindang.engine.collection.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import xindang.engine.collection.CollectionPolicy;
import xindang.engine.collection.DunningFacts;
import xindang.engine.collection.DunningFinding;
import xindang.engine.collection.DunningRule;
import xindang.engine.collection.Rung;
import xindang.engine.decision.Reason;
import xindang.engine.decision.RuleId;

/** An overdue item stands on the highest rung its days overdue reach, on the ladder of the customer's grade (COL-01). */
public final class HighestRungReachedByDaysOverdue implements DunningRule {

    private static final RuleId ID = RuleId.of(HighestRungReachedByDaysOverdue.class, 1);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public DunningFinding check(DunningFacts item, CollectionPolicy policy, LocalDate asOf) {
        return policy.ladderFor(item.grade())
                .byAge(item.daysPastDue())
                .<DunningFinding>map(rung -> new DunningFinding.Reached(rung, reason(item, rung)))
                .orElse(DunningFinding.PASS);
    }

    private static Reason reason(DunningFacts item, Rung rung) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("daysPastDue", item.daysPastDue());
        facts.put("from", rung.days());
        item.grade().ifPresent(grade -> facts.put("grade", grade));
        return new Reason(ID, Map.copyOf(facts));
    }
}
