package xindang.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xindang.engine.workflow.FlowDefinition;
import xindang.engine.workflow.FlowFact;
import xindang.engine.workflow.FlowFinding;
import xindang.engine.workflow.FlowStep;
import xindang.platform.expression.Compiled;
import xindang.platform.expression.Expression;
import xindang.platform.expression.Expressions;
import xindang.platform.expression.Names;
import xindang.platform.expression.ValueKind;

/**
 * Conditions of branches (分支条件) in CEL over the facts of a case. Amounts are whole minor units, written {@code money('1000.00')}. What
 * was not told makes a condition that depends on it not hold.
 */
final class Conditions {

    private static final int LONGEST = 500;

    private Conditions() {}

    /** What is wrong with the conditions of a flow. */
    static List<FlowFinding> faults(FlowDefinition flow) {
        return flow.all().stream()
                .flatMap(step -> step instanceof FlowStep.Branch branch ? Stream.of(branch) : Stream.empty())
                .flatMap(branch -> branch.arms().stream().flatMap(arm -> fault(flow, branch, arm).stream()))
                .toList();
    }

    private static Optional<FlowFinding> fault(FlowDefinition flow, FlowStep.Branch branch, FlowStep.Arm arm) {
        return switch (compiled(flow, arm.when())) {
            case Expression _ -> Optional.empty();
            case Compiled.Faulty(List<Compiled.Fault> faults) -> {
                String message = faults.stream().map(Compiled.Fault::message).collect(Collectors.joining("; "));
                yield Optional.of(FlowFinding.error("condition-unfit", branch.code())
                        .with(arm.code(), message.length() <= LONGEST ? message : message.substring(0, LONGEST)));
            }
        };
    }

    /** Whether a condition holds. */
    static boolean holds(FlowDefinition flow, String when, Map<String, Object> facts) {
        return switch (compiled(flow, when)) {
            case Expression condition -> condition.holdsAsFarAsKnown(values(flow, facts));
            case Compiled.Faulty faulty ->
                throw new IllegalStateException("a published condition does not compile: " + when + " " + faulty);
        };
    }

    private static Compiled compiled(FlowDefinition flow, String when) {
        Names names = Names.none();
        for (FlowFact fact : flow.facts()) {
            names = names.with(fact.code(), kind(fact));
        }
        return Expressions.compile(when, names, ValueKind.TRUTH);
    }

    private static ValueKind kind(FlowFact fact) {
        return switch (fact.type()) {
            case NUMBER, AMOUNT -> ValueKind.WHOLE;
            case TEXT, DATE, CHOICE -> ValueKind.TEXT;
            case YES -> ValueKind.TRUTH;
        };
    }

    private static Map<String, Object> values(FlowDefinition flow, Map<String, Object> facts) {
        var values = new HashMap<String, Object>();
        for (FlowFact fact : flow.facts()) {
            Object value = facts.get(fact.code());
            if (value != null) {
                values.put(
                        fact.code(),
                        switch (fact.type()) {
                            case AMOUNT -> FactValues.minor((String) value);
                            case NUMBER -> ((Number) value).longValue();
                            default -> value;
                        });
            }
        }
        return values;
    }
}
