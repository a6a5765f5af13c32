package xindang.engine.assessment;

import java.util.List;
import xindang.engine.collection.CollectionPolicy;
import xindang.engine.collection.DunningRule;
import xindang.engine.creditline.GradePolicyTable;
import xindang.engine.creditline.LimitPolicy;
import xindang.engine.evaluation.CompiledScorecard;
import xindang.engine.warning.WarningPolicy;
import xindang.engine.warning.WarningRule;

/**
 * The policies and rule revisions one assessment is made by.
 *
 * @param card the scorecard for ledgers, compiled with the rating scale
 * @param table conditions per grade
 * @param limit how limits and terms are proposed
 * @param warning warning standards
 * @param warningRules revisions of the warning rules, in order
 * @param collection collection policy
 * @param dunningRules revisions of the dunning rules, in order
 */
public record AssessmentPolicies(
        CompiledScorecard card,
        GradePolicyTable table,
        LimitPolicy limit,
        WarningPolicy warning,
        List<WarningRule> warningRules,
        CollectionPolicy collection,
        List<DunningRule> dunningRules) {

    /** Copies the lists. */
    public AssessmentPolicies {
        warningRules = List.copyOf(warningRules);
        dunningRules = List.copyOf(dunningRules);
    }
}
