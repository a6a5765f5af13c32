package xindang.policy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.format.PolicyDocument;
import xindang.format.regime.Finding;
import xindang.format.regime.Preset;
import xindang.platform.access.Caller;
import xindang.platform.access.FourEyes;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.platform.time.BusinessClock;
import xindang.policy.store.DraftStore;
import xindang.policy.store.PolicyStore;

/** The way of a draft into force (制度发布): checked by the program, approved by somebody who did not write in it. */
@Service
public class Publishing {

    private final Drafts drafts;
    private final DraftStore store;
    private final PolicyStore policies;
    private final DraftChecks checks;
    private final Regime regime;
    private final FourEyes fourEyes;
    private final Trail trail;
    private final RegimeNews news;
    private final BusinessClock clock;

    Publishing(
            Drafts drafts,
            DraftStore store,
            PolicyStore policies,
            DraftChecks checks,
            Regime regime,
            FourEyes fourEyes,
            Trail trail,
            RegimeNews news,
            BusinessClock clock) {
        this.drafts = drafts;
        this.store = store;
        this.policies = policies;
        this.checks = checks;
        this.regime = regime;
        this.fourEyes = fourEyes;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Checks a draft; where nothing contradicts itself it waits for approval.
     *
     * @throws Refusal 404 out of reach, 409 if it is closed, 412 if stale
     */
    @Transactional
    public List<Finding> check(Caller caller, UUID id, int version) {
        RegimeDraft draft = drafts.open(caller, id, version);
        List<Finding> findings = findings(draft, store.parts(id));
        boolean clean = findings.stream().noneMatch(one -> one.severity() == Finding.Severity.ERROR);
        store.checked(id, clean ? "checked" : "draft", findings);
        if (clean) {
            news.checked(caller, draft);
        }
        trail.record(
                caller,
                Drafts.act(draft.node().id(), "policy.check-draft", id, draft.name())
                        .basedOn(Map.of("findings", String.valueOf(findings.size()), "clean", String.valueOf(clean))));
        return findings;
    }

    private List<Finding> findings(RegimeDraft draft, Map<String, DraftPart> parts) {
        return checks.of(draft, documents(draft, parts));
    }

    private List<PolicyDocument> documents(RegimeDraft draft, Map<String, DraftPart> parts) {
        return DraftContent.policies(parts, draft.node().id().toString(), checks.firstDay(draft), new Names(draft));
    }

    /**
     * A decision about a draft.
     *
     * @param approve whether it is approved; else it goes back to its authors
     * @param reason why
     * @param exception why one of its authors decides, where the house allows that
     */
    public record Decision(
            boolean approve, String reason, @Nullable String exception) {}

    /**
     * Approves a draft, which puts it in force from its day, or returns it.
     *
     * @throws Refusal 404 out of reach, 403 for one's own draft, 409 if it is closed, unchecked, overtaken or changes nothing, 412 if
     *     stale, 422 if its day has come already
     */
    @Transactional
    public RegimeDraft decide(Caller caller, UUID id, int version, Decision decision) {
        RegimeDraft draft = drafts.open(caller, id, version);
        OffsetDateTime now = clock.timestamp();
        for (NamedRef author : draft.authors()) {
            fourEyes.check(
                    caller,
                    new FourEyes.Matter(draft.node().id(), "policy.approve", id, draft.name()),
                    author.id(),
                    decision.exception());
        }
        if (!decision.approve()) {
            store.decide(id, "draft", caller.id(), now, decision.reason());
            trail.record(
                    caller,
                    Drafts.act(draft.node().id(), "policy.return-draft", id, draft.name())
                            .basedOn(Map.of("reason", decision.reason())));
            return drafts.find(caller, id).draft();
        }
        publish(caller, draft, now);
        store.decide(id, "approved", caller.id(), now, decision.reason());
        return drafts.find(caller, id).draft();
    }

    /**
     * Takes a planned version back before it begins, with all that was published together with it.
     *
     * @param reason why
     * @throws Refusal 404 out of reach, 409 if it has begun, was taken back already, or what stays would contradict itself
     */
    @Transactional
    public void takeBack(Caller caller, UUID version, String reason) {
        policies.lockPublishing();
        List<PolicyStore.Stored> together = policies.publishedWith(version).stream()
                .filter(one -> caller.reaches(one.node()))
                .toList();
        PolicyStore.Stored one = together.stream()
                .filter(other -> other.id().equals(version))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        policies.find(version)
                                        .filter(known -> caller.reaches(known.node()))
                                        .isPresent()
                                ? PolicyProblem.VERSION_HAS_BEGUN
                                : Code.NOT_FOUND));
        if (together.stream().anyMatch(other -> !other.validFrom().isAfter(clock.today()))) {
            throw Refusal.of(PolicyProblem.VERSION_HAS_BEGUN);
        }
        List<UUID> ids = together.stream().map(PolicyStore.Stored::id).toList();
        if (!checks.without(one.node(), Set.copyOf(ids)).isEmpty()) {
            throw Refusal.of(PolicyProblem.VERSION_NEEDED);
        }
        policies.takeBack(ids, caller.id(), clock.timestamp(), reason);
        trail.record(
                caller,
                Act.of(one.node(), "policy.take-back", "policy", one.node(), one.nodeName())
                        .basedOn(Map.of(
                                "reason",
                                reason,
                                "validFrom",
                                one.validFrom().toString(),
                                "kinds",
                                String.join(
                                        ", ",
                                        together.stream()
                                                .map(PolicyStore.Stored::kind)
                                                .toList()))));
    }

    private void publish(Caller caller, RegimeDraft draft, OffsetDateTime now) {
        if (draft.state().equals("draft")) {
            throw Refusal.of(PolicyProblem.DRAFT_NOT_CHECKED);
        }
        if (draft.validFrom() != null && !draft.validFrom().isAfter(clock.today())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("validFrom", "not-in-future"));
        }
        policies.lockPublishing();
        Map<String, DraftPart> parts = store.parts(draft.id());
        refuseOvertaken(draft, parts);
        List<PolicyDocument> documents = documents(draft, parts);
        // Others may have published other kinds since the check, and both together must hold.
        refuseErrors(checks.of(draft, documents));
        if (documents.isEmpty()) {
            throw Refusal.of(PolicyProblem.DRAFT_CHANGES_NOTHING);
        }
        var publication = new PolicyStore.Publication(
                draft.id(),
                caller.id(),
                draft.base().equals(Drafts.IN_FORCE) || draft.base().equals(Drafts.IMPORT) ? null : draft.base(),
                draft.binding(),
                draft.validFrom() == null ? now : null);
        documents.forEach(policy -> policies.insert(draft.node().id(), policy, publication));
        record(caller, draft, parts, documents);
        news.published(
                draft,
                checks.firstDay(draft),
                documents.stream().map(policy -> policy.ref().kind()).toList());
        tellOvertaken(draft, documents);
    }

    /** Open drafts of the node that change the same kinds must be put on another base. */
    private void tellOvertaken(RegimeDraft draft, List<PolicyDocument> documents) {
        List<String> kinds =
                documents.stream().map(policy -> policy.ref().kind()).toList();
        store.open(draft.node().id()).stream()
                .filter(other -> !other.id().equals(draft.id()))
                .filter(other -> store.parts(other.id()).entrySet().stream()
                        .anyMatch(part -> part.getValue().isChange() && kinds.contains(part.getKey())))
                .forEach(news::overtaken);
    }

    private void record(
            Caller caller, RegimeDraft draft, Map<String, DraftPart> parts, List<PolicyDocument> documents) {
        trail.record(
                caller,
                Drafts.act(draft.node().id(), "policy.publish", draft.id(), draft.name())
                        .with(DraftContent.differences(parts).stream()
                                .map(Drafts::told)
                                .toList())
                        .basedOn(Map.of(
                                "validFrom",
                                documents.getFirst().validFrom().toString(),
                                "binding",
                                String.valueOf(draft.binding()),
                                "kinds",
                                String.join(
                                        ", ",
                                        documents.stream()
                                                .map(policy -> policy.ref().kind())
                                                .toList()))));
    }

    private static void refuseErrors(List<Finding> findings) {
        if (findings.stream().anyMatch(one -> one.severity() == Finding.Severity.ERROR)) {
            throw Refusal.of(PolicyProblem.DRAFT_NOT_CHECKED);
        }
    }

    /** What a draft changes must still be in force on its first day as it was when started, or it would undo what others published. */
    private void refuseOvertaken(RegimeDraft draft, Map<String, DraftPart> parts) {
        Map<String, PolicyDocument> settings = regime.settings(draft.node().id(), checks.firstDay(draft));
        List<String> overtaken = parts.entrySet().stream()
                .filter(part -> part.getValue().isChange())
                .filter(part -> !part.getValue().before().equals(DraftContent.before(settings.get(part.getKey()))))
                .map(Map.Entry::getKey)
                .toList();
        if (!overtaken.isEmpty()) {
            throw Refusal.of(
                    PolicyProblem.DRAFT_OVERTAKEN,
                    new Reason(null, null, Map.of("kinds", String.join(", ", overtaken))));
        }
    }

    /** New versions are numbered per node and kind; they are called after the sample regime, or as before. */
    private final class Names implements DraftContent.Naming {

        private final RegimeDraft draft;
        private final Map<String, PolicyDocument> settings;

        Names(RegimeDraft draft) {
            this.draft = draft;
            this.settings = regime.settings(draft.node().id(), checks.firstDay(draft));
        }

        @Override
        public String id(String kind) {
            PolicyDocument before = settings.get(kind);
            return before == null || draft.base().matches("[A-Z][0-9]+")
                    ? draft.base()
                    : before.ref().id();
        }

        @Override
        public String version(String kind) {
            // "R0 1" is what every installation comes with.
            int first = id(kind).equals(Preset.RECOMMENDED) ? 2 : 1;
            return String.valueOf(policies.published(draft.node().id(), kind) + first);
        }
    }
}
