package xindang.policy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.engine.canonical.CanonicalJson;
import xindang.format.FormatException;
import xindang.format.FormatProblem;
import xindang.format.PolicyReader;
import xindang.format.regime.Catalogue;
import xindang.format.regime.Difference;
import xindang.format.regime.Finding;
import xindang.format.regime.Preset;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.ProblemCode;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;
import xindang.policy.store.DraftStore;

/** Drafts of a regime and what is written in them (制度草案); they decide nothing until somebody else approves them. */
@Service
public class Drafts {

    static final String IN_FORCE = "in-force";
    static final String IMPORT = "import";

    private final DraftStore store;
    private final Regime regime;
    private final Trail trail;
    private final BusinessClock clock;

    Drafts(DraftStore store, Regime regime, Trail trail, BusinessClock clock) {
        this.store = store;
        this.regime = regime;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A draft with what it says.
     *
     * @param draft the draft
     * @param parts what it says, by kind
     * @param findings what the last check found; null if the draft was changed since
     */
    public record Whole(
            RegimeDraft draft,
            Map<String, DraftPart> parts,
            @Nullable List<Finding> findings) {

        /** What it changes. */
        public List<Difference> differences() {
            return DraftContent.differences(parts);
        }
    }

    /** One page within reach, the latest first. */
    @Transactional(readOnly = true)
    public Page<RegimeDraft> page(Caller caller, @Nullable UUID node, @Nullable String state, PageQuery query) {
        return store.page(caller.nodes(), node, state, query);
    }

    /**
     * A draft with what it says.
     *
     * @throws Refusal 404 out of reach
     */
    @Transactional(readOnly = true)
    public Whole find(Caller caller, UUID id) {
        RegimeDraft draft = store.find(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        return new Whole(draft, store.parts(id), store.findings(id));
    }

    /**
     * Starts a draft from what is in force, or from a sample regime.
     *
     * @param base {@code in-force} or the id of a sample regime
     * @throws Refusal 422 for a node out of reach or an unknown sample
     */
    @Transactional
    public Whole start(Caller caller, UUID node, DraftStore.Head head, String base) {
        return save(caller, node, head, base, content(node, base, day(head.validFrom())));
    }

    /**
     * Starts a draft from a file, as another installation exported it.
     *
     * @param file text of the file
     * @throws Refusal 422 with everything that is wrong with it
     */
    @Transactional
    public Whole bring(Caller caller, UUID node, DraftStore.Head head, String file) {
        try {
            var policies = PolicyReader.parse("file", file.getBytes(StandardCharsets.UTF_8))
                    .documents();
            return save(
                    caller,
                    node,
                    head,
                    IMPORT,
                    DraftContent.imported(policies, regime.settings(node, day(head.validFrom()))));
        } catch (FormatException e) {
            throw unfit(PolicyProblem.REGIME_UNFIT, "file", e.problems());
        }
    }

    private Whole save(Caller caller, UUID node, DraftStore.Head head, String base, Map<String, DraftPart> parts) {
        if (!caller.reaches(node)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        UUID id = store.insert(node, head, base, caller.id(), clock.timestamp());
        parts.forEach((kind, part) -> store.put(id, kind, part));
        trail.record(caller, act(node, "policy.start-draft", id, head.name()).basedOn(Map.of("base", base)));
        return find(caller, id);
    }

    /** The day whose regime a draft is to change. */
    private LocalDate day(@Nullable LocalDate validFrom) {
        return validFrom == null || validFrom.isBefore(clock.today()) ? clock.today() : validFrom;
    }

    private Map<String, DraftPart> content(UUID node, String base, LocalDate date) {
        var settings = regime.settings(node, date);
        if (base.equals(IN_FORCE)) {
            return DraftContent.inForce(settings);
        }
        Preset preset =
                Preset.find(base).orElseThrow(() -> Refusal.of(Code.INVALID_FIELDS, Reason.field("base", "unknown")));
        return DraftContent.sample(preset, settings);
    }

    /**
     * Changes name, first day and the like.
     *
     * @throws Refusal 404 out of reach, 409 if it is closed, 412 if stale
     */
    @Transactional
    public Whole rename(Caller caller, UUID id, int version, DraftStore.Head head) {
        RegimeDraft before = open(caller, id, version);
        store.put(id, head);
        store.touch(id, caller.id(), clock.timestamp());
        Whole after = find(caller, id);
        trail.record(
                caller,
                act(before.node().id(), "policy.rename-draft", id, head.name()).with(told(before, after.draft())));
        return after;
    }

    /**
     * Sets a parameter.
     *
     * @param json the value as JSON
     * @throws Refusal 404 out of reach or for an unknown parameter, 409 if the draft is closed, 412 if stale, 422 if the value does
     *     not fit
     */
    @Transactional
    public Whole set(Caller caller, UUID id, int version, String parameter, String json) {
        Object value = DraftValues.read(parameter, json);
        return change(
                caller,
                open(caller, id, version),
                parameter,
                parts -> DraftContent.set(parts, parameter, value, DraftContent.OWN));
    }

    /**
     * Takes a change of a parameter back to what the draft was started from.
     *
     * @throws Refusal as for {@link #set}
     */
    @Transactional
    public Whole reset(Caller caller, UUID id, int version, String parameter) {
        RegimeDraft draft = open(caller, id, version);
        String base = draft.base().equals(IMPORT) ? IN_FORCE : draft.base();
        Map<String, DraftPart> under = content(draft.node().id(), base, day(draft.validFrom()));
        return change(caller, draft, parameter, parts -> DraftContent.reset(parts, under, parameter, base));
    }

    private Whole change(
            Caller caller, RegimeDraft draft, String parameter, UnaryOperator<Map<String, DraftPart>> change) {
        if (Catalogue.builtIn().find(parameter).isEmpty()) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        UUID id = draft.id();
        Map<String, DraftPart> before = store.parts(id);
        var changes = new ArrayList<Change>();
        change.apply(before).forEach((kind, part) -> {
            List<FormatProblem> problems = DraftContent.problems(kind, part);
            if (!problems.isEmpty()) {
                throw unfit(Code.INVALID_FIELDS, "value", problems);
            }
            store.put(id, kind, part);
            Difference.between(
                            kind, Objects.requireNonNull(before.get(kind), kind).body(), part.body())
                    .forEach(one -> changes.add(told(one)));
        });
        store.touch(id, caller.id(), clock.timestamp());
        trail.record(
                caller,
                act(draft.node().id(), "policy.change-draft", id, draft.name()).with(changes));
        return find(caller, id);
    }

    /**
     * Puts another base under what was set by hand: a sample regime, or what is in force now.
     *
     * @throws Refusal 404 out of reach, 409 if it is closed, 412 if stale, 422 for an unknown sample
     */
    @Transactional
    public Whole rebase(Caller caller, UUID id, int version, String base) {
        RegimeDraft draft = open(caller, id, version);
        DraftContent.rebased(content(draft.node().id(), base, day(draft.validFrom())), store.parts(id))
                .forEach((kind, part) -> store.put(id, kind, part));
        store.putBase(id, base);
        store.touch(id, caller.id(), clock.timestamp());
        trail.record(
                caller,
                act(draft.node().id(), "policy.rebase-draft", id, draft.name()).basedOn(Map.of("base", base)));
        return find(caller, id);
    }

    /**
     * Gives a draft up.
     *
     * @throws Refusal 404 out of reach, 409 if it is closed, 412 if stale
     */
    @Transactional
    public void withdraw(Caller caller, UUID id, int version) {
        RegimeDraft draft = open(caller, id, version);
        store.move(id, "withdrawn");
        trail.record(caller, act(draft.node().id(), "policy.withdraw-draft", id, draft.name()));
    }

    /** A draft locked for a change. */
    RegimeDraft open(Caller caller, UUID id, int version) {
        RegimeDraft draft = store.lock(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (!draft.stillOpen()) {
            throw Refusal.of(PolicyProblem.DRAFT_CLOSED);
        }
        if (draft.version() != version) {
            throw Version.stale();
        }
        return draft;
    }

    static Act act(UUID node, String action, UUID draft, String name) {
        return Act.of(node, action, "policy-draft", draft, name);
    }

    static Change told(Difference one) {
        return new Change(one.parameter(), text(one.before()), text(one.after()));
    }

    private static List<Change> told(RegimeDraft before, RegimeDraft after) {
        return Stream.of(
                        new Change("name", before.name(), after.name()),
                        new Change("validFrom", text(before.validFrom()), text(after.validFrom())),
                        new Change("binding", String.valueOf(before.binding()), String.valueOf(after.binding())),
                        new Change("note", before.note(), after.note()))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : CanonicalJson.text(value);
    }

    static Refusal unfit(ProblemCode code, String field, List<FormatProblem> problems) {
        return Refusal.of(
                code,
                problems.stream()
                        .limit(20)
                        .map(problem -> new Reason(null, field, DraftValues.facts(problem)))
                        .toArray(Reason[]::new));
    }
}
