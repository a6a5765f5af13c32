package xindang.engine.collection;

import java.util.Map;
import xindang.engine.decision.Reason;
import xindang.engine.decision.RuleId;

/** What a dunning rule finds about one open item; the first rule that does not pass decides. */
public sealed interface DunningFinding {

    /** The single passing finding. */
    Pass PASS = new Pass();

    /** The rule has nothing to say. */
    record Pass() implements DunningFinding {}

    /** The item is not dunned, for this reason. */
    record NotDunned(Reason reason) implements DunningFinding {}

    /** The item has reached a rung of the customer's ladder. */
    record Reached(Rung rung, Reason reason) implements DunningFinding {}

    /** Not dunned, by a rule, for these facts. */
    static DunningFinding notDunned(RuleId rule, Map<String, Object> facts) {
        return new NotDunned(new Reason(rule, Map.copyOf(facts)));
    }
}
