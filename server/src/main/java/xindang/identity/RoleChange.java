package xindang.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/** Makes and changes roles of a company or group (自定义角色); presets are copied, never changed. */
@Service
public class RoleChange {

    private final RoleStore roles;
    private final NodeStore nodes;
    private final AssignmentStore assignments;
    private final RoleGiving giving;
    private final Separation separation;
    private final Trail trail;
    private final BusinessClock clock;

    RoleChange(
            RoleStore roles,
            NodeStore nodes,
            AssignmentStore assignments,
            RoleGiving giving,
            Separation separation,
            Trail trail,
            BusinessClock clock) {
        this.separation = separation;
        this.roles = roles;
        this.nodes = nodes;
        this.assignments = assignments;
        this.giving = giving;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a role is to be.
     *
     * @param zh Chinese name
     * @param en English name; null: as the Chinese one
     * @param rights rights the program knows
     * @param copyOf role it is a copy of: a copy of an auditor's is an auditor's; null: a new one, or unchanged
     */
    public record Draft(
            String zh,
            @Nullable String en,
            Set<String> rights,
            @Nullable UUID copyOf) {

        String english() {
            return en == null || en.isBlank() ? zh : en;
        }
    }

    /** Presets and the roles made at a caller's nodes and above them. */
    @Transactional(readOnly = true)
    public List<Role> all(Caller caller) {
        return roles.of(nodes.above(caller.nodes()));
    }

    /** One of those; 404 for any other. */
    @Transactional(readOnly = true)
    public Role find(Caller caller, UUID id) {
        return roles.find(id)
                .filter(role -> role.preset() || nodes.above(caller.nodes()).contains(role.node()))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /**
     * Makes a role at a node within reach.
     *
     * @throws Refusal 422 for a node out of reach or an unknown right, 403 for rights the caller lacks there
     */
    @Transactional
    public Role add(Caller caller, UUID node, Draft draft) {
        assignments.lock();
        if (!caller.reaches(node)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        requireKnown(draft.rights());
        UUID id = roles.insert(node, draft.zh(), draft.english(), draft.rights(), auditing(caller, draft.copyOf()));
        Role added = roles.find(id).orElseThrow();
        RoleGiving.requireHeld(caller, added, node);
        separation.requireOfRole(added);
        trail.record(
                caller,
                Act.of(node, "identity.add-role", "role", id, draft.zh())
                        .with(List.of(new Change("rights", null, sorted(draft.rights())))));
        return added;
    }

    /**
     * Changes a role for all who hold it.
     *
     * @throws Refusal 404 out of reach, 412 for another version, 422 for a preset or an unknown right, 403 for rights the caller
     *     lacks at the role's node, 409 if the caller holds it himself or nobody were left who may give roles
     */
    @Transactional
    public Role change(Caller caller, UUID id, int version, Draft draft) {
        assignments.lock();
        Role before = own(caller, id);
        requireKnown(draft.rights());
        var after = new Role(
                id, null, draft.zh(), draft.english(), before.node(), draft.rights(), before.auditing(), version);
        RoleGiving.requireHeld(caller, after, node(before));
        if (assignments.notOver(List.of(caller.id()), clock.today()).stream()
                .anyMatch(held -> held.role().id().equals(id))) {
            throw Refusal.of(Code.CONFLICT, new Reason(null, null, Map.of("code", "own-account")));
        }
        if (!roles.update(after)) {
            throw Version.stale();
        }
        giving.requireAdministrator();
        separation.requireOfRole(after);
        separation.require();
        trail.record(
                caller,
                Act.of(node(before), "identity.change-role", "role", id, before.zh())
                        .with(differences(before, after)));
        return roles.find(id).orElseThrow();
    }

    /**
     * Removes a role that nobody ever held.
     *
     * @throws Refusal 404 out of reach, 412 for another version, 422 for a preset, 409 if somebody holds or held it
     */
    @Transactional
    public void remove(Caller caller, UUID id, int version) {
        assignments.lock();
        Role role = own(caller, id);
        if (roles.isUsed(id)) {
            throw Refusal.of(IdentityProblem.ROLE_IN_USE);
        }
        if (!roles.delete(id, version)) {
            throw Version.stale();
        }
        trail.record(caller, Act.of(node(role), "identity.remove-role", "role", id, role.zh()));
    }

    private Role own(Caller caller, UUID id) {
        Role role = find(caller, id);
        if (role.preset()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("role", "preset"));
        }
        if (!caller.reaches(node(role))) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        return role;
    }

    /** Whoever copies a role of auditors makes one of auditors. */
    private boolean auditing(Caller caller, @Nullable UUID copyOf) {
        return copyOf != null && find(caller, copyOf).auditing();
    }

    private static UUID node(Role role) {
        UUID node = role.node();
        if (node == null) {
            throw new IllegalStateException("a preset belongs to no node");
        }
        return node;
    }

    private static void requireKnown(Set<String> rights) {
        if (rights.isEmpty()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("rights", "required"));
        }
        if (!Roles.allRights().containsAll(rights)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("rights", "unknown"));
        }
    }

    private static List<Change> differences(Role before, Role after) {
        var changes = new ArrayList<Change>();
        if (!before.zh().equals(after.zh())) {
            changes.add(new Change("name", before.zh(), after.zh()));
        }
        if (!before.rights().equals(after.rights())) {
            changes.add(new Change("rights", sorted(before.rights()), sorted(after.rights())));
        }
        return changes;
    }

    private static String sorted(Set<String> rights) {
        return String.join(" ", rights.stream().sorted().toList());
    }
}
