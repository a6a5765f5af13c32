package xindang.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.identity.store.AssignmentStore;
import xindang.identity.store.NodeStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Reach;
import xindang.platform.rest.NamedRef;
import xindang.platform.time.BusinessClock;

/** What other people may do, for whoever gives them something to do (他人权限查询). */
@Service
public class Competence {

    private final UserStore users;
    private final AssignmentStore assignments;
    private final NodeStore nodes;
    private final Sessions sessions;
    private final BusinessClock clock;

    Competence(UserStore users, AssignmentStore assignments, NodeStore nodes, Sessions sessions, BusinessClock clock) {
        this.users = users;
        this.assignments = assignments;
        this.nodes = nodes;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Files that a person reaches by a right today and may be given to keep; none if he cannot sign in, or only looks as an auditor or stands in for somebody. */
    @Transactional(readOnly = true)
    public Reach reach(UUID person, String right) {
        return users.find(person)
                .filter(User::active)
                .map(user -> sessions.caller(user).changingByOwn(right).reach())
                .orElse(Reach.NOTHING);
    }

    /**
     * An active person, who is not locked, closed or removed before this transaction ends: whoever gets something may not be on
     * his way out.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<User> staying(UUID person) {
        return users.share(person).filter(User::active);
    }

    /** The active people who may use a right at a node today by a role of their own; auditors only look. */
    @Transactional(readOnly = true)
    public List<UUID> holders(String right, UUID node) {
        return active(node, held -> held.rights().contains(right) && !held.auditing());
    }

    /** The active people who have a preset's role at a node today. */
    @Transactional(readOnly = true)
    public List<UUID> inRole(String role, UUID node) {
        return active(node, held -> role.equals(held.code()));
    }

    /** The active people who lead the nearest node upward that anybody but one person leads, by presets' roles given there. */
    @Transactional(readOnly = true)
    public List<UUID> leadersAbove(UUID node, Set<String> leading, UUID person) {
        Optional<Node> at = nodes.find(node);
        while (at.isPresent()) {
            List<UUID> leaders = assignments.at(List.of(at.get().id()), clock.today()).stream()
                    .filter(held -> leading.contains(String.valueOf(held.role().code())))
                    .map(Assignment::user)
                    .distinct()
                    .filter(user -> !user.equals(person)
                            && users.find(user).filter(User::active).isPresent())
                    .toList();
            if (!leaders.isEmpty()) {
                return leaders;
            }
            UUID parent = at.get().parent();
            at = parent == null ? Optional.empty() : nodes.find(parent);
        }
        return List.of();
    }

    /** The active people who have one of some presets' roles today at a node or below it, by name. */
    @Transactional(readOnly = true)
    public List<NamedRef> inRolesWithin(Set<String> roles, UUID node) {
        List<UUID> within = nodes.subtree(node).stream().map(Node::id).toList();
        Set<UUID> holding = assignments.at(within, clock.today()).stream()
                .filter(held -> roles.contains(String.valueOf(held.role().code())))
                .map(Assignment::user)
                .collect(Collectors.toSet());
        return users.activeAmong(holding).stream()
                .map(user -> new NamedRef(user.id(), user.name()))
                .toList();
    }

    private List<UUID> active(UUID node, Predicate<Role> fits) {
        Set<UUID> holding = assignments.at(nodes.above(List.of(node)), clock.today()).stream()
                .filter(held -> fits.test(held.role()))
                .map(Assignment::user)
                .collect(Collectors.toSet());
        return users.activeAmong(holding).stream().map(User::id).toList();
    }

    /** Whether, of those who may use a right at a node today, a person is the only one; a locked person counts if it is he. */
    @Transactional(readOnly = true)
    public boolean alone(UUID person, String right, UUID node) {
        LocalDate today = clock.today();
        List<Assignment> holding = assignments.at(nodes.above(List.of(node)), today).stream()
                .filter(held ->
                        held.role().rights().contains(right) && !held.role().auditing())
                .toList();
        return holding.stream().anyMatch(held -> held.user().equals(person))
                && holding.stream()
                        .map(Assignment::user)
                        .distinct()
                        .filter(user -> !user.equals(person))
                        .noneMatch(user -> users.find(user).filter(User::active).isPresent());
    }
}
