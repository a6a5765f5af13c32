package xindang.proof.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that a later tree begins with all leaves of an earlier one (一致性证明; RFC 9162 section 2.1.4). From an empty
 * tree, or to the same size, there is nothing to prove and the path is empty.
 *
 * @param first number of leaves of the earlier tree
 * @param second number of leaves of the later tree
 * @param path hashes of subtrees
 */
public record ConsistencyProof(long first, long second, List<Hash> path) {

    /** Takes a copy of the path. */
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the proof leads to both roots; RFC 9162 section 2.1.4.2. */
    public boolean proves(HashFunction function, Hash firstRoot, Hash secondRoot) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (first == 0) {
            return path.isEmpty() && firstRoot.equals(function.empty());
        }
        return !path.isEmpty() && leads(function, firstRoot, secondRoot);
    }

    private boolean leads(HashFunction function, Hash firstRoot, Hash secondRoot) {
        List<Hash> steps = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) {
            steps.addFirst(firstRoot);
        }
        int perfect = Long.numberOfTrailingZeros(first);
        long at = (first - 1) >>> perfect;
        long last = (second - 1) >>> perfect;
        Hash earlier = steps.getFirst();
        Hash later = earlier;
        for (Hash step : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                earlier = function.node(step, earlier);
                later = function.node(step, later);
                int levels = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>>= levels;
                last >>>= levels;
            } else {
                later = function.node(later, step);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && earlier.equals(firstRoot) && later.equals(secondRoot);
    }
}
