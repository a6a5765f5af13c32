package xindang.proof.tree;

/** Takes the nodes that appending completes, each exactly once: every leaf and every perfect subtree. */
@FunctionalInterface
public interface NodeSink {

    /** For who needs roots only. */
    NodeSink NONE = (level, index, hash) -> {};

    /**
     * Keeps a node; level and index are those of {@link NodeId}. Numbers instead of an object, since an append of many
     * leaves calls this twice per leaf.
     */
    void keep(int level, long index, Hash hash);
}
