package xindang.proof.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.gates.Requirement;
import xindang.proof.tree.HashFunction;

/** The leaf of an entry: one text, nothing about persons, and proof of a content that may be gone. */
final class LeafTest {

    private static final Leaf LEAF = new Leaf(
            Instant.parse("2026-11-22T09:50:51.000123999Z"), "0199f3c2-7a41", 12, HashFunction.SHA_256.empty());

    @Test
    void a_leaf_is_one_line_of_five_words() {
        assertThat(LEAF.text())
                .isEqualTo("xindang-leaf/1 2026-11-22T09:50:51.000123Z 0199f3c2-7a41 12 "
                        + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(Leaf.parse(LEAF.text())).isEqualTo(LEAF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "xindang-leaf/2 2026-11-22T09:50:51.000123Z w 12 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "xindang-leaf/1 2026-11-22T09:50:51.123Z w 12 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "xindang-leaf/1 2026-11-22T17:50:51.000123+08:00 w 12 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "xindang-leaf/1 +999999999-11-22T09:50:51.000123Z w 12 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "xindang-leaf/1 2026-11-22T09:50:51.000123Z w 012 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "xindang-leaf/1 2026-11-22T09:50:51.000123Z w 0 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "xindang-leaf/1 2026-11-22T09:50:51.000123Z w 12 47DEQpj8",
                "xindang-leaf/1 2026-11-22T09:50:51.000123Z 王 12 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "xindang-leaf/1 2026-11-22T09:50:51.000123Z w 12 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= "
            })
    void any_other_text_is_refused(String text) {
        assertThatThrownBy(() -> Leaf.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("SEC-09")
    void equal_contents_have_different_commitments_because_of_their_salts() {
        var random = new SecureRandom();
        byte[] content = "{\"who\":\"王小明\"}".getBytes(StandardCharsets.UTF_8);
        Salt salt = Salt.random(random);
        assertThat(Commitment.of(HashFunction.SHA_256, salt, content))
                .isEqualTo(Commitment.of(HashFunction.SHA_256, Salt.ofBase64(salt.base64()), content))
                .isNotEqualTo(Commitment.of(HashFunction.SHA_256, Salt.random(random), content));
    }

    @Test
    void a_content_that_no_bytes_can_hold_or_that_is_too_long_is_refused() {
        Salt salt = Salt.of(new byte[32]);
        assertThatThrownBy(() -> new Content.Kept(salt, "\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Content.Kept(salt, "x".repeat(Content.Kept.MAX_LENGTH + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
