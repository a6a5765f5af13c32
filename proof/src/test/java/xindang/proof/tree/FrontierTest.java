package xindang.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Appending to a tree and its root. */
final class FrontierTest {

    private static final int SIZES = 70;

    @ParameterizedTest
    @EnumSource
    void the_root_of_every_size_is_that_of_the_definition(HashFunction function) {
        StoredTree whole = StoredTree.of(function, SIZES);
        Frontier frontier = Frontier.empty(function);
        for (int size = 0; size <= SIZES; size++) {
            assertThat(frontier.root()).as("size %d", size).isEqualTo(whole.definedRoot(size));
            assertThat(whole.proofs().root(size)).as("size %d", size).isEqualTo(whole.definedRoot(size));
            if (size < SIZES) {
                frontier.append(whole.leaf(size), NodeSink.NONE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_frontier_that_was_stored_goes_on_as_if_it_had_not_been(HashFunction function) {
        StoredTree whole = StoredTree.of(function, SIZES);
        for (int size = 0; size < SIZES; size++) {
            Frontier read =
                    Frontier.read(function, whole.proofs().frontier(size).bytes());
            assertThat(read.size()).isEqualTo(size);
            for (int i = size; i < SIZES; i++) {
                read.append(whole.leaf(i), NodeSink.NONE);
            }
            assertThat(read.root()).as("from %d", size).isEqualTo(whole.definedRoot(SIZES));
        }
    }

    @Test
    void each_leaf_and_each_perfect_subtree_is_kept_once() {
        assertThat(StoredTree.of(HashFunction.SHA_256, 64).nodes()).isEqualTo(127);
        assertThat(StoredTree.of(HashFunction.SHA_256, 70).nodes()).isEqualTo(127 + 6 + 3 + 1);
    }

    @Test
    void copies_grow_on_their_own() {
        Frontier frontier = StoredTree.of(HashFunction.SHA_256, 5).frontier();
        Frontier copy = frontier.copy();
        copy.append(HashFunction.SHA_256.empty(), NodeSink.NONE);
        assertThat(frontier.size()).isEqualTo(5);
        assertThat(copy.size()).isEqualTo(6);
    }

    /** Known answers: FIPS 180-4 of nothing, GB/T 32905 example 1 ("abc"), and both with the prefix of a leaf. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            function, text, hash
            SHA_256,  '',   e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            SM3,      abc,  66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0""")
    void hash_functions_give_the_published_values(HashFunction function, String text, String hash) {
        assertThat(HexFormat.of()
                        .formatHex(function.of(text.getBytes(StandardCharsets.UTF_8))
                                .bytes()))
                .isEqualTo(hash);
    }

    @Test
    void what_was_not_stored_by_a_frontier_is_refused() {
        byte[] stored = StoredTree.of(HashFunction.SHA_256, 3).frontier().bytes();
        stored[7] = 7;
        assertThatThrownBy(() -> Frontier.read(HashFunction.SHA_256, stored))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Frontier.read(HashFunction.SHA_256, new byte[9]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Frontier.of(HashFunction.SHA_256, -1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_hash_value_has_one_text_only() {
        String text = HashFunction.SHA_256.empty().base64();
        assertThat(Hash.ofBase64(text)).isEqualTo(HashFunction.SHA_256.empty());
        String sameBytes = text.substring(0, 42) + (char) (text.charAt(42) + 1) + "=";
        assertThatThrownBy(() -> Hash.ofBase64(sameBytes)).isInstanceOf(IllegalArgumentException.class);
    }
}
