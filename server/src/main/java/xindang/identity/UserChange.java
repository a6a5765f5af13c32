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
import xindang.identity.store.NodeStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;

/** Makes and changes users and nodes (用户与组织维护). */
@Service
public class UserChange {

    private final UserStore users;
    private final NodeStore nodes;
    private final PasswordHasher hasher;
    private final Trail trail;

    UserChange(UserStore users, NodeStore nodes, PasswordHasher hasher, Trail trail) {
        this.trail = trail;
        this.users = users;
        this.nodes = nodes;
        this.hasher = hasher;
    }

    /**
     * What a change of a user gives; null keeps what is there.
     *
     * @param name name of the person
     * @param role role
     * @param node node
     * @param active whether sign-in is possible
     * @param password new password
     */
    public record Changes(
            @Nullable String name,
            @Nullable String role,
            @Nullable UUID node,
            @Nullable Boolean active,
            @Nullable String password) {}

    /** Makes a user in a node within the caller's reach. */
    @Transactional
    public User add(Caller caller, UUID node, String login, String name, String role, String password) {
        requireRole(role);
        requireReach(caller, node);
        User added = users.insert(node, login, name, role, hasher.hash(password))
                .orElseThrow(() -> Refusal.of(Code.ALREADY_EXISTS, Reason.field("login", "taken")));
        trail.record(
                caller,
                Act.of(node, "identity.add-user", "user", added.id(), login)
                        .with(List.of(new Change("role", null, role))));
        return added;
    }

    /** Changes a user within the caller's reach; nobody closes or demotes himself, so that an administrator stays. */
    @Transactional
    public User change(Caller caller, UUID id, int version, Changes changes) {
        User user =
                users.find(id).filter(one -> caller.reaches(one.node())).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        String role = or(changes.role(), user.role());
        UUID node = or(changes.node(), user.node());
        boolean active = or(changes.active(), user.active());
        requireRole(role);
        requireReach(caller, node);
        if (id.equals(caller.id()) && (!active || !role.equals(user.role()) || !node.equals(user.node()))) {
            throw Refusal.of(Code.CONFLICT, new Reason(null, null, Map.of("code", "own-account")));
        }
        var changed = new User(
                id, user.login(), or(changes.name(), user.name()), role, node, user.language(), active, version);
        if (!users.update(changed, changes.password() == null ? null : hasher.hash(changes.password()))) {
            throw Version.stale();
        }
        trail.record(
                caller,
                Act.of(node, "identity.change-user", "user", id, user.login())
                        .with(differences(user, changed, changes.password() != null)));
        return users.find(id).orElseThrow();
    }

    /** What a change does, without the password itself. */
    private static List<Change> differences(User before, User after, boolean password) {
        var differences = new ArrayList<Change>();
        add(differences, "name", before.name(), after.name());
        add(differences, "role", before.role(), after.role());
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
                id, user.login(), user.name(), user.role(), user.node(), language, user.active(), user.version());
        users.update(changed, null);
        return users.find(id).orElseThrow();
    }

    /** Makes a node below one within the caller's reach. */
    @Transactional
    public Node addNode(Caller caller, UUID parent, String kind, String name) {
        requireReach(caller, parent);
        Node above = nodes.find(parent).orElseThrow();
        if (above.kind().equals("department") && !kind.equals("department")) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("kind", "not-below-a-department"));
        }
        Node added = nodes.insert(parent, kind, name)
                .orElseThrow(() -> Refusal.of(Code.ALREADY_EXISTS, Reason.field("name", "taken")));
        trail.record(caller, Act.of(parent, "identity.add-node", "node", added.id(), name));
        return added;
    }

    private static <T> T or(@Nullable T given, T present) {
        return given == null ? present : given;
    }

    private static void requireRole(String role) {
        if (!Roles.NAMES.contains(role)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("role", "unknown"));
        }
    }

    /** A node out of reach is answered like one that does not exist. */
    private static void requireReach(Caller caller, UUID node) {
        if (!caller.reaches(node)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
    }
}
