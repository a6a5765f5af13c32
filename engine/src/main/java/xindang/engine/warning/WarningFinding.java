package xindang.engine.warning;

import java.util.Map;
import xindang.engine.decision.Reason;
import xindang.engine.decision.RuleId;

/** What a warning rule finds: nothing, or a warning (预警) of one level with the facts it speaks about. */
public sealed interface WarningFinding {

    /** The single quiet finding. */
    Quiet QUIET = new Quiet();

    /** Nothing to warn of. */
    record Quiet() implements WarningFinding {}

    /**
     * A warning.
     *
     * @param level the level raised
     * @param reason the rule and the facts, among them value and threshold
     */
    record Raised(WarningLevel level, Reason reason) implements WarningFinding {

        /** A warning of a level, by a rule, for these facts. */
        public static Raised of(WarningLevel level, RuleId rule, Map<String, Object> facts) {
            return new Raised(level, new Reason(rule, Map.copyOf(facts)));
        }
    }
}
