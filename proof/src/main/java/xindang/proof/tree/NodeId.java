package xindang.proof.tree;

/**
 * Names a stored node (节点): the root of a perfect subtree over 2^level leaves, beginning with leaf index·2^level. Such a
 * node never changes once it is there.
 *
 * @param level 0 for leaves, at most 62
 * @param index place among the nodes of its level, from 0
 */
public record NodeId(int level, long index) {

    /** Highest level there can be. */
    public static final int MAX_LEVEL = 62;

    /** Checks the bounds. */
    public NodeId {
        if (level < 0 || level > MAX_LEVEL || index < 0) {
            throw new IllegalArgumentException("no node at level " + level + ", index " + index);
        }
    }
}
