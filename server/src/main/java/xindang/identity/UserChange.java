package xindang.identity;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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

    UserChange(UserStore users, NodeStore nodes, PasswordHasher hasher) {
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
        return users.insert(node, login, name, role, hasher.hash(password))
                .orElseThrow(() -> Refusal.of(Code.ALREADY_EXISTS, Reason.field("login", "taken")));
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
        return users.find(id).orElseThrow();
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
        return nodes.insert(parent, kind, name)
                .orElseThrow(() -> Refusal.of(Code.ALREADY_EXISTS, Reason.field("name", "taken")));
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
