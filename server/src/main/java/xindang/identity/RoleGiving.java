package xindang.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.identity.store.AssignmentStore;
import xindang.identity.store.NodeStore;
import xindang.identity.store.RoleStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/**
 * Gives roles to users and takes them away (授予与收回角色). Nobody gives a right that he lacks at that node, except who holds
 * {@code identity.grant-any}; nobody touches his own roles; the last who may give everything stays (docs/adr/0085).
 */
@Service
public class RoleGiving {

    private final AssignmentStore assignments;
    private final RoleStore roles;
    private final UserStore users;
    private final NodeStore nodes;
    private final Separation separation;
    private final Trail trail;
    private final BusinessClock clock;

    RoleGiving(
            AssignmentStore assignments,
            RoleStore roles,
            UserStore users,
            NodeStore nodes,
            Separation separation,
            Trail trail,
            BusinessClock clock) {
        this.separation = separation;
        this.assignments = assignments;
        this.roles = roles;
        this.users = users;
        this.nodes = nodes;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What is given.
     *
     * @param role id of a role, or code of a preset
     * @param node node it is given at, with all below
     * @param from first day; null: today
     * @param until last day; null: until further notice
     */
    public record Gift(
            String role,
            UUID node,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * Gives a role.
     *
     * @param caller within the nodes where he may give roles
     * @throws Refusal 404 for a user out of reach; 422 for a role, node or day that does not fit; 403 for rights the caller
     *     lacks there; 409 for the own account, or if the user holds that role there at that time
     */
    @Transactional
    public Assignment give(Caller caller, UUID user, Gift gift) {
        assignments.lock();
        User receiver = other(caller, user);
        UUID node = gift.node();
        if (!caller.reaches(node)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        if (nodes.find(node).filter(Node::closed).isPresent()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "closed"));
        }
        Role role = role(gift.role(), node);
        requireHeld(caller, role, node);
        LocalDate today = clock.today();
        LocalDate from = gift.from() == null ? today : gift.from();
        if (from.isBefore(today)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("from", "past"));
        }
        LocalDate to = after(gift.until());
        requireEnd(role, to);
        if (to != null && !to.isAfter(from)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("until", "before-beginning"));
        }
        requireFree(user, role, node, from, to);
        UUID id = assignments.insert(user, role.id(), node, from, to);
        separation.require();
        trail.record(
                caller,
                Act.of(node, "identity.give-role", "user", user, receiver.login())
                        .with(given(role, from, gift.until())));
        return assignments.find(user, id).orElseThrow();
    }

    /** Auditors come for a time. */
    private static void requireEnd(Role role, @Nullable LocalDate to) {
        if (role.auditing() && to == null) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("until", "required"));
        }
    }

    private static List<Change> given(Role role, LocalDate from, @Nullable LocalDate until) {
        var changes = new ArrayList<>(
                List.of(new Change("role", null, role.called()), new Change("from", null, from.toString())));
        if (until != null) {
            changes.add(new Change("until", null, until.toString()));
        }
        return changes;
    }

    private void requireFree(UUID user, Role role, UUID node, LocalDate from, @Nullable LocalDate to) {
        boolean taken = assignments.all(user).stream()
                .anyMatch(held -> held.role().id().equals(role.id())
                        && held.node().equals(node)
                        && !held.isOver(from)
                        && (to == null || held.from().isBefore(to)));
        if (taken) {
            throw Refusal.of(Code.ALREADY_EXISTS, Reason.field("role", "taken"));
        }
    }

    /** A role that may be given at a node: a preset, or one that was made there or above. */
    private Role role(String asked, UUID node) {
        return find(asked)
                .filter(role -> role.preset() || nodes.above(List.of(node)).contains(role.node()))
                .orElseThrow(() -> Refusal.of(Code.INVALID_FIELDS, Reason.field("role", "unknown")));
    }

    private Optional<Role> find(String asked) {
        try {
            return roles.find(UUID.fromString(asked));
        } catch (IllegalArgumentException noId) {
            return roles.preset(asked);
        }
    }

    /** Refuses rights that the caller lacks at a node, naming them. */
    static void requireHeld(Caller caller, Role role, UUID node) {
        if (caller.holds(Roles.GRANT_ANY, node)) {
            return;
        }
        List<String> lacking = role.rights().stream()
                .filter(right -> !caller.holds(right, node))
                .sorted()
                .toList();
        if (!lacking.isEmpty()) {
            throw Refusal.of(
                    IdentityProblem.RIGHTS_NOT_HELD,
                    new Reason(null, "role", Map.of("rights", String.join(" ", lacking))));
        }
    }

    /**
     * Sets the last day of a role: yesterday takes it away now, one that has not begun is removed.
     *
     * @param until last day; null: until further notice
     * @return what is left of it; nothing if it was removed
     * @throws Refusal 404 out of reach; 422 for a day before yesterday; 403 for a later end of rights the caller lacks there;
     *     409 for the own account, for a role that is over, or if nobody were left who may give roles
     */
    @Transactional
    public Optional<Assignment> end(Caller caller, UUID user, UUID id, @Nullable LocalDate until) {
        assignments.lock();
        User holder = other(caller, user);
        Assignment held = assignments
                .find(user, id)
                .filter(one -> caller.reaches(one.node()))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        LocalDate today = clock.today();
        LocalDate to = after(until);
        requireEnd(held.role(), to);
        if (held.isOver(today)) {
            throw Refusal.of(Code.CONFLICT, Reason.field("until", "over"));
        }
        if (to != null && to.isBefore(today)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("until", "past"));
        }
        if (held.to() != null && (to == null || to.isAfter(held.to()))) {
            requireHeld(caller, held.role(), held.node());
        }
        if (to != null && !to.isAfter(held.from())) {
            assignments.delete(id);
        } else {
            assignments.end(id, to);
        }
        requireAdministrator();
        separation.require();
        trail.record(
                caller,
                Act.of(held.node(), "identity.end-role", "user", user, holder.login())
                        .with(List.of(
                                new Change(
                                        "role",
                                        held.role().called(),
                                        held.role().called()),
                                new Change(
                                        "until",
                                        Objects.toString(held.until(), null),
                                        Objects.toString(until, null)))));
        return assignments.find(user, id);
    }

    /** Refuses what leaves nobody who may give every right; the change was made, and is undone by the refusal. */
    void requireAdministrator() {
        if (!assignments.hasAdministrator(clock.today())) {
            throw Refusal.of(IdentityProblem.LAST_ADMINISTRATOR);
        }
    }

    /** A user within reach who is not the caller himself. */
    private User other(Caller caller, UUID user) {
        User found = users.find(user)
                .filter(one -> caller.reaches(one.node()))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (user.equals(caller.id())) {
            throw Refusal.of(Code.CONFLICT, new Reason(null, null, Map.of("code", "own-account")));
        }
        return found;
    }

    private static @Nullable LocalDate after(@Nullable LocalDate last) {
        return last == null ? null : last.plusDays(1);
    }
}
