package xindang.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.identity.Competence;
import xindang.identity.Roles;
import xindang.platform.access.Caller;
import xindang.platform.access.Grant;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;
import xindang.policy.store.PolicyStore;
import xindang.policy.store.ReadingStore;

/**
 * Who reads the regime and says so (制度阅读确认, POL-10): a node names roles; whoever has one of them there or below acknowledges the latest
 * publication. Nothing is written for those who have not: the list is made of the roles of today.
 */
@Service
public class Readings {

    private final ReadingStore store;
    private final PolicyStore policies;
    private final Competence competence;
    private final Trail trail;
    private final BusinessClock clock;

    Readings(ReadingStore store, PolicyStore policies, Competence competence, Trail trail, BusinessClock clock) {
        this.store = store;
        this.policies = policies;
        this.competence = competence;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the caller has yet to read, by roles of his own. */
    @Transactional(readOnly = true)
    public List<Reading.Due> own(Caller caller) {
        var due = new ArrayList<Reading.Due>();
        for (ReadingStore.Asked asked : store.rules(above(caller))) {
            if (isAsked(caller, asked)) {
                store.latest(asked.node(), clock.today(), asked.since())
                        .filter(one -> !store.hasAcknowledged(one.draft(), caller.id()))
                        .ifPresent(one -> due.add(new Reading.Due(one, until(one, asked.rule()))));
            }
        }
        return due;
    }

    /**
     * The caller says that he has read the latest publication of a node; saying so again changes nothing.
     *
     * @throws Refusal 409 if nobody asks him to, or a later publication takes its place
     */
    @Transactional
    public void acknowledge(Caller caller, UUID draft) {
        Reading.Edition publication = store.rules(above(caller)).stream()
                .filter(asked -> isAsked(caller, asked))
                .flatMap(asked -> store.latest(asked.node(), clock.today(), asked.since()).stream())
                .filter(one -> one.draft().equals(draft))
                .findFirst()
                .orElseThrow(() -> Refusal.of(PolicyProblem.NOTHING_TO_ACKNOWLEDGE));
        if (store.acknowledge(draft, caller.id(), caller.home(), clock.timestamp())) {
            trail.record(
                    caller, Act.of(caller.home(), "policy.acknowledge", "policy-draft", draft, publication.name()));
        }
    }

    /**
     * How far the reading at a node has come.
     *
     * @throws Refusal 404 for a node out of reach
     */
    @Transactional(readOnly = true)
    public Reading.Progress state(Caller caller, UUID node) {
        requireReach(caller, node);
        Optional<ReadingStore.Asked> asked = store.rules(List.of(node)).stream().findFirst();
        if (asked.isEmpty()) {
            return new Reading.Progress(new Reading.Rule(List.of(), 10, 0), null, null, List.of());
        }
        Reading.Rule rule = asked.get().rule();
        Optional<Reading.Edition> latest =
                store.latest(node, clock.today(), asked.get().since());
        return new Reading.Progress(
                rule,
                latest.orElse(null),
                latest.map(one -> until(one, rule)).orElse(null),
                latest.map(one -> readers(node, rule, one)).orElse(List.of()));
    }

    /** Those who have not read it first. */
    private List<Reading.Reader> readers(UUID node, Reading.Rule rule, Reading.Edition publication) {
        List<Reading.Reader> done = store.acknowledged(publication.draft());
        Set<UUID> known = done.stream().map(reader -> reader.person().id()).collect(Collectors.toSet());
        return Stream.concat(
                        competence.inRolesWithin(Set.copyOf(rule.roles()), node).stream()
                                .filter(person -> !known.contains(person.id()))
                                .map(person -> new Reading.Reader(person, null)),
                        done.stream())
                .toList();
    }

    /**
     * Sets who reads what is published at a node, from now on.
     *
     * @throws Refusal 404 for a node out of reach, 412 if stale, 422 for an unknown role or one that may not read the regime
     */
    @Transactional
    public Reading.Progress ask(Caller caller, UUID node, Reading.Rule rule) {
        requireReach(caller, node);
        requireReading(rule.roles());
        Optional<Reading.Rule> before = store.rules(List.of(node)).stream()
                .map(ReadingStore.Asked::rule)
                .findFirst();
        if (!store.put(node, rule, caller.id(), clock.timestamp())) {
            throw Version.stale();
        }
        trail.record(
                caller,
                Act.of(
                                node,
                                "policy.set-readers",
                                "policy",
                                node,
                                policies.nodeName(node).orElse(""))
                        .with(List.of(
                                new Change(
                                        "roles",
                                        before.map(one -> String.join(", ", one.roles()))
                                                .orElse(null),
                                        String.join(", ", rule.roles())),
                                new Change(
                                        "withinDays",
                                        before.map(one -> String.valueOf(one.withinDays()))
                                                .orElse(null),
                                        String.valueOf(rule.withinDays())))));
        return state(caller, node);
    }

    /** Whoever is asked must be able to read what he is asked to. */
    private static void requireReading(List<String> roles) {
        if (!Roles.NAMES.containsAll(roles)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("roles", "unknown"));
        }
        if (roles.stream().anyMatch(role -> !Roles.rights(role).contains("policy.read"))) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("roles", "without-right"));
        }
    }

    static LocalDate until(Reading.Edition publication, Reading.Rule rule) {
        return publication.validFrom().plusDays(rule.withinDays());
    }

    private static void requireReach(Caller caller, UUID node) {
        if (!caller.reaches(node)) {
            throw Refusal.of(Code.NOT_FOUND);
        }
    }

    /** Nodes whose regime may hold for the caller: those of his roles, his own, and all above them. */
    private Set<UUID> above(Caller caller) {
        var nodes = new TreeSet<UUID>();
        caller.grants().stream()
                .filter(grant -> grant.lender() == null)
                .map(Grant::node)
                .forEach(node -> nodes.addAll(policies.above(node)));
        return nodes;
    }

    /** Whether he has one of the roles at the node or below it himself. */
    private boolean isAsked(Caller caller, ReadingStore.Asked asked) {
        return caller.grants().stream()
                .filter(grant -> grant.lender() == null && asked.rule().roles().contains(grant.role()))
                .anyMatch(grant -> policies.isAbove(asked.node(), grant.node()));
    }
}
