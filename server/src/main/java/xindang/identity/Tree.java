package xindang.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The organisation on one day (某日组织树), in memory: small beside everything else, and changes are rare. */
final class Tree {

    private final Map<UUID, Node> nodes = new HashMap<>();
    private final List<Node> all;

    Tree(List<Node> all) {
        this.all = List.copyOf(all);
        all.forEach(node -> nodes.put(node.id(), node));
    }

    Optional<Node> find(@Nullable UUID id) {
        return Optional.ofNullable(id == null ? null : nodes.get(id));
    }

    /** A node and all above it, the node first; ends where a node would come twice. */
    Set<UUID> upward(UUID from) {
        var path = new LinkedHashSet<UUID>();
        Optional<Node> at = find(from);
        while (at.isPresent() && path.add(at.get().id())) {
            at = find(at.get().parent());
        }
        return path;
    }

    /** Whether the way up from a node comes back to it. */
    boolean isCircle(UUID from) {
        UUID last = upward(from).stream().reduce((_, next) -> next).orElse(from);
        return find(last).map(Node::parent).filter(nodes::containsKey).isPresent();
    }

    /** The company a node is or belongs to; nothing above all companies. */
    Optional<UUID> company(UUID from) {
        return upward(from).stream()
                .map(nodes::get)
                .filter(node -> node.kind().equals("company"))
                .map(Node::id)
                .findFirst();
    }

    /** Some nodes and all below them, in the order of the tree's list. */
    List<Node> below(Collection<UUID> tops) {
        var found = new ArrayList<Node>();
        for (Node node : all) {
            if (upward(node.id()).stream().anyMatch(tops::contains)) {
                found.add(node);
            }
        }
        return found;
    }

    /** Nodes directly below one that are not closed. */
    List<Node> openChildren(@Nullable UUID parent) {
        return all.stream()
                .filter(node -> !node.closed() && parent != null && parent.equals(node.parent()))
                .toList();
    }
}
