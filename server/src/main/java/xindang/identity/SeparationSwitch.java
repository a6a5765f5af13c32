package xindang.identity;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.identity.store.AssignmentStore;
import xindang.identity.store.NodeStore;
import xindang.identity.store.SeparationStore;
import xindang.platform.access.Caller;
import xindang.platform.access.FourEyes;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.platform.time.BusinessClock;

/**
 * Switches the separation of the three administrators (三员分立开关): on by a security administrator, once it holds already; off by
 * two administrators of different kinds. docs/adr/0098.
 */
@Service
public class SeparationSwitch {

    private final Separation separation;
    private final SeparationStore store;
    private final AssignmentStore assignments;
    private final NodeStore nodes;
    private final FourEyes fourEyes;
    private final Trail trail;
    private final BusinessClock clock;

    SeparationSwitch(
            Separation separation,
            SeparationStore store,
            AssignmentStore assignments,
            NodeStore nodes,
            FourEyes fourEyes,
            Trail trail,
            BusinessClock clock) {
        this.separation = separation;
        this.store = store;
        this.assignments = assignments;
        this.nodes = nodes;
        this.fourEyes = fourEyes;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param active whether the administrators are kept apart
     * @param kinds how many active people of each kind there are at the root
     * @param conflicts people who hold rights of several kinds
     * @param request somebody's wish to switch it off; null without one
     * @param own the kinds of administrator that the reader is at the root
     */
    public record State(
            boolean active,
            List<Kind> kinds,
            List<Conflict> conflicts,
            @Nullable Request request,
            List<String> own) {}

    /** A kind of administrators and how many active ones there are at the root. */
    public record Kind(String kind, long holders) {}

    /** Somebody who holds rights of several kinds. */
    public record Conflict(NamedRef user, String login, List<String> kinds) {}

    /** Who wants to switch it off, as which kind, since when and why. */
    public record Request(NamedRef by, String kind, OffsetDateTime at, String reason) {}

    /** How it stands; only who reaches the root, to which the whole house belongs, sees who holds what. */
    @Transactional(readOnly = true)
    public State state(Caller caller) {
        requireRoot(caller);
        Map<AdministratorKind, Long> holders = separation.holders();
        return new State(
                store.isActive(),
                Stream.of(AdministratorKind.values())
                        .map(kind -> new Kind(kind.code(), holders.getOrDefault(kind, 0L)))
                        .toList(),
                separation.conflicts().stream()
                        .map(one -> new Conflict(
                                new NamedRef(one.user().id(), one.user().name()),
                                one.user().login(),
                                codes(one.kinds())))
                        .toList(),
                store.request().orElse(null),
                codes(kinds(caller)));
    }

    private static List<String> codes(Set<AdministratorKind> kinds) {
        return kinds.stream().map(AdministratorKind::code).sorted().toList();
    }

    private UUID requireRoot(Caller caller) {
        UUID root = nodes.root();
        if (!caller.reaches(root)) {
            throw Refusal.of(Code.RIGHT_MISSING);
        }
        return root;
    }

    /** The kinds of administrator that somebody is himself at the root. */
    private Set<AdministratorKind> kinds(Caller caller) {
        UUID root = nodes.root();
        return AdministratorKind.of(caller.rights().stream()
                .filter(right -> caller.holds(right, root))
                .collect(Collectors.toSet()));
    }

    /**
     * Switches it on.
     *
     * @throws Refusal 409 {@code administrators-apart} with all who hold rights of two kinds, or with the kinds that nobody is;
     *     403 for who is no security administrator at the root
     */
    @Transactional
    public State on(Caller caller) {
        assignments.lock();
        UUID root = requireRoot(caller);
        if (store.isActive()) {
            throw Refusal.of(IdentityProblem.SEPARATION_UNCHANGED);
        }
        List<Separation.Conflict> conflicts = separation.conflicts();
        if (!conflicts.isEmpty()) {
            throw Refusal.of(
                    IdentityProblem.ADMINISTRATORS_APART,
                    conflicts.stream()
                            .map(one -> new Reason(
                                    "administrators-stay-apart@1",
                                    null,
                                    Map.of("who", one.user().login(), "kinds", Separation.words(one.kinds()))))
                            .toArray(Reason[]::new));
        }
        Map<AdministratorKind, Long> holders = separation.holders();
        for (AdministratorKind kind : AdministratorKind.values()) {
            if (holders.getOrDefault(kind, 0L) == 0) {
                throw Refusal.of(
                        IdentityProblem.ADMINISTRATORS_APART,
                        new Reason("every-kind-has-somebody@1", null, Map.of("nobody", kind.code())));
            }
        }
        store.on(root);
        record(caller, root, "identity.separate-administrators", "false", "true", Map.of());
        return state(caller);
    }

    /** Asks to switch it off, as an administrator of any kind. */
    @Transactional
    public State ask(Caller caller, String reason) {
        UUID root = requireRoot(caller);
        AdministratorKind kind = kinds(caller).stream().findFirst().orElseThrow(() -> Refusal.of(Code.RIGHT_MISSING));
        if (!store.ask(caller.id(), kind.code(), reason, clock.timestamp())) {
            throw Refusal.of(IdentityProblem.SEPARATION_UNCHANGED);
        }
        record(caller, root, "identity.ask-to-join-administrators", null, null, Map.of("reason", reason));
        return state(caller);
    }

    /** Takes the wish back: who asked, or an administrator of any kind, who so declines it. */
    @Transactional
    public State decline(Caller caller) {
        UUID root = requireRoot(caller);
        if (kinds(caller).isEmpty()) {
            throw Refusal.of(Code.RIGHT_MISSING);
        }
        if (!store.decline()) {
            throw Refusal.of(IdentityProblem.SEPARATION_UNCHANGED);
        }
        record(caller, root, "identity.keep-administrators-apart", null, null, Map.of());
        return state(caller);
    }

    /**
     * Confirms a wish to switch it off.
     *
     * @throws Refusal 403 {@code own-request} for who asked, 409 for an administrator of the same kind
     */
    @Transactional
    public State off(Caller caller) {
        assignments.lock();
        UUID root = requireRoot(caller);
        Optional<Request> request = store.lockRequest();
        if (request.isEmpty()) {
            throw Refusal.of(IdentityProblem.SEPARATION_UNCHANGED);
        }
        fourEyes.check(
                caller,
                new FourEyes.Matter(root, "identity.join-administrators", root, "administrators"),
                request.get().by().id(),
                null);
        Set<AdministratorKind> kinds = kinds(caller);
        if (kinds.isEmpty()) {
            throw Refusal.of(Code.RIGHT_MISSING);
        }
        if (codes(kinds).contains(request.get().kind())) {
            throw Refusal.of(
                    IdentityProblem.ADMINISTRATORS_APART,
                    new Reason(
                            "another-kind-confirms@1",
                            null,
                            Map.of("kind", request.get().kind())));
        }
        store.off();
        record(
                caller,
                root,
                "identity.join-administrators",
                "true",
                "false",
                Map.of(
                        "askedBy",
                        request.get().by().name(),
                        "reason",
                        request.get().reason()));
        return state(caller);
    }

    private void record(
            Caller caller,
            UUID root,
            String act,
            @Nullable String before,
            @Nullable String after,
            Map<String, String> basis) {
        List<Change> changes = after == null ? List.of() : List.of(new Change("separation", before, after));
        trail.record(
                caller,
                Act.of(root, act, "settings", root, "administrators")
                        .with(changes)
                        .basedOn(basis));
    }
}
