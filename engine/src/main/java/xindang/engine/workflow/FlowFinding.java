package xindang.engine.workflow;

import java.util.Map;

/**
 * Something that is wrong with a flow (流程检查结果).
 *
 * @param check name of the check in kebab case
 * @param step code of the step to look at; empty for the whole
 * @param error whether it keeps the flow from being published
 * @param facts what was found
 */
public record FlowFinding(String check, String step, boolean error, Map<String, String> facts) {

    /** Copies the facts. */
    public FlowFinding {
        facts = Map.copyOf(facts);
    }

    /** A finding that keeps a flow from being published. */
    public static FlowFinding error(String check, String step) {
        return new FlowFinding(check, step, true, Map.of());
    }

    /** A finding to know of. */
    public static FlowFinding notice(String check, String step) {
        return new FlowFinding(check, step, false, Map.of());
    }

    /** The same with what was found. */
    public FlowFinding with(String name, String value) {
        return new FlowFinding(check, step, error, Map.of(name, value));
    }
}
