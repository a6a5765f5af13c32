package xindang.policy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Trail;
import xindang.format.CollectionMapping;
import xindang.format.EffectivePolicies;
import xindang.format.FormatException;
import xindang.format.PolicyDocument;
import xindang.format.PolicySet;
import xindang.format.WarningMapping;
import xindang.format.regime.Finding;
import xindang.format.regime.RegimeChecks;
import xindang.format.regime.Settings;
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
    private final Regime regime;
    private final FourEyes fourEyes;
    private final Trail trail;
    private final BusinessClock clock;

    Publishing(
            Drafts drafts,
            DraftStore store,
            PolicyStore policies,
            Regime regime,
            FourEyes fourEyes,
            Trail trail,
            BusinessClock clock) {
        this.drafts = drafts;
        this.store = store;
        this.policies = policies;
        this.regime = regime;
        this.fourEyes = fourEyes;
        this.trail = trail;
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
        store.move(id, clean ? "checked" : "draft");
        trail.record(
                caller,
                Drafts.act(draft.node().id(), "policy.check-draft", id, draft.name())
                        .basedOn(Map.of("findings", String.valueOf(findings.size()), "clean", String.valueOf(clean))));
        return findings;
    }

    private List<Finding> findings(RegimeDraft draft, Map<String, DraftPart> parts) {
        var bodies = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        parts.forEach((kind, part) -> bodies.put(kind, part.body()));
        var findings = new ArrayList<>(RegimeChecks.all(Settings.of(bodies)));
        try {
            var set = new ArrayList<>(
                    DraftContent.policies(parts, draft.node().id().toString(), clock.today(), new Names(draft)));
            regime.resolve(draft.node().id(), clock.today()).stream()
                    .map(known -> known.version().document())
                    .filter(known -> set.stream()
                            .noneMatch(
                                    one -> one.ref().kind().equals(known.ref().kind())))
                    .forEach(set::add);
            EffectivePolicies effective = new PolicySet("draft", set, List.of()).at(clock.today());
            WarningMapping.policy(effective.body("ews"));
            CollectionMapping.policy(effective.body("col"));
        } catch (FormatException e) {
            if (findings.stream().noneMatch(one -> one.severity() == Finding.Severity.ERROR)) {
                e.problems()
                        .forEach(problem -> findings.add(new Finding(
                                "contradiction", Finding.Severity.ERROR, "", Map.of("problem", problem.text()))));
            }
        }
        return findings;
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

    private void publish(Caller caller, RegimeDraft draft, OffsetDateTime now) {
        if (draft.state().equals("draft")) {
            throw Refusal.of(PolicyProblem.DRAFT_NOT_CHECKED);
        }
        LocalDate today = clock.today();
        LocalDate from = draft.validFrom() == null ? today : draft.validFrom();
        if (draft.validFrom() != null && !from.isAfter(today)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("validFrom", "not-in-future"));
        }
        policies.lockPublishing();
        Map<String, DraftPart> parts = store.parts(draft.id());
        refuseOvertaken(draft, parts, today);
        // Others may have published other kinds since the check, and both together must hold.
        if (findings(draft, withOthers(draft, parts, today)).stream()
                .anyMatch(one -> one.severity() == Finding.Severity.ERROR)) {
            throw Refusal.of(PolicyProblem.DRAFT_NOT_CHECKED);
        }
        List<PolicyDocument> documents =
                DraftContent.policies(parts, draft.node().id().toString(), from, new Names(draft));
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
                                "kinds",
                                String.join(
                                        ", ",
                                        documents.stream()
                                                .map(policy -> policy.ref().kind())
                                                .toList()))));
    }

    /** What a draft changes, and for the rest what is in force now. */
    private Map<String, DraftPart> withOthers(RegimeDraft draft, Map<String, DraftPart> parts, LocalDate today) {
        Map<String, DraftPart> together =
                DraftContent.inForce(regime.settings(draft.node().id(), today));
        parts.forEach((kind, part) -> {
            if (part.isChange()) {
                together.put(kind, part);
            }
        });
        return together;
    }

    /** What a draft changes must still be in force as it was when the draft was started, or it would undo what others published. */
    private void refuseOvertaken(RegimeDraft draft, Map<String, DraftPart> parts, LocalDate today) {
        Map<String, PolicyDocument> settings = regime.settings(draft.node().id(), today);
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
            this.settings = regime.settings(draft.node().id(), clock.today());
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
            return String.valueOf(policies.versions(draft.node().id(), kind) + 1);
        }
    }
}
