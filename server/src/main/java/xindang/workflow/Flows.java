package xindang.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.engine.decision.Sha256;
import xindang.engine.workflow.FlowChecks;
import xindang.engine.workflow.FlowDefinition;
import xindang.engine.workflow.FlowFinding;
import xindang.engine.workflow.FlowStep;
import xindang.engine.workflow.Who;
import xindang.format.FlowText;
import xindang.format.FormatException;
import xindang.identity.Organisation;
import xindang.identity.Roles;
import xindang.identity.User;
import xindang.platform.access.Caller;
import xindang.platform.access.FourEyes;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;
import xindang.workflow.engine.BpmnText;
import xindang.workflow.engine.FlowEngine;
import xindang.workflow.store.FlowStore;

/**
 * Flows on their way into use (流程设计与发布): written as a draft, checked by the program, published as a version by somebody who did not
 * write in it. Cases stay on the version they started on.
 */
@Service
public class Flows {

    /** Right to see flows and everybody's cases. */
    static final String READS = "workflow.read";

    private static final String EMPTY = "{\"facts\":[],\"format\":1,\"steps\":[]}";
    private static final TypeReference<List<FlowFinding>> FINDINGS = new TypeReference<>() {};

    private final FlowStore store;
    private final CaseRoute route;
    private final FlowEngine engine;
    private final Organisation organisation;
    private final FourEyes fourEyes;
    private final Trail trail;
    private final JsonMapper json;
    private final BusinessClock clock;

    Flows(
            FlowStore store,
            CaseRoute route,
            FlowEngine engine,
            Organisation organisation,
            FourEyes fourEyes,
            Trail trail,
            JsonMapper json,
            BusinessClock clock) {
        this.store = store;
        this.route = route;
        this.engine = engine;
        this.organisation = organisation;
        this.fourEyes = fourEyes;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A flow as a whole.
     *
     * @param definition what its draft says, as JSON text
     * @param findings what the last check found; null if it was changed since
     */
    public record Whole(
            FlowLine flow, String definition, @Nullable List<FlowFinding> findings, List<FlowVersion> versions) {}

    /** One page of the flows of the nodes in reach, the latest first. */
    @Transactional(readOnly = true)
    public Page<FlowLine> page(Caller caller, PageQuery query) {
        return store.page(caller.nodes(), query);
    }

    /** A flow within reach. */
    @Transactional(readOnly = true)
    public Whole find(Caller caller, UUID id) {
        FlowLine flow = store.find(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        FlowStore.Draft draft = store.draft(id);
        return new Whole(
                flow,
                draft.definition(),
                draft.findings() == null ? null : json.readValue(draft.findings(), FINDINGS),
                store.versions(id));
    }

    /** The drawing of a version within reach, as BPMN; of the draft where there is no number. */
    @Transactional(readOnly = true)
    public String drawing(Caller caller, UUID id, @Nullable Integer number) {
        FlowLine flow = store.find(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (number == null) {
            return BpmnText.of(
                    id, flow.name(), read(store.draft(id).definition()).flow());
        }
        FlowStore.Stored version = store.version(id, number).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        return BpmnText.of(
                version.id(), version.name(), read(version.definition()).flow());
    }

    /** What a version within reach says, as JSON text. */
    @Transactional(readOnly = true)
    public String definition(Caller caller, UUID id, int number) {
        FlowLine flow = store.find(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        return store.version(flow.id(), number)
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND))
                .definition();
    }

    /**
     * Makes a flow with an empty draft, or one that says what is given.
     *
     * @throws Refusal 422 for a node out of reach or a definition without the form of one, 409 for a code that is taken
     */
    @Transactional
    public Whole make(Caller caller, UUID node, String code, String name, @Nullable String definition) {
        if (!caller.reaches(node) || !organisation.isOpen(node)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        String says = definition == null ? EMPTY : read(definition).canonical();
        UUID id = store.insert(node, code, name, says, caller.id(), clock.timestamp())
                .orElseThrow(() -> Refusal.of(Code.ALREADY_EXISTS, Reason.field("code", "taken")));
        trail.record(caller, act(node, "workflow.make-flow", id, name));
        return find(caller, id);
    }

    /**
     * Writes in the draft.
     *
     * @throws Refusal 404 out of reach, 412 if stale, 422 for a text without the form of a flow
     */
    @Transactional
    public Whole write(Caller caller, UUID id, int version, String name, String definition) {
        FlowLine flow = locked(caller, id, version);
        store.put(id, name, read(definition).canonical(), caller.id(), clock.timestamp());
        trail.record(caller, act(flow.node().id(), "workflow.change-flow", id, name));
        return find(caller, id);
    }

    /** Closes a flow for new cases, or opens it again. */
    @Transactional
    public Whole close(Caller caller, UUID id, int version, boolean closed) {
        FlowLine flow = locked(caller, id, version);
        store.close(id, closed);
        trail.record(
                caller, act(flow.node().id(), closed ? "workflow.close-flow" : "workflow.open-flow", id, flow.name()));
        return find(caller, id);
    }

    /** Checks the draft; where nothing is wrong it may be published. */
    @Transactional
    public Whole check(Caller caller, UUID id, int version) {
        FlowLine flow = locked(caller, id, version);
        List<FlowFinding> findings = findings(read(store.draft(id).definition()).flow());
        store.checked(id, findings.stream().noneMatch(FlowFinding::error), json.writeValueAsString(findings));
        trail.record(
                caller,
                act(flow.node().id(), "workflow.check-flow", id, flow.name())
                        .basedOn(Map.of("findings", String.valueOf(findings.size()))));
        return find(caller, id);
    }

    private List<FlowFinding> findings(FlowDefinition flow) {
        var findings = new ArrayList<FlowFinding>(FlowChecks.of(flow, Set.copyOf(route.actionNames())));
        findings.addAll(Conditions.faults(flow));
        flow.starters().stream()
                .filter(role -> !Roles.NAMES.contains(role))
                .forEach(role ->
                        findings.add(FlowFinding.error("unknown-role", "").with("role", role)));
        for (FlowStep step : flow.all()) {
            switch (step) {
                case FlowStep.Approve approve -> {
                    known(approve.code(), approve.who(), findings);
                    approve.escalate().ifPresent(late -> known(approve.code(), late.to(), findings));
                }
                case FlowStep.Copy copy -> known(copy.code(), copy.who(), findings);
                default -> {}
            }
        }
        return List.copyOf(findings);
    }

    private void known(String step, Who who, List<FlowFinding> findings) {
        if (who instanceof Who.InRole(String role) && !Roles.NAMES.contains(role)) {
            findings.add(FlowFinding.error("unknown-role", step).with("role", role));
        }
        if (who instanceof Who.Person(UUID user)
                && organisation.user(user).filter(User::active).isEmpty()) {
            findings.add(FlowFinding.error("unknown-person", step).with("user", user.toString()));
        }
    }

    /**
     * Publishes the draft as the next version; from now on cases start along it.
     *
     * @param exception why one of its authors does, where the house allows that
     * @throws Refusal 404 out of reach, 403 for one's own draft, 409 if it is unchecked or changes nothing, 412 if stale
     */
    @Transactional
    public Whole publish(Caller caller, UUID id, int version, String reason, @Nullable String exception) {
        FlowLine flow = locked(caller, id, version);
        FlowStore.Draft draft = store.draft(id);
        for (UUID author : new TreeSet<>(draft.authors())) {
            fourEyes.check(
                    caller,
                    new FourEyes.Matter(flow.node().id(), "workflow.publish", id, flow.name()),
                    author,
                    exception);
        }
        FlowDefinition says = read(draft.definition()).flow();
        // People and actions may have gone since the check.
        if (!draft.checked() || findings(says).stream().anyMatch(FlowFinding::error)) {
            throw Refusal.of(WorkflowProblem.FLOW_NOT_CHECKED);
        }
        boolean same = store.version(id, flow.published())
                .filter(before -> before.definition().equals(draft.definition())
                        && before.name().equals(flow.name()))
                .isPresent();
        if (same) {
            throw Refusal.of(WorkflowProblem.FLOW_CHANGES_NOTHING);
        }
        String sha256 = Sha256.hex(draft.definition());
        UUID published = store.publish(flow, draft.definition(), sha256, caller.id(), clock.timestamp(), reason);
        engine.deploy(published, flow.name(), says);
        trail.record(
                caller,
                act(flow.node().id(), "workflow.publish", id, flow.name())
                        .basedOn(Map.of(
                                "version", String.valueOf(flow.published() + 1), "sha256", sha256, "reason", reason)));
        return find(caller, id);
    }

    private FlowLine locked(Caller caller, UUID id, int version) {
        FlowLine flow = store.lock(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (flow.version() != version) {
            throw Version.stale();
        }
        return flow;
    }

    /** What a text says; 422 with every fault of its form. */
    static FlowText.Read read(String definition) {
        try {
            return FlowText.read("flow", definition);
        } catch (FormatException e) {
            throw Refusal.of(
                    WorkflowProblem.FLOW_UNFIT,
                    e.problems().stream()
                            .limit(20)
                            .map(one -> new Reason(
                                    null,
                                    "definition",
                                    Map.of(
                                            "code",
                                            one.code()
                                                    .name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-'),
                                            "pointer",
                                            one.args().getOrDefault("pointer", ""),
                                            "expected",
                                            one.args().getOrDefault("expected", ""))))
                            .toList());
        }
    }

    private static Act act(UUID node, String action, UUID id, String name) {
        return Act.of(node, action, "flow", id, name);
    }
}
