package xindang.proof.tree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The growing edge of a tree (生长边): the roots of the perfect subtrees it is made of, largest first, one for each bit set
 * in its size. It appends a leaf in amortised constant time and gives the root in O(log n); nothing else of the tree is
 * needed for that. Not for several threads at once.
 */
public final class Frontier {

    private final HashFunction function;
    private final ArrayList<Hash> peaks;
    private long size;

    private Frontier(HashFunction function, long size, List<Hash> peaks) {
        this.function = function;
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    /** The frontier of a tree without leaves. */
    public static Frontier empty(HashFunction function) {
        return new Frontier(function, 0, List.of());
    }

    /**
     * The frontier of a tree that exists.
     *
     * @param size number of leaves
     * @param peaks roots of its perfect subtrees, largest first
     * @throws IllegalArgumentException unless there are as many as bits set in the size
     */
    public static Frontier of(HashFunction function, long size, List<Hash> peaks) {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException(peaks.size() + " subtrees cannot make up " + size + " leaves");
        }
        return new Frontier(function, size, peaks);
    }

    /**
     * Reads what {@link #bytes} gave.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Frontier read(HashFunction function, byte[] stored) {
        if (stored.length < Long.BYTES || (stored.length - Long.BYTES) % Hash.BYTES != 0) {
            throw new IllegalArgumentException("no stored frontier: " + stored.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        long size = buffer.getLong();
        List<Hash> peaks = new ArrayList<>();
        while (buffer.hasRemaining()) {
            byte[] hash = new byte[Hash.BYTES];
            buffer.get(hash);
            peaks.add(Hash.of(hash));
        }
        return of(function, size, peaks);
    }

    /** For storing: the size as 8 bytes, big end first, then the peaks; 8 + 32·log2(size) bytes at most. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + Hash.BYTES * peaks.size());
        buffer.putLong(size);
        peaks.forEach(peak -> buffer.put(peak.inside()));
        return buffer.array();
    }

    /** Another frontier that grows on its own. */
    public Frontier copy() {
        return new Frontier(function, size, peaks);
    }

    /** The hash function of the tree. */
    public HashFunction function() {
        return function;
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Roots of the perfect subtrees, largest first. */
    public List<Hash> peaks() {
        return List.copyOf(peaks);
    }

    /**
     * Appends a leaf, whose index is the size before.
     *
     * @param leaf hash of the leaf, of {@link HashFunction#leaf}
     * @param sink gets the leaf and every perfect subtree that it completes
     */
    public void append(Hash leaf, NodeSink sink) {
        long index = size;
        int level = 0;
        Hash hash = leaf;
        sink.keep(0, index, hash);
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            hash = function.node(peaks.removeLast(), hash);
            index >>>= 1;
            level++;
            sink.keep(level, index, hash);
        }
        peaks.add(hash);
        size = Math.incrementExact(size);
    }

    /** The root of the tree (根哈希). */
    public Hash root() {
        return peaks.isEmpty() ? function.empty() : Proofs.joined(function, peaks);
    }
}
