package xindang.proof.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tree whose nodes lie in a map, and its definition from RFC 9162 section 2.1.1 to compare with. */
public final class StoredTree {

    private final HashFunction function;
    private final Frontier frontier;
    private final Map<NodeId, Hash> stored = new HashMap<>();
    private final List<Hash> leaves = new ArrayList<>();

    /** A tree without leaves. */
    public StoredTree(HashFunction function) {
        this.function = function;
        this.frontier = Frontier.empty(function);
    }

    /** A tree with as many different leaves. */
    static StoredTree of(HashFunction function, int size) {
        var tree = new StoredTree(function);
        for (int i = 0; i < size; i++) {
            tree.append(function.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return tree;
    }

    /** Appends a leaf. */
    public void append(Hash leaf) {
        leaves.add(leaf);
        frontier.append(leaf, (level, index, hash) -> {
            if (stored.put(new NodeId(level, index), hash) != null) {
                throw new AssertionError("node " + level + "/" + index + " was given twice");
            }
        });
    }

    /** Proofs from the stored nodes. */
    public Proofs proofs() {
        return new Proofs(
                function,
                wanted -> wanted.stream()
                        .map(id -> Objects.requireNonNull(stored.get(id), id::toString))
                        .toList());
    }

    Frontier frontier() {
        return frontier;
    }

    Hash leaf(int index) {
        return leaves.get(index);
    }

    int nodes() {
        return stored.size();
    }

    /** The root of the first leaves by the recursive definition, which shares nothing with the frontier. */
    Hash definedRoot(int size) {
        return size == 0 ? function.of() : defined(leaves.subList(0, size));
    }

    private Hash defined(List<Hash> part) {
        if (part.size() == 1) {
            return part.getFirst();
        }
        int left = 1;
        while (left * 2 < part.size()) {
            left *= 2;
        }
        byte[] prefix = {1};
        return function.of(
                prefix,
                defined(part.subList(0, left)).bytes(),
                defined(part.subList(left, part.size())).bytes());
    }
}
