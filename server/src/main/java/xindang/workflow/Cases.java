package xindang.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.engine.workflow.FlowDefinition;
import xindang.identity.Competence;
import xindang.identity.Organisation;
import xindang.platform.access.Caller;
import xindang.platform.access.Grant;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.time.BusinessClock;
import xindang.workflow.engine.FlowEngine;
import xindang.workflow.store.ActStore;
import xindang.workflow.store.CaseStore;
import xindang.workflow.store.FlowStore;

/**
 * Cases (流程实例): started along the version of a flow that is in use, and what their starter does with them. Capabilities to the right
 * start cases about their own objects here and hear of the end by {@link CaseOutcome}.
 */
@Service
public class Cases {

    /** Kind of object of a case that is all there is. */
    public static final String REQUEST = "request";

    private final CaseStore store;
    private final FlowStore flows;
    private final ActStore acts;
    private final Versions versions;
    private final CaseRoute route;
    private final FlowEngine engine;
    private final Organisation organisation;
    private final Competence competence;
    private final CaseNews news;
    private final Trail trail;
    private final BusinessClock clock;

    Cases(
            CaseStore store,
            FlowStore flows,
            ActStore acts,
            Versions versions,
            CaseRoute route,
            FlowEngine engine,
            Organisation organisation,
            Competence competence,
            CaseNews news,
            Trail trail,
            BusinessClock clock) {
        this.store = store;
        this.flows = flows;
        this.acts = acts;
        this.versions = versions;
        this.route = route;
        this.engine = engine;
        this.organisation = organisation;
        this.competence = competence;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A case that is to start.
     *
     * @param flow flow whose version in use it goes along
     * @param node node it belongs to
     * @param objectKind kind of the business object; {@link #REQUEST} where the case is all there is
     * @param objectId business object; null where the case is all there is
     * @param facts what it says of itself, by code
     * @param chosen people the starter chooses, where the flow asks for them
     */
    public record NewCase(
            UUID flow,
            UUID node,
            String objectKind,
            @Nullable UUID objectId,
            String title,
            Map<String, @Nullable Object> facts,
            List<UUID> chosen) {

        /** Copies the list. */
        public NewCase {
            chosen = List.copyOf(chosen);
        }
    }

    /**
     * A flow along which the caller may start a case at a node (可发起流程).
     *
     * @param id flow
     */
    public record Startable(UUID id, String name, int number, FlowDefinition flow) {}

    /** The flows along which the caller may start a case at a node, by name. */
    @Transactional(readOnly = true)
    public List<Startable> startable(Caller caller, UUID node) {
        return flows.inUse(upward(caller, node)).stream()
                .map(one -> new Startable(one.flow(), one.name(), one.number(), versions.of(one.id())))
                .filter(one -> mayStart(caller, one.flow(), node))
                .toList();
    }

    private Set<UUID> upward(Caller caller, UUID node) {
        if (!caller.reaches(node)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        return organisation.above(node);
    }

    private static boolean mayStart(Caller caller, FlowDefinition flow, UUID node) {
        return flow.starters().isEmpty()
                || caller.grants().stream()
                        .filter(grant -> !grant.readOnly() && grant.nodes().contains(node))
                        .map(Grant::role)
                        .anyMatch(flow.starters()::contains);
    }

    /**
     * Starts a case.
     *
     * @throws Refusal 422 for facts, people or a node that do not fit, 404 for a flow that does not hold there, 403 where the caller's
     *     roles may not start it, 409 while it is not in use
     */
    @Transactional
    public FlowCase start(Caller caller, NewCase fresh) {
        Set<UUID> upward = upward(caller, fresh.node());
        if (!organisation.isOpen(fresh.node())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "closed"));
        }
        FlowStore.Stored version = inUse(upward, fresh.flow());
        FlowDefinition flow = versions.of(version.id());
        if (!mayStart(caller, flow, fresh.node())) {
            throw Refusal.of(
                    WorkflowProblem.FLOW_NOT_FOR_CALLER,
                    new Reason(null, null, Map.of("roles", String.join(", ", flow.starters()))));
        }
        Map<String, Object> facts = FactValues.of(flow, fresh.facts());
        UUID id = store.insert(
                new CaseStore.Fresh(
                        version.id(),
                        fresh.node(),
                        fresh.objectKind(),
                        fresh.objectId(),
                        fresh.title(),
                        caller.id(),
                        facts,
                        chosen(caller, flow, fresh.chosen())),
                FlowDefinition.START,
                clock.timestamp(),
                clock.today());
        acts.insert(ActStore.Done.of(id, fresh.node(), FlowDefinition.START, "start", caller.id()), clock.timestamp());
        trail.record(
                caller,
                Act.of(fresh.node(), "workflow.start", "flow-case", id, fresh.title())
                        .basedOn(Map.of("flow", version.name(), "version", String.valueOf(version.number()))));
        engine.start(id, version.id());
        engine.proceed(id, FlowDefinition.START);
        return store.find(id).orElseThrow();
    }

    private FlowStore.Stored inUse(Set<UUID> upward, UUID flow) {
        return flows.inUse(upward).stream()
                .filter(one -> one.flow().equals(flow))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        flows.find(upward, flow)
                                        .filter(known -> known.published() > 0)
                                        .isPresent()
                                ? WorkflowProblem.FLOW_NOT_IN_USE
                                : Code.NOT_FOUND));
    }

    private List<UUID> chosen(Caller caller, FlowDefinition flow, List<UUID> people) {
        if (!flow.asksForPeople()) {
            return List.of();
        }
        if (people.isEmpty()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("chosen", "required"));
        }
        for (UUID person : people) {
            if (person.equals(caller.id()) || competence.staying(person).isEmpty()) {
                throw Refusal.of(Code.INVALID_FIELDS, Reason.field("chosen", "unknown"));
            }
        }
        return people.stream().distinct().toList();
    }

    /** One page of what the caller started, the latest first. */
    @Transactional(readOnly = true)
    public Page<FlowCase> started(Caller caller, @Nullable String state, PageQuery query) {
        return store.started(caller.id(), state, query);
    }

    /** One page of the cases within the caller's reach, the latest first. */
    @Transactional(readOnly = true)
    public Page<FlowCase> page(Caller caller, @Nullable String state, PageQuery query) {
        return store.of(caller.nodes(), state, query);
    }

    /** A case that the caller may see: his own, one he was asked about, or as somebody who reads cases there. */
    FlowCase visible(Caller caller, UUID id) {
        return store.find(id).filter(one -> sees(caller, one)).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    private boolean sees(Caller caller, FlowCase one) {
        return one.starter().id().equals(caller.id())
                || caller.within(Flows.READS).reaches(one.node().id())
                || Stream.concat(Stream.of(caller.id()), caller.standsInFor().stream())
                        .anyMatch(person -> store.asked(one.id(), person));
    }

    /** The same, locked. */
    FlowCase locked(Caller caller, UUID id) {
        visible(caller, id);
        return store.lock(id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /**
     * Takes one's own case back.
     *
     * @param reason needed once somebody has decided
     * @throws Refusal 404 for cases of others, 409 if it has ended, 422 without the reason it takes
     */
    @Transactional
    public void withdraw(Caller caller, UUID id, @Nullable String reason) {
        FlowCase flowCase = own(caller, id);
        if (reason == null && acts.decided(id)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("reason", "required"));
        }
        acts.insert(
                ActStore.Done.of(id, flowCase.node().id(), flowCase.at(), "withdraw", caller.id())
                        .because(reason),
                clock.timestamp());
        route.end(flowCase, "withdrawn", caller.id(), reason);
        engine.cancel(id);
        trail.record(
                caller,
                Act.of(flowCase.node().id(), "workflow.withdraw", "flow-case", id, flowCase.title())
                        .basedOn(reason == null ? Map.of() : Map.of("reason", reason)));
    }

    /**
     * Asks those who are asked to hurry, once a day.
     *
     * @throws Refusal 404 for cases of others, 409 if it has ended or they were reminded today
     */
    @Transactional
    public void remind(Caller caller, UUID id, List<FlowTask> open) {
        FlowCase flowCase = own(caller, id);
        var midnight = clock.today().atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        if (acts.remindedSince(id, midnight)) {
            throw Refusal.of(WorkflowProblem.REMINDED_TODAY);
        }
        List<UUID> people = open.stream()
                .flatMap(task -> task.user() == null
                        ? Stream.empty()
                        : Stream.of(task.user().id()))
                .distinct()
                .toList();
        acts.insert(
                ActStore.Done.of(id, flowCase.node().id(), flowCase.at(), "remind", caller.id())
                        .with(people),
                clock.timestamp());
        if (!people.isEmpty()) {
            news.reminded(flowCase, people);
        }
        trail.record(caller, Act.of(flowCase.node().id(), "workflow.remind", "flow-case", id, flowCase.title()));
    }

    /** Says something about a case, for everybody who sees it. */
    @Transactional
    public void comment(Caller caller, UUID id, String text) {
        FlowCase flowCase = visible(caller, id);
        acts.insert(
                ActStore.Done.of(id, flowCase.node().id(), flowCase.at(), "comment", caller.id())
                        .because(text),
                clock.timestamp());
        trail.record(caller, Act.of(flowCase.node().id(), "workflow.comment", "flow-case", id, flowCase.title()));
    }

    private FlowCase own(Caller caller, UUID id) {
        FlowCase flowCase = locked(caller, id);
        if (!flowCase.starter().id().equals(caller.id())) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        if (!flowCase.running()) {
            throw Refusal.of(WorkflowProblem.CASE_ENDED);
        }
        return flowCase;
    }
}
