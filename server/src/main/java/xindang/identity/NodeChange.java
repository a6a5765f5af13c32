package xindang.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.identity.store.NodeStore;
import xindang.identity.store.NodeVersions;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/**
 * Adds, renames, moves and closes nodes of the organisation (组织变更), from today or a day to come; what was stays known
 * (docs/adr/0086).
 */
@Service
public class NodeChange {

    private final NodeStore nodes;
    private final NodeVersions versions;
    private final List<DepartmentDuties> duties;
    private final Trail trail;
    private final BusinessClock clock;

    NodeChange(
            NodeStore nodes, NodeVersions versions, List<DepartmentDuties> duties, Trail trail, BusinessClock clock) {
        this.nodes = nodes;
        this.versions = versions;
        this.duties = List.copyOf(duties);
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a change gives; null keeps what is there.
     *
     * @param from first day it counts; null: today
     */
    public record Changes(
            @Nullable String name,
            @Nullable UUID parent,
            @Nullable Boolean closed,
            @Nullable LocalDate from) {}

    /** Makes a node below an open one within the caller's reach; it counts from today. */
    @Transactional
    public Node add(Caller caller, UUID parent, String kind, String name) {
        versions.lock();
        if (!caller.reaches(parent)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        LocalDate today = clock.today();
        Node added = nodes.insert(parent, kind, name, today);
        requireSound(added.id(), today);
        trail.record(caller, Act.of(parent, "identity.add-node", "node", added.id(), name));
        return added;
    }

    /**
     * Changes a node within the caller's reach.
     *
     * @param version version of the node the change starts from
     * @throws Refusal 404 out of reach; 412 for another version; 422 for a day that has passed, or a place or name that does not
     *     fit on that day or a later one; 409 if a later change is planned already, or for a department that is in charge of files
     *     of the company it would leave
     */
    @Transactional
    public Node change(Caller caller, UUID id, int version, Changes changes) {
        versions.lock();
        Node present = nodes.find(id).filter(one -> caller.reaches(id)).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (nodes.version(id) != version) {
            throw Version.stale();
        }
        LocalDate today = clock.today();
        LocalDate from = changes.from() == null ? today : changes.from();
        NodeVersion last = versions.of(id).getLast();
        requireDay(from, today, last);
        var next = new NodeVersion(
                id,
                Objects.requireNonNullElse(changes.name(), last.name()),
                changes.parent() == null ? last.parent() : changes.parent(),
                Objects.requireNonNullElse(changes.closed(), last.closed()),
                from,
                null);
        requirePlace(caller, last, next);
        boolean leaves = leavesCompany(present, next, from);
        versions.add(next);
        requireSound(id, from);
        if (leaves) {
            requireNothingLeftBehind(id, from, today);
        }
        nodes.changed(id);
        versions.catchUp(today);
        trail.record(
                caller,
                Act.of(id, "identity.change-node", "node", id, last.name()).with(differences(last, next)));
        return nodes.find(id).orElseThrow();
    }

    private static void requireDay(LocalDate from, LocalDate today, NodeVersion last) {
        if (from.isBefore(today)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("from", "past"));
        }
        if (from.isBefore(last.from())) {
            throw Refusal.of(Code.CONFLICT, Reason.field("from", "later-change"));
        }
    }

    /** A move or an end is the business of whoever reaches the node above. */
    private static void requirePlace(Caller caller, NodeVersion last, NodeVersion next) {
        boolean moved = !Objects.equals(last.parent(), next.parent());
        if (!moved && last.closed() == next.closed()) {
            return;
        }
        UUID above = last.parent();
        if (above == null) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field(moved ? "parent" : "closed", "topmost"));
        }
        if (!caller.reaches(above) || (next.parent() != null && !caller.reaches(next.parent()))) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("parent", "unknown"));
        }
    }

    private boolean leavesCompany(Node node, NodeVersion next, LocalDate from) {
        if (!node.partOfCompany() || next.parent() == null) {
            return false;
        }
        var tree = new Tree(versions.tree(from));
        return !tree.company(node.id()).equals(tree.company(next.parent()));
    }

    /** Files belong to a company; a department takes none along, and nobody plans for files to come. */
    private void requireNothingLeftBehind(UUID id, LocalDate from, LocalDate today) {
        if (from.isAfter(today)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("from", "today-only"));
        }
        List<UUID> moved = new Tree(versions.tree(today))
                .below(List.of(id)).stream().map(Node::id).toList();
        if (duties.stream().anyMatch(duty -> duty.inCharge(moved))) {
            throw Refusal.of(IdentityProblem.IN_CHARGE_OF_FILES);
        }
    }

    /** The change was made; whatever does not fit, from its day on, undoes it by a refusal. */
    private void requireSound(UUID id, LocalDate from) {
        Stream.concat(Stream.of(from), versions.daysAfter(from).stream())
                .forEach(day -> requireSound(new Tree(versions.tree(day)), id));
    }

    private static void requireSound(Tree tree, UUID id) {
        Optional<Node> found = tree.find(id);
        if (found.isEmpty()) {
            return;
        }
        Node node = found.get();
        if (tree.isCircle(id)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("parent", "below-itself"));
        }
        Optional<Node> above = tree.find(node.parent());
        if (above.filter(Node::partOfCompany).isPresent() && !node.partOfCompany()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("kind", "not-below-a-department"));
        }
        if (!node.closed() && above.filter(Node::closed).isPresent()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("parent", "closed"));
        }
        if (node.closed() && !tree.openChildren(id).isEmpty()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("closed", "has-open-parts"));
        }
        if (!node.closed()
                && tree.openChildren(node.parent()).stream()
                        .anyMatch(
                                other -> !other.id().equals(id) && other.name().equals(node.name()))) {
            throw Refusal.of(Code.ALREADY_EXISTS, Reason.field("name", "taken"));
        }
    }

    private List<Change> differences(NodeVersion before, NodeVersion after) {
        var changes = new ArrayList<Change>();
        if (!before.name().equals(after.name())) {
            changes.add(new Change("name", before.name(), after.name()));
        }
        if (!Objects.equals(before.parent(), after.parent())) {
            changes.add(new Change("parent", name(before.parent()), name(after.parent())));
        }
        if (before.closed() != after.closed()) {
            changes.add(new Change("closed", String.valueOf(before.closed()), String.valueOf(after.closed())));
        }
        changes.add(new Change("from", null, after.from().toString()));
        return changes;
    }

    private @Nullable String name(@Nullable UUID node) {
        return node == null ? null : nodes.find(node).map(Node::name).orElse(null);
    }
}
