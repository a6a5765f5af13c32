package xindang.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.identity.store.NodeStore;

/** Short codes of nodes for business numbers (组织代码), for other capabilities. */
@Service
public class NodeCodes {

    private final NodeStore nodes;

    NodeCodes(NodeStore nodes) {
        this.nodes = nodes;
    }

    /** The code of a node, if it has one. */
    @Transactional(readOnly = true)
    public Optional<String> of(UUID node) {
        return Optional.ofNullable(of(java.util.List.of(node)).get(node));
    }

    /** Codes of some nodes; those without are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> some) {
        return nodes.codes(some);
    }

    /** Gives a node a code; false if another has it. */
    @Transactional
    public boolean give(UUID node, String code) {
        return nodes.giveCode(node, code);
    }
}
