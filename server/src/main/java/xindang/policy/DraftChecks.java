package xindang.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xindang.format.CollectionMapping;
import xindang.format.EffectivePolicies;
import xindang.format.FormatException;
import xindang.format.PolicyDocument;
import xindang.format.PolicyKinds;
import xindang.format.PolicySet;
import xindang.format.WarningMapping;
import xindang.format.regime.Finding;
import xindang.format.regime.Finding.Severity;
import xindang.format.regime.RegimeChecks;
import xindang.format.regime.Settings;
import xindang.platform.time.BusinessClock;
import xindang.policy.store.PolicyStore;
import xindang.policy.store.PolicyStore.Below;
import xindang.policy.store.PolicyStore.Stored;

/**
 * What would follow if a draft came into force (发布前检查): at its node from its first day, on every later day on which something planned
 * begins, and at every node below that has policies of its own. Only what the draft brings about counts there, not what was wrong before.
 */
@Component
class DraftChecks {

    /** The version that would be published stands after all that are there. */
    private static final UUID LAST = new UUID(Long.MAX_VALUE, Long.MAX_VALUE);

    private static final Set<String> WITHOUT_FILES = Set.of("department", "site");

    private final PolicyStore policies;
    private final Regime regime;
    private final BusinessClock clock;

    DraftChecks(PolicyStore policies, Regime regime, BusinessClock clock) {
        this.policies = policies;
        this.regime = regime;
        this.clock = clock;
    }

    /** The day from which a draft would hold. */
    LocalDate firstDay(RegimeDraft draft) {
        return draft.validFrom() == null ? clock.today() : draft.validFrom();
    }

    /** Everything that speaks against a draft or should be known of it. */
    List<Finding> of(RegimeDraft draft, List<PolicyDocument> documents) {
        LocalDate from = firstDay(draft);
        UUID node = draft.node().id();
        var findings = new ArrayList<Finding>();
        if (draft.validFrom() != null && !from.isAfter(clock.today())) {
            findings.add(Finding.error("day-has-passed", "", Map.of("first", from.toString())));
        }
        if (WITHOUT_FILES.contains(policies.nodeKind(node))) {
            documents.stream()
                    .map(policy -> policy.ref().kind())
                    .filter(PolicyKinds.readByEngine()::contains)
                    .forEach(kind -> findings.add(Finding.error("decided-at-company", "", Map.of("kind", kind))));
        }
        List<Stored> now = policies.upward(node);
        var after = new Future(draft, documents);
        findings.addAll(overruled(now, after, from));
        List<Stored> then = after.with(now, 0);
        List<Finding> here = all(then, from, after);
        findings.addAll(here);
        brought(now, after::at, later(now, from), after, null).stream()
                .filter(one -> here.stream().noneMatch(known -> isSame(known, one)))
                .forEach(findings::add);
        for (Below below : policies.below(node)) {
            List<Stored> upward = policies.upward(below.node());
            var days = new TreeSet<LocalDate>(later(upward, from));
            days.add(from);
            findings.addAll(brought(upward, rows -> after.with(rows, below.distance()), days, after, below.name()));
        }
        return findings;
    }

    /** Whether a later day only shows again what the first day shows. */
    private static boolean isSame(Finding one, Finding later) {
        var facts = new LinkedHashMap<>(later.facts());
        facts.remove("day");
        facts.remove("node");
        return one.check().equals(later.check())
                && one.parameter().equals(later.parameter())
                && one.facts().equals(facts);
    }

    /** What would go wrong if some versions at a node were taken back. */
    List<Finding> without(UUID node, Set<UUID> versions) {
        var findings = new ArrayList<Finding>();
        var nodes = new ArrayList<>(policies.below(node));
        nodes.add(new Below(node, "", 0));
        for (Below below : nodes) {
            List<Stored> upward = policies.upward(below.node());
            UnaryOperator<List<Stored>> left = rows ->
                    rows.stream().filter(row -> !versions.contains(row.id())).toList();
            findings.addAll(brought(upward, left, later(upward, clock.today()), null, below.name()));
        }
        return findings;
    }

    /** Versions that would go before what the draft says, or come after it. */
    private static List<Finding> overruled(List<Stored> now, Future after, LocalDate from) {
        var findings = new ArrayList<Finding>();
        Map<String, Resolver.Choice> choices = Resolver.choose(after.with(now, 0), from);
        for (Stored row : after.rows(0)) {
            List<Stored> chosen = choices.getOrDefault(row.kind(), new Resolver.Choice(List.of(), List.of()))
                    .chosen();
            chosen.stream()
                    .filter(one -> chosen.stream().noneMatch(own -> own.id().equals(LAST)))
                    .forEach(one -> findings.add(
                            Finding.error("bound-above", "", Map.of("kind", row.kind(), "above", one.nodeName()))));
            now.stream()
                    .filter(one -> one.distance() == 0 && one.kind().equals(row.kind()))
                    .filter(one -> one.validFrom().isAfter(from))
                    .forEach(one -> findings.add(Finding.error(
                            "planned-ahead",
                            "",
                            Map.of(
                                    "kind",
                                    row.kind(),
                                    "first",
                                    one.validFrom().toString(),
                                    "version",
                                    one.policy() + " " + one.version()))));
        }
        Resolver.choose(now, from).values().stream()
                .flatMap(choice -> choice.chosen().stream())
                .filter(one -> one.distance() == 0 && one.binding())
                .filter(one -> after.rows(0).stream().anyMatch(row -> row.kind().equals(one.kind()) && !row.binding()))
                .forEach(one -> findings.add(Finding.notice("binding-lost", "", Map.of("kind", one.kind()))));
        return findings;
    }

    private static Set<LocalDate> later(List<Stored> upward, LocalDate from) {
        var days = new TreeSet<LocalDate>();
        upward.stream().map(Stored::validFrom).filter(day -> day.isAfter(from)).forEach(days::add);
        return days;
    }

    /** Errors that are there afterwards and were not before, on some days. */
    private List<Finding> brought(
            List<Stored> before,
            UnaryOperator<List<Stored>> change,
            Set<LocalDate> days,
            @Nullable Future future,
            @Nullable String node) {
        var findings = new ArrayList<Finding>();
        var known = new ArrayList<Finding>();
        for (LocalDate day : days) {
            List<Finding> errors = errors(before, day, null);
            errors(change.apply(before), day, future).stream()
                    .filter(one -> !errors.contains(one) && !known.contains(one))
                    .forEach(one -> {
                        known.add(one);
                        var facts = new LinkedHashMap<>(one.facts());
                        facts.put("day", day.toString());
                        facts.put("node", node == null ? "" : node);
                        findings.add(new Finding(one.check(), one.severity(), one.parameter(), facts));
                    });
        }
        return findings;
    }

    private List<Finding> errors(List<Stored> upward, LocalDate day, @Nullable Future future) {
        return all(upward, day, future).stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .toList();
    }

    /** What the regime of some versions on a day is found to be like. */
    private List<Finding> all(List<Stored> upward, LocalDate day, @Nullable Future future) {
        List<PolicyDocument> chosen = Resolver.choose(upward, day).values().stream()
                .flatMap(choice -> choice.chosen().stream())
                .map(one -> future != null && one.id().equals(LAST) ? future.document(one.kind()) : regime.parse(one))
                .toList();
        var bodies = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        chosen.stream()
                .filter(policy -> !policy.ref().kind().equals("scorecard"))
                .forEach(policy -> bodies.put(policy.ref().kind(), DraftContent.members(policy)));
        List<Finding> findings = RegimeChecks.all(Settings.of(bodies));
        return findings.stream().anyMatch(one -> one.severity() == Severity.ERROR)
                ? findings
                : Stream.concat(findings.stream(), unreadable(chosen, day).stream())
                        .toList();
    }

    /** What the engine could not read, after the checks by parameter found nothing. */
    private static List<Finding> unreadable(List<PolicyDocument> chosen, LocalDate day) {
        try {
            EffectivePolicies effective = new PolicySet("draft", chosen, List.of()).at(day);
            WarningMapping.policy(effective.body("ews"));
            CollectionMapping.policy(effective.body("col"));
            return List.of();
        } catch (FormatException e) {
            return e.problems().stream()
                    .map(problem -> Finding.error("contradiction", "", Map.of("problem", problem.text())))
                    .toList();
        }
    }

    /** The versions that a draft would add. */
    private static final class Future {

        private final RegimeDraft draft;
        private final Map<String, PolicyDocument> documents = new LinkedHashMap<>();

        Future(RegimeDraft draft, List<PolicyDocument> documents) {
            this.draft = draft;
            documents.forEach(policy -> this.documents.put(policy.ref().kind(), policy));
        }

        PolicyDocument document(String kind) {
            PolicyDocument document = documents.get(kind);
            if (document == null) {
                throw new IllegalStateException("the draft has no kind " + kind);
            }
            return document;
        }

        /** Its versions as seen from a node some steps below. */
        List<Stored> rows(int distance) {
            return documents.values().stream()
                    .map(policy -> new Stored(
                            LAST,
                            distance,
                            draft.node().id(),
                            draft.node().name(),
                            policy.ref().kind(),
                            policy.ref().id(),
                            policy.ref().version(),
                            policy.validFrom(),
                            draft.binding(),
                            null,
                            policy.ref().sha256(),
                            // Read from the document itself, see document(kind).
                            ""))
                    .toList();
        }

        List<Stored> with(List<Stored> others, int distance) {
            return Stream.concat(others.stream(), rows(distance).stream()).toList();
        }

        List<Stored> at(List<Stored> others) {
            return with(others, 0);
        }
    }
}
