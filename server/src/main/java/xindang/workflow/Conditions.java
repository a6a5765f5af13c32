package xindang.workflow;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xindang.engine.workflow.FlowFact;
import xindang.engine.workflow.FlowDefinition;
import xindang.engine.workflow.FlowFinding;
import xindang.engine.workflow.FlowStep;

/**
 * Conditions of branches (分支条件) in CEL over the facts of a case. Amounts are whole minor units, written {@code money('1000.00')}. What
 * was not told makes a condition that reads it not hold.
 */
final class Conditions {

    private static final int LONGEST = 500;
    private static final int MOST_TURNS = 1000;

    private Conditions() {}

    /** What is wrong with the conditions of a flow. */
    static List<FlowFinding> faults(FlowDefinition flow) {
        return flow.all().stream()
                .flatMap(step -> step instanceof FlowStep.Branch branch ? Stream.of(branch) : Stream.empty())
                .flatMap(branch -> branch.arms().stream().flatMap(arm -> fault(flow, branch, arm).stream()))
                .toList();
    }

    private static Optional<FlowFinding> fault(FlowDefinition flow, FlowStep.Branch branch, FlowStep.Arm arm) {
        try {
            compiled(cel(flow), arm.when());
            return Optional.empty();
        } catch (CelValidationException e) {
            String message = String.valueOf(e.getMessage());
            return Optional.of(FlowFinding.error("condition-unfit", branch.code())
                    .with(arm.code(), message.length() <= LONGEST ? message : message.substring(0, LONGEST)));
        }
    }

    /** Whether a condition holds. */
    static boolean holds(FlowDefinition flow, String when, Map<String, Object> facts) {
        try {
            Cel cel = cel(flow);
            return Boolean.TRUE.equals(cel.createProgram(compiled(cel, when)).eval(values(flow, facts)));
        } catch (CelEvaluationException _) {
            return false;
        } catch (CelValidationException e) {
            throw new IllegalStateException("a published condition does not compile: " + when, e);
        }
    }

    private static CelAbstractSyntaxTree compiled(Cel cel, String when) throws CelValidationException {
        return cel.compile(when).getAst();
    }

    private static Cel cel(FlowDefinition flow) {
        CelOptions options = CelOptions.current()
                .enableHeterogeneousNumericComparisons(true)
                .maxExpressionCodePointSize(LONGEST)
                .comprehensionMaxIterations(MOST_TURNS)
                .build();
        CelBuilder builder = CelFactory.legacyCelBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        "money",
                        CelOverloadDecl.newGlobalOverload("money_string", SimpleType.INT, SimpleType.STRING)))
                .addFunctionBindings(CelFunctionBinding.from("money_string", String.class, FactValues::minor))
                .setResultType(SimpleType.BOOL);
        flow.facts().forEach(fact -> builder.addVar(fact.code(), type(fact)));
        return builder.build();
    }

    private static CelType type(FlowFact fact) {
        return switch (fact.type()) {
            case NUMBER, AMOUNT -> SimpleType.INT;
            case TEXT, DATE, CHOICE -> SimpleType.STRING;
            case YES -> SimpleType.BOOL;
        };
    }

    private static Map<String, Object> values(FlowDefinition flow, Map<String, Object> facts) {
        var values = new HashMap<String, Object>();
        for (FlowFact fact : flow.facts()) {
            Object value = facts.get(fact.code());
            if (value != null) {
                values.put(fact.code(), switch (fact.type()) {
                    case AMOUNT -> FactValues.minor((String) value);
                    case NUMBER -> ((Number) value).longValue();
                    default -> value;
                });
            }
        }
        return values;
    }
}
