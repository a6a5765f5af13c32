package xindang.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.identity.store.AssignmentStore;
import xindang.identity.store.DeputyStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/**
 * Names deputies (指定代理人): a person for himself, or who may give his roles for him. For the days named the deputy holds what
 * the person holds, never rights over people and roles, and the trail says on whose behalf he acted (docs/adr/0087).
 */
@Service
public class Deputies {

    private static final String GRANT = "identity.grant";

    private final DeputyStore store;
    private final UserStore users;
    private final AssignmentStore assignments;
    private final Separation separation;
    private final Trail trail;
    private final BusinessClock clock;

    Deputies(
            DeputyStore store,
            UserStore users,
            AssignmentStore assignments,
            Separation separation,
            Trail trail,
            BusinessClock clock) {
        this.separation = separation;
        this.store = store;
        this.users = users;
        this.assignments = assignments;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Who is to stand in.
     *
     * @param user who is stood in for; null: the caller
     * @param from first day; null: today
     * @param until last day
     */
    public record Draft(
            @Nullable UUID user, UUID deputy, @Nullable LocalDate from, LocalDate until, String reason) {}

    /** Deputyships that are not over: the caller's own, and those of people whose roles he gives. */
    @Transactional(readOnly = true)
    public List<Deputy> all(Caller caller) {
        return store.notOver(caller.id(), caller.within(GRANT).nodes(), clock.today());
    }

    /**
     * Names a deputy.
     *
     * @throws Refusal 422 for a person or day that does not fit, 403 if the caller gives for another what he may not give
     */
    @Transactional
    public Deputy name(Caller caller, Draft draft) {
        assignments.lock();
        User user = draft.user() == null || draft.user().equals(caller.id())
                ? users.find(caller.id()).orElseThrow()
                : another(caller, draft.user(), draft.deputy());
        User deputy = users.find(draft.deputy())
                .filter(found -> found.active()
                        && !found.id().equals(user.id())
                        && caller.within("identity.read").reaches(found.node()))
                .orElseThrow(() -> Refusal.of(Code.INVALID_FIELDS, Reason.field("deputy", "unknown")));
        LocalDate today = clock.today();
        LocalDate from = draft.from() == null ? today : draft.from();
        if (from.isBefore(today)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("from", "past"));
        }
        if (draft.until().isBefore(from)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("until", "before-beginning"));
        }
        UUID id = store.insert(user.id(), deputy.id(), from, draft.until().plusDays(1), draft.reason(), caller.id());
        separation.require();
        trail.record(
                caller,
                Act.of(user.node(), "identity.name-deputy", "user", user.id(), user.login())
                        .with(List.of(
                                new Change("deputy", null, deputy.login()),
                                new Change("from", null, from.toString()),
                                new Change("until", null, draft.until().toString()),
                                new Change("reason", null, draft.reason()))));
        return store.find(id).orElseThrow();
    }

    /** Who names a deputy for another gives away roles: all of them must be his to give, and not to himself. */
    private User another(Caller caller, UUID id, UUID deputy) {
        Caller giver = caller.within(GRANT);
        User user = users.find(id)
                .filter(found -> giver.reaches(found.node()))
                .orElseThrow(() -> Refusal.of(Code.INVALID_FIELDS, Reason.field("user", "unknown")));
        for (Assignment held : assignments.notOver(List.of(id), clock.today())) {
            if (!giver.reaches(held.node())) {
                throw Refusal.of(IdentityProblem.ROLES_ELSEWHERE);
            }
            RoleGiving.requireHeld(giver, held.role(), held.node());
        }
        if (deputy.equals(caller.id())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("deputy", "own-account"));
        }
        return user;
    }

    /** Ends a deputyship today: the person, the deputy, or who gives the person's roles; 404 for anybody else. */
    @Transactional
    public void end(Caller caller, UUID id) {
        Deputy deputy = store.find(id)
                .filter(found -> found.user().id().equals(caller.id())
                        || found.deputy().id().equals(caller.id())
                        || caller.within(GRANT).reaches(found.user().node()))
                .filter(found -> found.to().isAfter(clock.today()))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        store.end(deputy, clock.today());
        UUID node = caller.reaches(deputy.user().node()) ? deputy.user().node() : caller.home();
        trail.record(
                caller,
                Act.of(
                                node,
                                "identity.end-deputy",
                                "user",
                                deputy.user().id(),
                                deputy.user().login())
                        .with(List.of(new Change("deputy", deputy.deputy().login(), null))));
    }
}
