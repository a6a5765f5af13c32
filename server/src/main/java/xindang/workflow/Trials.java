package xindang.workflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.engine.workflow.FlowDefinition;
import xindang.engine.workflow.FlowFinding;
import xindang.engine.workflow.FlowStep;
import xindang.engine.workflow.Who;
import xindang.identity.Organisation;
import xindang.identity.User;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.workflow.store.FlowStore;

/** Shows which way a case would go and who would sign (试运行); nothing is written. */
@Service
public class Trials {

    private final FlowStore store;
    private final CaseRoute route;
    private final Signatories signatories;
    private final Organisation organisation;

    Trials(FlowStore store, CaseRoute route, Signatories signatories, Organisation organisation) {
        this.store = store;
        this.route = route;
        this.signatories = signatories;
        this.organisation = organisation;
    }

    /**
     * A step on the way (试运行步骤).
     *
     * @param kind {@code approve}, {@code branch}, {@code copy}, {@code act} or {@code end}
     * @param way code of the way that is gone at a branch
     * @param groups who signs or is told, group after group
     * @param due last day, if the case came there today
     */
    public record TrialStop(
            String kind,
            String step,
            String name,
            @Nullable String way,
            List<List<NamedRef>> groups,
            @Nullable LocalDate due) {

        /** Copies the groups. */
        public TrialStop {
            groups = List.copyOf(groups);
        }
    }

    /**
     * The way of a case with some facts along the draft, if everybody agreed.
     *
     * @throws Refusal 404 out of reach, 422 for facts that do not fit
     */
    @Transactional(readOnly = true)
    public List<TrialStop> of(Caller caller, UUID flow, Map<String, @Nullable Object> facts) {
        FlowLine line = store.find(caller.nodes(), flow).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        FlowDefinition draft = Flows.read(store.draft(flow).definition()).flow();
        if (Conditions.faults(draft).stream().anyMatch(FlowFinding::error)) {
            throw Refusal.of(WorkflowProblem.FLOW_NOT_CHECKED);
        }
        Map<String, Object> values = FactValues.of(draft, facts);
        var asked = new Signatories.Asked(line.node().id(), caller.id(), caller.home(), List.of(), values);
        var stops = new ArrayList<TrialStop>();
        walk(draft, draft.steps(), asked, stops);
        return stops;
    }

    /** Whether the way goes on behind the last step. */
    private boolean walk(FlowDefinition flow, List<FlowStep> steps, Signatories.Asked asked, List<TrialStop> stops) {
        for (FlowStep step : steps) {
            switch (step) {
                case FlowStep.Approve approve ->
                    stops.add(stop("approve", step, null, approve.who(), asked, route.due(approve)));
                case FlowStep.Copy copy -> stops.add(stop("copy", step, null, copy.who(), asked, null));
                case FlowStep.Act _ -> stops.add(stop("act", step, null, null, asked, null));
                case FlowStep.End _ -> {
                    stops.add(stop("end", step, null, null, asked, null));
                    return false;
                }
                case FlowStep.Branch branch -> {
                    String way = CaseRoute.way(flow, branch.code(), asked.facts());
                    stops.add(stop("branch", step, way, null, asked, null));
                    List<FlowStep> inside = branch.arms().stream()
                            .filter(arm -> arm.code().equals(way))
                            .findFirst()
                            .map(FlowStep.Arm::steps)
                            .orElse(branch.otherwise());
                    if (!walk(flow, inside, asked, stops)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private TrialStop stop(
            String kind,
            FlowStep step,
            @Nullable String way,
            @Nullable Who who,
            Signatories.Asked asked,
            @Nullable LocalDate due) {
        List<List<NamedRef>> groups = who == null
                ? List.of()
                : signatories.of(who, asked).stream()
                        .map(group -> group.people().stream()
                                .filter(one -> step instanceof FlowStep.Copy || !one.equals(asked.starter()))
                                .map(this::named)
                                .toList())
                        .toList();
        return new TrialStop(kind, step.code(), step.name(), way, groups, due);
    }

    private NamedRef named(UUID user) {
        return new NamedRef(user, organisation.user(user).map(User::name).orElse(""));
    }
}
