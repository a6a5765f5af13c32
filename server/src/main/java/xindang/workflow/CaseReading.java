package xindang.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.engine.workflow.FlowDefinition;
import xindang.engine.workflow.FlowFact;
import xindang.engine.workflow.FlowStep;
import xindang.engine.workflow.FlowStep.Access;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.workflow.store.ActStore;
import xindang.workflow.store.TaskStore;

/** Reads cases for those who may see them (流程查阅): facts that a step hides from its signers are left out for them. */
@Service
public class CaseReading {

    private final Cases cases;
    private final TaskStore tasks;
    private final ActStore acts;
    private final Versions versions;

    CaseReading(Cases cases, TaskStore tasks, ActStore acts, Versions versions) {
        this.cases = cases;
        this.tasks = tasks;
        this.acts = acts;
        this.versions = versions;
    }

    /**
     * A case as a whole.
     *
     * @param facts facts that the reader sees, in the order of the flow
     * @param steps names of the steps by their code
     * @param mine task that the reader, or whom he stands in for, is asked now
     * @param returnTo steps it may go back to from there
     * @param changeable facts the reader may change there
     * @param starter whether the reader started it
     * @param manages whether the reader may give tasks of others to somebody else
     */
    public record Whole(
            FlowCase flowCase,
            List<FlowFact> facts,
            Map<String, String> steps,
            List<FlowTask> tasks,
            List<CaseAct> acts,
            @Nullable FlowTask mine,
            List<String> returnTo,
            List<String> changeable,
            boolean starter,
            boolean manages) {}

    /** The tasks of a case that are open, for its starter. */
    @Transactional(readOnly = true)
    public List<FlowTask> open(Caller caller, UUID id) {
        return tasks.of(cases.visible(caller, id).id()).stream()
                .filter(one -> one.state().equals("open"))
                .toList();
    }

    /** The case of a task. */
    @Transactional(readOnly = true)
    public Whole ofTask(Caller caller, UUID task) {
        return of(
                caller,
                tasks.find(task).orElseThrow(() -> Refusal.of(Code.NOT_FOUND)).flowCase());
    }

    /** A case. */
    @Transactional(readOnly = true)
    public Whole of(Caller caller, UUID id) {
        FlowCase flowCase = cases.visible(caller, id);
        FlowDefinition flow = versions.of(flowCase.version());
        List<FlowTask> all = tasks.of(id);
        Set<UUID> people = Stream.concat(Stream.of(caller.id()), caller.standsInFor().stream())
                .collect(Collectors.toSet());
        FlowTask mine = all.stream()
                .filter(one -> one.state().equals("open") && people.stream().anyMatch(one::asks))
                .findFirst()
                .orElse(null);
        Set<String> hidden = hidden(caller, flowCase, flow, all, people);
        FlowStep.Approve step =
                mine == null || mine.part().equals("starter") ? null : versions.approval(flowCase, mine.step());
        List<FlowFact> facts = flow.facts().stream()
                .filter(fact -> !hidden.contains(fact.code()))
                .toList();
        return new Whole(
                without(flowCase, hidden),
                facts,
                flow.all().stream().collect(Collectors.toMap(FlowStep::code, FlowStep::name)),
                all,
                acts.of(id).stream().map(one -> without(one, hidden)).toList(),
                mine,
                mine == null || step == null || mine.part().equals("adviser") ? List.of() : returns(step, all),
                changeable(facts, mine, step),
                flowCase.starter().id().equals(caller.id()),
                caller.holds(Signers.MANAGES, flowCase.node().id()));
    }

    private static List<String> returns(FlowStep.Approve step, List<FlowTask> all) {
        return step.returnTo().stream()
                .filter(code -> code.equals(FlowDefinition.START)
                        || all.stream().anyMatch(one -> one.step().equals(code)))
                .toList();
    }

    private static List<String> changeable(
            List<FlowFact> facts, @Nullable FlowTask mine, FlowStep.@Nullable Approve step) {
        if (mine == null) {
            return List.of();
        }
        return facts.stream()
                .map(FlowFact::code)
                .filter(code -> step == null || step.access(code) == Access.CHANGE)
                .toList();
    }

    /** What all the reader's steps hide from him; nothing from the starter and from who reads cases there. */
    private static Set<String> hidden(
            Caller caller, FlowCase flowCase, FlowDefinition flow, List<FlowTask> all, Set<UUID> people) {
        if (people.contains(flowCase.starter().id())
                || caller.within(Flows.READS).reaches(flowCase.node().id())) {
            return Set.of();
        }
        Set<String> hidden =
                new HashSet<>(flow.facts().stream().map(FlowFact::code).toList());
        all.stream()
                .filter(one -> people.stream().anyMatch(one::asks))
                .flatMap(one -> flow.step(one.step()).stream())
                .flatMap(step -> step instanceof FlowStep.Approve approve ? Stream.of(approve) : Stream.empty())
                .forEach(step -> hidden.removeIf(code -> step.access(code) != Access.HIDE));
        return hidden;
    }

    private static FlowCase without(FlowCase one, Set<String> hidden) {
        var facts = new TreeMap<>(one.facts());
        facts.keySet().removeAll(hidden);
        return new FlowCase(
                one.id(),
                one.version(),
                one.flow(),
                one.number(),
                one.node(),
                one.objectKind(),
                one.objectId(),
                one.title(),
                one.starter(),
                one.startedAt(),
                one.startedOn(),
                facts,
                one.chosen(),
                one.state(),
                one.step(),
                one.round(),
                one.late(),
                one.endedAt(),
                one.endedBy(),
                one.endReason());
    }

    private static CaseAct without(CaseAct act, Set<String> hidden) {
        var changes = new TreeMap<>(act.changes());
        changes.keySet().removeAll(hidden);
        return new CaseAct(
                act.id(),
                act.task(),
                act.step(),
                act.kind(),
                act.by(),
                act.behalf(),
                act.at(),
                act.reason(),
                act.target(),
                act.whom(),
                changes);
    }
}
