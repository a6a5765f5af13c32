package xindang.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.gates.Requirement;

/** Proofs of inclusion and of consistency: every one leads to the root, none that was touched does. */
final class ProofsTest {

    private static final int SIZES = 70;
    private static final HashFunction FUNCTION = HashFunction.SHA_256;

    @ParameterizedTest
    @EnumSource
    void every_leaf_is_proven_in_every_size(HashFunction function) {
        StoredTree tree = StoredTree.of(function, SIZES);
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.proofs().inclusion(index, size);
                assertThat(proof.proves(function, tree.leaf(index), tree.definedRoot(size)))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_later_size_extends_every_earlier_one(HashFunction function) {
        StoredTree tree = StoredTree.of(function, SIZES);
        for (int second = 0; second <= SIZES; second++) {
            for (int first = 0; first <= second; first++) {
                ConsistencyProof proof = tree.proofs().consistency(first, second);
                assertThat(proof.proves(function, tree.definedRoot(first), tree.definedRoot(second)))
                        .as("%d to %d", first, second)
                        .isTrue();
                if (first != second) {
                    assertThat(proof.proves(function, tree.definedRoot(second), tree.definedRoot(first)))
                            .as("%d to %d, roots exchanged", first, second)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_leaf_is_proven_at_no_other_place_and_in_no_other_size() {
        StoredTree tree = StoredTree.of(FUNCTION, SIZES);
        for (int size = 1; size <= 33; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.proofs().inclusion(index, size);
                for (int other = -1; other <= size + 1; other++) {
                    assertThat(new InclusionProof(other, size, proof.path())
                                    .proves(FUNCTION, tree.leaf(index), tree.definedRoot(size)))
                            .as("leaf %d of %d claimed at %d", index, size, other)
                            .isEqualTo(other == index);
                }
                assertThat(proof.proves(FUNCTION, tree.leaf(index), tree.definedRoot(size + 1)))
                        .isFalse();
            }
        }
    }

    @Test
    @Requirement("SEC-09")
    void every_flipped_bit_of_a_proof_is_refused() {
        StoredTree tree = StoredTree.of(FUNCTION, 21);
        InclusionProof inclusion = tree.proofs().inclusion(13, 21);
        for (List<Hash> path : touched(inclusion.path())) {
            assertThat(new InclusionProof(13, 21, path).proves(FUNCTION, tree.leaf(13), tree.definedRoot(21)))
                    .isFalse();
        }
        ConsistencyProof consistency = tree.proofs().consistency(11, 21);
        for (List<Hash> path : touched(consistency.path())) {
            assertThat(new ConsistencyProof(11, 21, path).proves(FUNCTION, tree.definedRoot(11), tree.definedRoot(21)))
                    .isFalse();
        }
    }

    /** The path with each bit flipped, each hash left out, one too many, and two exchanged. */
    private static List<List<Hash>> touched(List<Hash> path) {
        List<List<Hash>> touched = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            int place = i;
            IntStream.range(0, Hash.BYTES * 8).forEach(bit -> {
                byte[] bytes = path.get(place).bytes();
                bytes[bit / 8] ^= (byte) (1 << (bit % 8));
                List<Hash> changed = new ArrayList<>(path);
                changed.set(place, Hash.of(bytes));
                touched.add(changed);
            });
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            touched.add(shorter);
        }
        touched.add(Stream.concat(path.stream(), Stream.of(path.getFirst())).toList());
        touched.add(path.reversed());
        touched.add(List.of());
        return touched;
    }

    static Stream<Long> seeds() {
        return new Random(20261122).longs(20).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void larger_trees_are_proven_too(long seed) {
        var random = new Random(seed);
        int size = 1_000 + random.nextInt(5_000);
        StoredTree tree = StoredTree.of(FUNCTION, size);
        int index = random.nextInt(size);
        int earlier = random.nextInt(size);
        InclusionProof inclusion = tree.proofs().inclusion(index, size);
        assertThat(inclusion.path()).hasSizeLessThanOrEqualTo(13);
        assertThat(inclusion.proves(FUNCTION, tree.leaf(index), tree.definedRoot(size)))
                .isTrue();
        assertThat(tree.proofs()
                        .consistency(earlier, size)
                        .proves(FUNCTION, tree.definedRoot(earlier), tree.definedRoot(size)))
                .isTrue();
    }

    @Test
    void what_cannot_be_is_not_proven() {
        Proofs proofs = StoredTree.of(FUNCTION, 4).proofs();
        assertThatThrownBy(() -> proofs.inclusion(4, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> proofs.consistency(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void huge_numbers_of_a_hostile_proof_end_at_once() {
        Hash any = FUNCTION.empty();
        List<Hash> path = Collections.nCopies(63, any);
        assertThat(new InclusionProof(Long.MAX_VALUE - 1, Long.MAX_VALUE, path).proves(FUNCTION, any, any))
                .isFalse();
        assertThat(new InclusionProof(Long.MIN_VALUE, Long.MAX_VALUE, path).proves(FUNCTION, any, any))
                .isFalse();
        assertThat(new ConsistencyProof(1L << 62, Long.MAX_VALUE, path).proves(FUNCTION, any, any))
                .isFalse();
        assertThat(new ConsistencyProof(-1, 5, path).proves(FUNCTION, any, any)).isFalse();
    }
}
