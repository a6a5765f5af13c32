package xindang.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.identity.store.LeaveStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.platform.time.BusinessClock;

/** Starts the leave of people and tells what they still have (离岗登记). Requirement ORG-07; docs/adr/0097. */
@Service
public class Leaves {

    private final LeaveStore store;
    private final UserStore users;
    private final AccountReach reach;
    private final LeftOvers left;
    private final Trail trail;
    private final BusinessClock clock;

    Leaves(LeaveStore store, UserStore users, AccountReach reach, LeftOvers left, Trail trail, BusinessClock clock) {
        this.store = store;
        this.users = users;
        this.reach = reach;
        this.left = left;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a leave is.
     *
     * @param kind {@code leave} or {@code change}
     * @param lastDay last day at the present node; it may be past where it was learned late
     */
    public record Draft(UUID user, String kind, LocalDate lastDay, String reason) {}

    /**
     * Somebody locked who still has something.
     *
     * @param user the person
     * @param left what he has
     */
    public record Locked(NamedRef user, Left left) {}

    /** Leaves that are not through, of people at a caller's nodes, the earliest last day first; at most two hundred. */
    @Transactional(readOnly = true)
    public List<Leave> open(Caller caller) {
        return store.open(caller.nodes()).stream().map(this::counted).toList();
    }

    /** The own leave, if one was started. */
    @Transactional(readOnly = true)
    public Optional<Leave> own(Caller caller) {
        return store.ofUser(caller.id()).map(this::counted);
    }

    /** Locked people of a caller's nodes who still keep files or have open slips; at most two hundred. */
    @Transactional(readOnly = true)
    public List<Locked> locked(Caller caller) {
        return store.lockedWithFiles(caller.nodes()).stream()
                .map(user -> new Locked(user, left.of(user.id())))
                .toList();
    }

    private Leave counted(LeaveStore.Stored leave) {
        return new Leave(
                leave.id(),
                leave.user(),
                leave.node(),
                leave.kind(),
                leave.lastDay(),
                leave.reason(),
                leave.active(),
                left.of(leave.user().id()));
    }

    /**
     * Starts a leave.
     *
     * @throws Refusal 422 for a person out of reach, 409 for a closed account, for the own one or if he has a leave already, 403
     *     for roles beyond the caller's reach
     */
    @Transactional
    public Leave start(Caller caller, Draft draft) {
        User user = users.lock(draft.user())
                .filter(one -> caller.reaches(one.node()))
                .orElseThrow(() -> Refusal.of(Code.INVALID_FIELDS, Reason.field("user", "unknown")));
        if (user.closed()) {
            throw Refusal.of(IdentityProblem.ACCOUNT_CLOSED);
        }
        reach.require(caller, user.id());
        if (!store.insert(user, draft, caller.id(), clock.timestamp())) {
            throw Refusal.of(Code.ALREADY_EXISTS, Reason.field("user", "leaves-already"));
        }
        trail.record(
                caller,
                Act.of(user.node(), "identity.start-leave", "user", user.id(), user.login())
                        .with(List.of(
                                new Change("kind", null, draft.kind()),
                                new Change("lastDay", null, draft.lastDay().toString())))
                        .basedOn(Map.of("reason", draft.reason())));
        return store.ofUser(user.id()).map(this::counted).orElseThrow();
    }

    /** Calls a leave off; 404 for one out of reach or over. */
    @Transactional
    public void callOff(Caller caller, UUID id) {
        LeaveStore.Stored leave = store.find(id)
                .filter(found -> caller.reaches(found.node().id()))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        reach.require(caller, leave.user().id());
        store.end(leave.user().id(), null, clock.timestamp());
        trail.record(
                caller,
                Act.of(
                        leave.node().id(),
                        "identity.call-off-leave",
                        "user",
                        leave.user().id(),
                        leave.user().name()));
    }
}
