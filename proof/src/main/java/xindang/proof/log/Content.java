package xindang.proof.log;

import java.nio.charset.StandardCharsets;

/** What lies beside a leaf (内容): who did what, before and after. Proofs hold without it. */
public sealed interface Content {

    /**
     * There with its salt.
     *
     * @param text canonical JSON; its UTF-8 bytes are what the leaf is committed to
     */
    record Kept(Salt salt, String text) implements Content {

        /** Longest content, in characters. */
        public static final int MAX_LENGTH = 1 << 20;

        /** Checks length and characters. */
        public Kept {
            if (text.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("a content of more than " + MAX_LENGTH + " characters");
            }
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                // Half a character would become a question mark, and two contents would have one commitment.
                throw new IllegalArgumentException("a content that UTF-8 cannot hold");
            }
        }

        /** The bytes that the leaf is committed to. */
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Destroyed together with its salt (已销毁), lawfully, after its retention. */
    record Destroyed() implements Content {}

    /** There, but not handed out with this package (未提供): not asked for, or not for this reader. */
    record Withheld() implements Content {}
}
