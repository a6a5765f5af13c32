package xindang.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.identity.store.AssignmentStore;
import xindang.identity.store.DeputyStore;
import xindang.identity.store.NodeStore;
import xindang.identity.store.SeparationStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Grant;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/**
 * Whether the three administrators are apart (三员分立), in one place: whatever gives somebody a right calls {@link #require} at its end,
 * within its transaction and after {@link AssignmentStore#lock}, so that of two gifts that do not fit together the second
 * one sees the first. Looks at everything that counts or will count; docs/adr/0098.
 */
@Component
class Separation {

    private final SeparationStore store;
    private final AssignmentStore assignments;
    private final DeputyStore deputies;
    private final UserStore users;
    private final NodeStore nodes;
    private final BusinessClock clock;

    Separation(
            SeparationStore store,
            AssignmentStore assignments,
            DeputyStore deputies,
            UserStore users,
            NodeStore nodes,
            BusinessClock clock) {
        this.store = store;
        this.assignments = assignments;
        this.deputies = deputies;
        this.users = users;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** Somebody who holds rights of several kinds. */
    record Conflict(User user, Set<AdministratorKind> kinds) {}

    /**
     * Refuses what was just done if it brought rights of two kinds into one hand; the refusal undoes it.
     *
     * @throws Refusal 409 {@code administrators-apart} with the first of those it would bring together
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void require() {
        if (!store.isActive()) {
            return;
        }
        Optional<Conflict> first = conflicts().stream().findFirst();
        first.ifPresent(conflict -> {
            throw refusal(conflict.user().login(), conflict.kinds());
        });
    }

    /** The same for rights of a role that nobody holds yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    void requireOfRole(Role role) {
        Set<AdministratorKind> kinds = AdministratorKind.of(role.rights());
        if (kinds.size() > 1 && store.isActive()) {
            throw refusal(role.called(), kinds);
        }
    }

    private static Refusal refusal(String who, Set<AdministratorKind> kinds) {
        return Refusal.of(
                IdentityProblem.ADMINISTRATORS_APART,
                new Reason("administrators-stay-apart@1", null, Map.of("who", who, "kinds", words(kinds))));
    }

    static String words(Set<AdministratorKind> kinds) {
        return kinds.stream().map(AdministratorKind::code).sorted().collect(Collectors.joining(" "));
    }

    /** Everybody whose account is not closed for good and who holds rights of two kinds, own and as a deputy, by login. */
    List<Conflict> conflicts() {
        Map<UUID, Set<String>> rights = rights();
        var conflicts = new ArrayList<Conflict>();
        rights.forEach((user, held) -> {
            Set<AdministratorKind> kinds = AdministratorKind.of(held);
            if (kinds.size() > 1) {
                users.find(user)
                        .filter(found -> !found.closed())
                        .ifPresent(found -> conflicts.add(new Conflict(found, kinds)));
            }
        });
        conflicts.sort((one, other) -> one.user().login().compareTo(other.user().login()));
        return conflicts;
    }

    private Map<UUID, Set<String>> rights() {
        var own = new HashMap<UUID, Set<String>>();
        var lent = new HashMap<UUID, Set<String>>();
        for (Assignment held : assignments.everybodys(clock.today())) {
            add(own, held.user(), held.role().rights());
            if (!held.role().auditing()) {
                add(lent, held.user(), Grant.lent(held.role().rights()));
            }
        }
        var all = new HashMap<UUID, Set<String>>();
        own.forEach((user, held) -> add(all, user, held));
        for (Deputy deputy : deputies.notOver(clock.today())) {
            add(all, deputy.deputy().id(), lent.getOrDefault(deputy.user().id(), Set.of()));
        }
        return all;
    }

    private static void add(Map<UUID, Set<String>> to, UUID user, Collection<String> rights) {
        to.computeIfAbsent(user, _ -> new HashSet<>()).addAll(rights);
    }

    /** How many active people of each kind hold a right of it at the root today, by themselves. */
    Map<AdministratorKind, Long> holders() {
        List<Assignment> atRoot = assignments.at(List.of(nodes.root()), clock.today());
        var holders = new HashMap<AdministratorKind, Long>();
        for (AdministratorKind kind : AdministratorKind.values()) {
            holders.put(
                    kind,
                    atRoot.stream()
                            .filter(held ->
                                    AdministratorKind.of(held.role().rights()).contains(kind))
                            .map(Assignment::user)
                            .distinct()
                            .filter(user ->
                                    users.find(user).filter(User::active).isPresent())
                            .count());
        }
        return holders;
    }
}
