package xindang.proof.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Makes proofs (证明) for any size that the tree has ever had, from its stored nodes (RFC 9162 sections 2.1.3.1 and
 * 2.1.4.1). A range of leaves in a proof is either a perfect subtree, which is stored, or reaches to the end of the tree of
 * that size and is put together from perfect subtrees.
 */
public final class Proofs {

    private final HashFunction function;
    private final Nodes nodes;

    /** Leaves from one index up to, but without, another. */
    private record Range(long from, long to) {

        long leaves() {
            return to - from;
        }

        /** The largest power of two below the number of leaves. */
        long left() {
            return Long.highestOneBit(leaves() - 1);
        }

        /** The perfect subtrees it is made of, largest first. */
        List<NodeId> subtrees() {
            List<NodeId> subtrees = new ArrayList<>();
            for (long at = from; at < to; ) {
                long leaves = Long.highestOneBit(to - at);
                int level = Long.numberOfTrailingZeros(leaves);
                subtrees.add(new NodeId(level, at >>> level));
                at += leaves;
            }
            return subtrees;
        }
    }

    /** Proofs of one tree. */
    public Proofs(HashFunction function, Nodes nodes) {
        this.function = function;
        this.nodes = nodes;
    }

    /** That a leaf is in the tree of a size. */
    public InclusionProof inclusion(long index, long size) {
        Objects.checkIndex(index, size);
        List<Range> siblings = new ArrayList<>();
        Range range = new Range(0, size);
        while (range.leaves() > 1) {
            long middle = range.from + range.left();
            boolean goesLeft = index < middle;
            siblings.add(goesLeft ? new Range(middle, range.to) : new Range(range.from, middle));
            range = goesLeft ? new Range(range.from, middle) : new Range(middle, range.to);
        }
        Collections.reverse(siblings);
        return new InclusionProof(index, size, hashes(siblings));
    }

    /** That the tree of a size begins with the tree of an earlier size. */
    public ConsistencyProof consistency(long first, long second) {
        if (first < 0 || first > second) {
            throw new IllegalArgumentException("a tree of " + second + " cannot extend one of " + first);
        }
        List<Range> parts = new ArrayList<>();
        if (first > 0 && first < second) {
            Range range = new Range(0, second);
            // Walks down the edge of the smaller tree; what it leaves aside is needed to come up again.
            while (first != range.to) {
                long middle = range.from + range.left();
                boolean goesLeft = first <= middle;
                parts.add(goesLeft ? new Range(middle, range.to) : new Range(range.from, middle));
                range = goesLeft ? new Range(range.from, middle) : new Range(middle, range.to);
            }
            if (range.from > 0) {
                parts.add(range);
            }
            Collections.reverse(parts);
        }
        return new ConsistencyProof(first, second, hashes(parts));
    }

    /** The root of the tree of a size. */
    public Hash root(long size) {
        return frontier(size).root();
    }

    /** The frontier of the tree of a size, for going on from there. */
    public Frontier frontier(long size) {
        return Frontier.of(function, size, nodes.read(new Range(0, size).subtrees()));
    }

    private List<Hash> hashes(List<Range> ranges) {
        List<List<NodeId>> wanted = ranges.stream().map(Range::subtrees).toList();
        List<Hash> read = nodes.read(wanted.stream().flatMap(List::stream).toList());
        List<Hash> hashes = new ArrayList<>();
        int at = 0;
        for (List<NodeId> subtrees : wanted) {
            hashes.add(joined(function, read.subList(at, at + subtrees.size())));
            at += subtrees.size();
        }
        return hashes;
    }

    /** The node over neighbouring perfect subtrees, largest first. */
    static Hash joined(HashFunction function, List<Hash> subtrees) {
        Hash joined = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            joined = function.node(subtrees.get(i), joined);
        }
        return joined;
    }
}
