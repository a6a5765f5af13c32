package xindang.engine.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import xindang.engine.workflow.FlowStep.Access;
import xindang.engine.workflow.FlowStep.Act;
import xindang.engine.workflow.FlowStep.Approve;
import xindang.engine.workflow.FlowStep.Arm;
import xindang.engine.workflow.FlowStep.Branch;
import xindang.engine.workflow.FlowStep.Copy;
import xindang.engine.workflow.FlowStep.End;

/** What is wrong with a flow as it stands (流程检查), without asking who works where; conditions are compiled elsewhere. */
public final class FlowChecks {

    private final FlowDefinition flow;
    private final List<FlowFinding> findings = new ArrayList<>();

    private FlowChecks(FlowDefinition flow) {
        this.flow = flow;
    }

    /**
     * Everything that is wrong, from top to bottom.
     *
     * @param actions names of registered actions
     */
    public static List<FlowFinding> of(FlowDefinition flow, Set<String> actions) {
        var checks = new FlowChecks(flow);
        checks.names();
        if (flow.approvals().isEmpty()) {
            checks.findings.add(FlowFinding.error("nobody-signs", ""));
        }
        checks.walk(flow.steps(), new ArrayList<>(List.of(FlowDefinition.START)), actions);
        return List.copyOf(checks.findings);
    }

    private void names() {
        Set<String> seen = new HashSet<>(Set.of(FlowDefinition.START));
        for (FlowStep step : flow.all()) {
            if (!seen.add(step.code())) {
                findings.add(FlowFinding.error("code-twice", step.code()));
            }
            if (step instanceof Branch branch) {
                branch.arms().stream()
                        .filter(arm -> !seen.add(arm.code()))
                        .forEach(arm -> findings.add(
                                FlowFinding.error("code-twice", step.code()).with("code", arm.code())));
            }
        }
        Set<String> facts = new HashSet<>();
        flow.facts().stream()
                .filter(fact -> !facts.add(fact.code()))
                .forEach(
                        fact -> findings.add(FlowFinding.error("fact-twice", "").with("fact", fact.code())));
        flow.facts().stream()
                .filter(fact ->
                        fact.type() == FlowFact.Type.CHOICE && fact.choices().isEmpty())
                .forEach(
                        fact -> findings.add(FlowFinding.error("no-choices", "").with("fact", fact.code())));
    }

    /**
     * Walks steps in their order.
     *
     * @param earlier codes of what lies behind at this place; grows
     * @return whether the flow goes on behind the last of them
     */
    private boolean walk(List<FlowStep> steps, List<String> earlier, Set<String> actions) {
        boolean goesOn = true;
        for (FlowStep step : steps) {
            if (!goesOn) {
                findings.add(FlowFinding.error("never-reached", step.code()));
                return false;
            }
            goesOn = look(step, earlier, actions);
            earlier.add(step.code());
        }
        return goesOn;
    }

    private boolean look(FlowStep step, List<String> earlier, Set<String> actions) {
        switch (step) {
            case Approve approve -> look(approve, earlier);
            case Copy copy -> who(copy.code(), copy.who(), true);
            case Act act -> {
                if (!actions.contains(act.action())) {
                    findings.add(FlowFinding.error("unknown-action", act.code()).with("action", act.action()));
                }
            }
            case Branch branch -> {
                return look(branch, earlier, actions);
            }
            case End _ -> {
                return false;
            }
        }
        return true;
    }

    private boolean look(Branch branch, List<String> earlier, Set<String> actions) {
        if (branch.arms().isEmpty()) {
            findings.add(FlowFinding.error("no-arms", branch.code()));
        }
        boolean goesOn = false;
        var behind = new ArrayList<String>();
        for (Arm arm : branch.arms()) {
            var inside = new ArrayList<>(earlier);
            goesOn |= walk(arm.steps(), inside, actions);
            behind.addAll(inside.subList(earlier.size(), inside.size()));
        }
        var inside = new ArrayList<>(earlier);
        goesOn |= walk(branch.otherwise(), inside, actions);
        behind.addAll(inside.subList(earlier.size(), inside.size()));
        earlier.addAll(behind);
        return goesOn;
    }

    private void look(Approve step, List<String> earlier) {
        who(step.code(), step.who(), false);
        for (String target : step.returnTo()) {
            boolean waits = target.equals(FlowDefinition.START)
                    || flow.step(target).filter(Approve.class::isInstance).isPresent();
            if (!waits || !earlier.contains(target)) {
                findings.add(
                        FlowFinding.error("return-not-earlier", step.code()).with("target", target));
            }
        }
        step.fields().forEach((fact, access) -> {
            if (flow.fact(fact).isEmpty()) {
                findings.add(FlowFinding.error("unknown-fact", step.code()).with("fact", fact));
            } else if (access == Access.CHANGE && step.safeForBatch()) {
                findings.add(FlowFinding.error("batch-changes", step.code()).with("fact", fact));
            }
        });
        step.escalate().ifPresent(escalation -> {
            who(step.code(), escalation.to(), false);
            if (step.within().isEmpty()) {
                findings.add(FlowFinding.error("escalates-without-allowance", step.code()));
            }
        });
        if (step.within().isEmpty()) {
            findings.add(FlowFinding.notice("no-allowance", step.code()));
        }
    }

    private void who(String step, Who who, boolean copy) {
        if (who instanceof Who.Regime(String amount)
                && flow.fact(amount)
                        .filter(fact -> fact.type() == FlowFact.Type.AMOUNT && fact.required())
                        .isEmpty()) {
            findings.add(FlowFinding.error("regime-needs-amount", step).with("fact", amount));
        }
        if (who instanceof Who.Starter && !copy) {
            findings.add(FlowFinding.error("starter-never-signs", step));
        }
    }
}
