package xindang.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.identity.store.AssignmentStore;
import xindang.identity.store.DeputyStore;
import xindang.identity.store.LeaveStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/**
 * Closes an account for good (销户), once nothing is left with its owner. Locking it is another thing and possible at once
 * ({@link UserChange}). Requirement ORG-07; docs/adr/0097.
 */
@Service
public class AccountClosing {

    private final UserStore users;
    private final AssignmentStore assignments;
    private final DeputyStore deputies;
    private final LeaveStore leaves;
    private final HeldDeputyships deputyships;
    private final AccountReach reach;
    private final RoleGiving giving;
    private final LeftOvers left;
    private final Trail trail;
    private final BusinessClock clock;

    AccountClosing(
            UserStore users,
            AssignmentStore assignments,
            DeputyStore deputies,
            LeaveStore leaves,
            HeldDeputyships deputyships,
            AccountReach reach,
            RoleGiving giving,
            LeftOvers left,
            Trail trail,
            BusinessClock clock) {
        this.users = users;
        this.assignments = assignments;
        this.deputies = deputies;
        this.leaves = leaves;
        this.deputyships = deputyships;
        this.reach = reach;
        this.giving = giving;
        this.left = left;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Closes an account. The user is locked first: whoever gives him a file at the same time has done so before and is counted,
     * or waits and finds him gone.
     *
     * @throws Refusal 404 out of reach, 412 if stale, 409 {@code hand-over-open} if something is left, {@code account-closed} if
     *     it is closed, for the own account, or for the last administrator; 403 for roles beyond the caller's reach
     */
    @Transactional
    public User close(Caller caller, UUID id, int version) {
        assignments.lock();
        User user =
                users.lock(id).filter(one -> caller.reaches(one.node())).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (user.closed()) {
            throw Refusal.of(IdentityProblem.ACCOUNT_CLOSED);
        }
        reach.require(caller, id);
        if (user.version() != version) {
            throw Version.stale();
        }
        left.requireNone(id);
        deputyships.of(id).forEach(deputy -> deputies.end(deputy, clock.today()));
        users.close(id, clock.timestamp());
        leaves.end(id, null, clock.timestamp());
        giving.requireAdministrator();
        trail.record(
                caller,
                Act.of(user.node(), "identity.close-account", "user", id, user.login())
                        .with(List.of(new Change("closed", "false", "true"))));
        return users.find(id).orElseThrow();
    }
}
