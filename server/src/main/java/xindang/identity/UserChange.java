package xindang.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.identity.store.AssignmentStore;
import xindang.identity.store.DirectoryAccountStore;
import xindang.identity.store.LeaveStore;
import xindang.identity.store.NodeStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/** Makes and changes users (用户维护). */
@Service
public class UserChange {

    private final UserStore users;
    private final NodeStore nodes;
    private final PasswordHasher hasher;
    private final AssignmentStore assignments;
    private final AccountReach reach;
    private final RoleGiving giving;
    private final SetPassword setPassword;
    private final DirectoryAccountStore directories;
    private final LeftOvers left;
    private final LeaveStore leaves;
    private final Separation separation;
    private final Trail trail;
    private final BusinessClock clock;

    UserChange(
            UserStore users,
            NodeStore nodes,
            PasswordHasher hasher,
            AssignmentStore assignments,
            AccountReach reach,
            RoleGiving giving,
            SetPassword setPassword,
            DirectoryAccountStore directories,
            LeftOvers left,
            LeaveStore leaves,
            Separation separation,
            Trail trail,
            BusinessClock clock) {
        this.separation = separation;
        this.setPassword = setPassword;
        this.directories = directories;
        this.left = left;
        this.leaves = leaves;
        this.clock = clock;
        this.trail = trail;
        this.assignments = assignments;
        this.reach = reach;
        this.giving = giving;
        this.users = users;
        this.nodes = nodes;
        this.hasher = hasher;
    }

    /**
     * What a change of a user gives; null keeps what is there.
     *
     * @param name name of the person
     * @param node node
     * @param active whether sign-in is possible
     * @param password new password
     */
    public record Changes(
            @Nullable String name,
            @Nullable UUID node,
            @Nullable Boolean active,
            @Nullable String password) {}

    /**
     * Makes a user in a node within the caller's reach.
     *
     * @param gift the first role; null: the user has none yet
     */
    @Transactional
    public User add(
            Caller caller, UUID node, String login, String name, String password, RoleGiving.@Nullable Gift gift) {
        requireReach(caller, node);
        setPassword.mustBeGood(node, login, name, password);
        User added = users.insert(node, login, name, hasher.hash(password))
                .orElseThrow(() -> Refusal.of(Code.ALREADY_EXISTS, Reason.field("login", "taken")));
        setPassword.mustBeReplaced(added);
        trail.record(caller, Act.of(node, "identity.add-user", "user", added.id(), login));
        if (gift != null) {
            giving.give(caller.within("identity.grant"), added.id(), gift);
        }
        return added;
    }

    /**
     * Changes a user within the caller's reach; nobody closes or moves himself. Whoever has roles beyond the caller's reach is
     * his to rename at most: a new password would be a way to those roles.
     */
    @Transactional
    public User change(Caller caller, UUID id, int version, Changes changes) {
        assignments.lock();
        User user = present(caller, id);
        UUID node = or(changes.node(), user.node());
        boolean active = or(changes.active(), user.active());
        if (!node.equals(user.node())) {
            requireReach(caller, node);
            left.requireMayMove(user);
        }
        if (id.equals(caller.id()) && (!active || !node.equals(user.node()))) {
            throw Refusal.of(Code.CONFLICT, new Reason(null, null, Map.of("code", "own-account")));
        }
        if (changes.password() != null) {
            reach.requireNewWay(caller, id);
        } else if (active != user.active()) {
            reach.require(caller, id);
        }
        var changed = new User(
                id,
                user.login(),
                or(changes.name(), user.name()),
                node,
                user.language(),
                active,
                user.closed(),
                version);
        setPassword.mustFit(changed, changes.password());
        if (!users.update(changed, changes.password() == null ? null : hasher.hash(changes.password()))) {
            throw Version.stale();
        }
        settle(user, changed);
        setPassword.follow(user, changed, changes.password() != null);
        trail.record(
                caller,
                Act.of(node, "identity.change-user", "user", id, user.login())
                        .with(differences(user, changed, changes.password() != null)));
        return users.find(id).orElseThrow();
    }

    /** What holds of all users together, and what a change ends; a refusal undoes the change. */
    private void settle(User before, User after) {
        if (!after.active()) {
            giving.requireAdministrator();
        }
        if (after.active() != before.active()) {
            directories.decided(after.id());
        }
        if (after.active() && !before.active()) {
            separation.require();
        }
        if (!after.node().equals(before.node())) {
            leaves.end(after.id(), "change", clock.timestamp());
        }
    }

    /** A user who is there to be changed; whoever gives him something meanwhile waits. */
    private User present(Caller caller, UUID id) {
        User user =
                users.lock(id).filter(one -> caller.reaches(one.node())).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (user.closed()) {
            throw Refusal.of(IdentityProblem.ACCOUNT_CLOSED);
        }
        return user;
    }

    /** What a change does, without the password itself. */
    private static List<Change> differences(User before, User after, boolean password) {
        var differences = new ArrayList<Change>();
        add(differences, "name", before.name(), after.name());
        add(differences, "node", before.node().toString(), after.node().toString());
        add(differences, "active", String.valueOf(before.active()), String.valueOf(after.active()));
        if (password) {
            differences.add(new Change("password", null, null));
        }
        return differences;
    }

    private static void add(List<Change> differences, String field, String before, String after) {
        if (!before.equals(after)) {
            differences.add(new Change(field, before, after));
        }
    }

    /** Sets a user's own language. */
    @Transactional
    public User language(UUID id, String language) {
        User user = users.find(id).orElseThrow();
        var changed = new User(
                id, user.login(), user.name(), user.node(), language, user.active(), user.closed(), user.version());
        users.update(changed, null);
        return users.find(id).orElseThrow();
    }

    private static <T> T or(@Nullable T given, T present) {
        return given == null ? present : given;
    }

    /** A node out of reach is answered like one that does not exist; to a closed one nobody new belongs. */
    private void requireReach(Caller caller, UUID node) {
        if (!caller.reaches(node)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        if (nodes.find(node).filter(Node::closed).isPresent()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "closed"));
        }
    }
}
