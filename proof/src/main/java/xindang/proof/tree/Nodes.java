package xindang.proof.tree;

import java.util.List;

/** Port to the stored nodes (节点库). A proof asks once for all it needs, so that a database answers in one query. */
@FunctionalInterface
public interface Nodes {

    /**
     * The hashes of stored nodes, in the order asked for.
     *
     * @throws IllegalStateException if one is missing
     */
    List<Hash> read(List<NodeId> wanted);
}
