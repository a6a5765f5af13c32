package xindang.engine.warning.rules;

import java.time.LocalDate;
import java.util.Map;
import xindang.engine.decision.RuleId;
import xindang.engine.warning.WarningFacts;
import xindang.engine.warning.WarningFinding;
import xindang.engine.warning.WarningKind;
import xindang.engine.warning.WarningLevel;
import xindang.engine.warning.WarningPolicy;
import xindang.engine.warning.WarningRule;

/** A grade on the policy's list raises a warning by itself as long as the customer owes something (EWS-06). */
public final class LowGradeRaisesWarning implements WarningRule {

    private static final RuleId ID = RuleId.of(LowGradeRaisesWarning.class, 1);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public WarningKind kind() {
        return WarningKind.LOW_GRADE;
    }

    @Override
    public WarningFinding check(WarningFacts facts, WarningPolicy policy, LocalDate asOf) {
        if (facts.grade().isEmpty() || !owes(facts)) {
            return WarningFinding.QUIET;
        }
        String grade = facts.grade().get();
        WarningLevel level = policy.gradeLevels().get(grade);
        return level == null ? WarningFinding.QUIET : WarningFinding.Raised.of(level, ID, Map.of("grade", grade));
    }

    private static boolean owes(WarningFacts facts) {
        for (WarningFacts.Account account : facts.accounts()) {
            if (account.open().isPositive()) {
                return true;
            }
        }
        return false;
    }
}
