package xindang.engine.collection;

import java.time.LocalDate;
import java.util.List;
import xindang.engine.collection.rules.CreditLinesAreNeverDunned;
import xindang.engine.collection.rules.DisputedItemsAreNotDunned;
import xindang.engine.collection.rules.HighestRungReachedByDaysOverdue;
import xindang.engine.collection.rules.SmallBalancesAreNotDunned;
import xindang.engine.decision.RuleBook;

/** The dunning rules in force and how they are asked: in order, and the first that does not pass decides. */
public final class DunningRules {

    /** All dunning rules, with earlier revisions. */
    public static final RuleBook<DunningRule> BOOK = new RuleBook<>(
            List.of(
                    new CreditLinesAreNeverDunned(),
                    new DisputedItemsAreNotDunned(),
                    new SmallBalancesAreNotDunned(),
                    new HighestRungReachedByDaysOverdue()),
            List.of());

    private DunningRules() {}

    /** What the rules find about one open item. */
    public static DunningFinding check(
            List<DunningRule> rules, DunningFacts item, CollectionPolicy policy, LocalDate asOf) {
        for (DunningRule rule : rules) {
            DunningFinding finding = rule.check(item, policy, asOf);
            if (!(finding instanceof DunningFinding.Pass)) {
                return finding;
            }
        }
        return DunningFinding.PASS;
    }
}
