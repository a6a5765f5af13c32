package xindang.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import xindang.identity.store.AssignmentStore;
import xindang.identity.store.DeputyStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Clearances;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/**
 * Whose ways of signing in somebody may change (代管范围). A new password, or the end of a second factor, is a way to the roles of its
 * owner; so one kind of administrator does not reset another.
 */
@Component
class AccountReach {

    private final AssignmentStore assignments;
    private final DeputyStore deputies;
    private final Clearances clearances;
    private final BusinessClock clock;

    AccountReach(AssignmentStore assignments, DeputyStore deputies, Clearances clearances, BusinessClock clock) {
        this.assignments = assignments;
        this.deputies = deputies;
        this.clearances = clearances;
        this.clock = clock;
    }

    /**
     * Refuses to touch how a user signs in.
     *
     * @throws Refusal 409 for the own account, which has its own page; 403 if the user, or somebody he stands in for, has roles
     *     beyond the caller's reach, or rights over people and secrets that the caller lacks there
     */
    void require(Caller caller, UUID user) {
        if (user.equals(caller.id())) {
            throw Refusal.of(Code.CONFLICT, new Reason(null, null, Map.of("code", "own-account")));
        }
        for (Assignment held : assignments.notOver(whose(user), clock.today())) {
            if (!caller.reaches(held.node())) {
                throw Refusal.of(IdentityProblem.ROLES_ELSEWHERE);
            }
            Set<String> rights = held.role().rights();
            boolean audits = Roles.auditsAll(rights) && !caller.holds("audittrail.read", held.node());
            if (audits || rights.stream().anyMatch(right -> Roles.rules(right) && !caller.holds(right, held.node()))) {
                throw Refusal.of(IdentityProblem.RULES_MORE);
            }
        }
    }

    /**
     * Refuses to make a new way of signing in, or to end a second factor: the same, and whoever is cleared for more than the caller is
     * out of his reach. Locking stays possible, as it opens nothing.
     *
     * @throws Refusal as {@link #require}
     */
    void requireNewWay(Caller caller, UUID user) {
        require(caller, user);
        if (clearances.of(user).above(clearances.of(caller.id()))) {
            throw Refusal.of(IdentityProblem.RULES_MORE);
        }
    }

    /** Whether a user, or somebody he stands in for, has rights over people or secrets, or will have. */
    boolean rules(UUID user) {
        return assignments.notOver(whose(user), clock.today()).stream()
                .anyMatch(held -> held.role().rights().stream().anyMatch(Roles::rules));
    }

    /** He himself, and those he stands in for. */
    private List<UUID> whose(UUID user) {
        LocalDate today = clock.today();
        return Stream.concat(
                        Stream.of(user),
                        deputies.notOver(user, List.of(), today).stream()
                                .filter(deputy -> deputy.deputy().id().equals(user))
                                .map(deputy -> deputy.user().id()))
                .toList();
    }
}
