package xindang.proof.checkpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import xindang.proof.log.Micros;
import xindang.proof.tree.Hash;
import xindang.proof.tree.HashFunction;

/**
 * A checkpoint (检查点): what a log was at an instant. Its text follows C2SP tlog-checkpoint: origin, size and root, then
 * three extension lines.
 *
 * @param origin name of the log, for example {@code example.com/xindang}; also the name of its key
 * @param size number of leaves
 * @param root root of the tree of that size
 * @param function hash function of the log
 * @param number place among the checkpoints of the log, dense from 1, so that one left out shows
 * @param time when it was made, in whole microseconds
 */
public record Checkpoint(String origin, long size, Hash root, HashFunction function, long number, Instant time) {

    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:-]{0,199}");

    /** Checks the bounds and cuts the time to microseconds. */
    public Checkpoint {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("no name of a log");
        }
        if (size < 0 || number < 1) {
            throw new IllegalArgumentException("a checkpoint of size " + size + ", number " + number);
        }
        time = time.truncatedTo(ChronoUnit.MICROS);
    }

    /** What is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\nhash " + function.id() + "\nnumber " + number
                + "\ntime " + Micros.text(time) + "\n";
    }

    /**
     * Reads the text back.
     *
     * @throws IllegalArgumentException if it differs in any byte from what {@link #text} writes
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 7) {
            throw new IllegalArgumentException("a checkpoint has six lines");
        }
        var checkpoint = new Checkpoint(
                lines[0],
                Long.parseLong(lines[1]),
                Hash.ofBase64(lines[2]),
                HashFunction.byId(behind("hash ", lines[3]))
                        .orElseThrow(() -> new IllegalArgumentException("unknown hash function")),
                Long.parseLong(behind("number ", lines[4])),
                Micros.parse(behind("time ", lines[5])));
        if (!checkpoint.text().equals(text)) {
            throw new IllegalArgumentException("not the canonical text of a checkpoint");
        }
        return checkpoint;
    }

    private static String behind(String word, String line) {
        if (!line.startsWith(word)) {
            throw new IllegalArgumentException("a line of a checkpoint should begin with " + word.strip());
        }
        return line.substring(word.length());
    }
}
