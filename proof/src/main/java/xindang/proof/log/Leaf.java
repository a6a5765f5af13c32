package xindang.proof.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import xindang.proof.tree.Hash;
import xindang.proof.tree.HashFunction;

/**
 * The leaf of a log entry (叶): the facts that do not depend on its index, and a commitment to its content. It holds nothing
 * about persons, so it stays for ever while the content may be destroyed.
 *
 * @param recordedAt when the entry was written, real time, in whole microseconds
 * @param writer the database connection that wrote it, such as {@code 4711}: 1 to 64 of letters, digits and
 *     {@code . _ : -}
 * @param counter how many entries this writer has written with this one; dense from 1
 * @param commitment of {@link Commitment#of}
 */
public record Leaf(Instant recordedAt, String writer, long counter, Hash commitment) {

    /** First word of the text, the version of its form. */
    private static final String FORM = "xindang-leaf/1";

    private static final Pattern WRITER = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** Checks the bounds and cuts the time to microseconds. */
    public Leaf {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        if (!WRITER.matcher(writer).matches()) {
            throw new IllegalArgumentException("no name of a writer");
        }
        if (counter < 1) {
            throw new IllegalArgumentException("counters begin with 1");
        }
    }

    /** The canonical text: five words with one space between, no line end. */
    public String text() {
        return FORM + " " + Micros.text(recordedAt) + " " + writer + " " + counter + " " + commitment.base64();
    }

    /** The canonical text in bytes: what is hashed. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }

    /** The hash of the leaf in the tree. */
    public Hash hash(HashFunction function) {
        return function.leaf(bytes());
    }

    /**
     * Reads the text back.
     *
     * @throws IllegalArgumentException if it differs in any character from what {@link #text} writes
     */
    public static Leaf parse(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != 5 || !words[0].equals(FORM)) {
            throw new IllegalArgumentException("not a leaf of form " + FORM);
        }
        Leaf leaf = new Leaf(Micros.parse(words[1]), words[2], Long.parseLong(words[3]), Hash.ofBase64(words[4]));
        if (!leaf.text().equals(text)) {
            throw new IllegalArgumentException("not the canonical text of a leaf");
        }
        return leaf;
    }
}
