package xindang.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.identity.store.NodeStore;
import xindang.identity.store.UserStore;

/** The organisation tree and its people, for other capabilities (组织查询). */
@Service
public class Organisation {

    private final NodeStore nodes;
    private final UserStore users;

    Organisation(NodeStore nodes, UserStore users) {
        this.nodes = nodes;
        this.users = users;
    }

    /** A node and all below it, the node first; nothing if it does not exist. */
    @Transactional(readOnly = true)
    public List<Node> subtree(UUID node) {
        return nodes.subtree(node);
    }

    /** A node and all above it. */
    @Transactional(readOnly = true)
    public Set<UUID> above(UUID node) {
        return nodes.above(List.of(node));
    }

    /** The company a node is or belongs to. */
    @Transactional(readOnly = true)
    public Optional<UUID> company(UUID node) {
        return nodes.company(node);
    }

    /** What a node is called today; empty if it does not exist. */
    @Transactional(readOnly = true)
    public String name(UUID node) {
        return nodes.find(node).map(Node::name).orElse("");
    }

    /** What nodes are called today, by id; those that do not exist are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> nodeNames(Collection<UUID> some) {
        return some.isEmpty() ? Map.of() : nodes.names(some);
    }

    /** What users are called, by id; those that do not exist are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> userNames(Collection<UUID> some) {
        return some.isEmpty() ? Map.of() : users.names(some);
    }

    /** Whether a node may get something new. */
    @Transactional(readOnly = true)
    public boolean isOpen(UUID node) {
        return nodes.find(node).filter(found -> !found.closed()).isPresent();
    }

    /** A user. */
    @Transactional(readOnly = true)
    public Optional<User> user(UUID id) {
        return users.find(id);
    }

    /** The active users of some nodes. */
    @Transactional(readOnly = true)
    public List<User> people(List<UUID> of) {
        return users.active(of);
    }
}
