package xindang.proof.tree;

import java.util.List;

/**
 * Shows that a leaf is in a tree (包含证明; RFC 9162 section 2.1.3).
 *
 * @param index place of the leaf, from 0
 * @param size number of leaves of the tree
 * @param path hashes of the neighbours on the way up, lowest first
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    /** Takes a copy of the path. */
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether the proof leads from the hash of the leaf to the root; RFC 9162 section 2.1.3.2. */
    public boolean proves(HashFunction function, Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long at = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash neighbour : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = function.node(neighbour, hash);
                int levels = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>>= levels;
                last >>>= levels;
            } else {
                hash = function.node(hash, neighbour);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
