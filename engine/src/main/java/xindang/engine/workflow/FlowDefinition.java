package xindang.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a flow says (流程定义): facts of its cases and a list of steps from top to bottom. A case that comes to the end of the list is
 * approved.
 *
 * @param facts what its cases say of themselves
 * @param starters roles that may start it; everybody may where there are none
 * @param steps steps in their order
 */
public record FlowDefinition(List<FlowFact> facts, List<String> starters, List<FlowStep> steps) {

    /** Code of the place where the starter writes his case, before the first step. */
    public static final String START = "start";

    /** Copies the lists. */
    public FlowDefinition {
        facts = List.copyOf(facts);
        starters = List.copyOf(starters);
        steps = List.copyOf(steps);
    }

    /** All steps, those inside branches behind their branch. */
    public List<FlowStep> all() {
        var all = new ArrayList<FlowStep>();
        collect(steps, all);
        return List.copyOf(all);
    }

    private static void collect(List<FlowStep> some, List<FlowStep> into) {
        for (FlowStep step : some) {
            into.add(step);
            if (step instanceof FlowStep.Branch branch) {
                branch.arms().forEach(arm -> collect(arm.steps(), into));
                collect(branch.otherwise(), into);
            }
        }
    }

    /** A step by its code. */
    public Optional<FlowStep> step(String code) {
        return all().stream().filter(step -> step.code().equals(code)).findFirst();
    }

    /** The steps where people sign. */
    public List<FlowStep.Approve> approvals() {
        return all().stream()
                .flatMap(step -> step instanceof FlowStep.Approve approve ? Stream.of(approve) : Stream.empty())
                .toList();
    }

    /** A fact by its code. */
    public Optional<FlowFact> fact(String code) {
        return facts.stream().filter(fact -> fact.code().equals(code)).findFirst();
    }

    /** Whether the starter chooses somebody. */
    public boolean asksForPeople() {
        return all().stream().anyMatch(step -> switch (step) {
            case FlowStep.Approve approve -> approve.who() instanceof Who.Chosen;
            case FlowStep.Copy copy -> copy.who() instanceof Who.Chosen;
            default -> false;
        });
    }
}
