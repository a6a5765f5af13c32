package xindang.intake;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * Cuts a file into stretches of whole rows and hands them to the reading threads in order. Where a stretch ends depends
 * on the file alone, so the number of threads changes nothing.
 */
final class BlockReader {

    /** Usual size of a stretch. */
    static final int CHUNK = 1 << 22;
    /** Longest row; a reference to an invoice text has 24 bits for its place. */
    static final int LONGEST = (1 << 24) - 64;

    /** One thread's buffer with whole rows. */
    static final class Stretch {
        byte[] bytes;
        int length;
        int ordinal;

        Stretch(long fileSize) {
            bytes = new byte[(int) Math.min(CHUNK, Math.max(4096, fileSize + 64))];
        }
    }

    private final String file;
    private final ByteSource source;
    private final RowCells rows;
    private final boolean mayBeStray;
    private byte[] rest = new byte[256];
    private int restLength;
    private boolean ended;
    private int ordinal;

    BlockReader(Plan plan, ByteSource source, int firstOrdinal) {
        this.file = plan.file;
        this.source = source;
        this.rows = new RowCells(plan.delimiter, plan.quotes, new int[0]);
        this.rows.acrossLines = plan.acrossLines;
        this.mayBeStray = plan.quotes && plan.acrossLines;
        this.ordinal = firstOrdinal;
    }

    /** Fills a buffer with the next rows; false at the end. */
    synchronized boolean next(Stretch into) throws IOException {
        if (into.bytes.length < restLength + 4096) {
            into.bytes = new byte[Math.max(CHUNK, restLength + 4096)];
        }
        System.arraycopy(rest, 0, into.bytes, 0, restLength);
        int length = fill(into, restLength);
        int complete = ended ? length : rows.lastComplete(into.bytes, length);
        while (complete == 0 && !ended) {
            if (into.bytes.length >= LONGEST && mayBeStray) {
                throw new FileReader.StrayQuote();
            }
            if (into.bytes.length >= LONGEST) {
                throw new IntakeProblem(
                        IntakeProblem.Code.LINE_TOO_LONG, Map.of("file", file, "offset", source.position() - length));
            }
            into.bytes = Arrays.copyOf(into.bytes, Math.min(LONGEST, into.bytes.length * 2));
            length = fill(into, length);
            complete = ended ? length : rows.lastComplete(into.bytes, length);
        }
        restLength = length - complete;
        if (restLength > rest.length) {
            rest = new byte[restLength];
        }
        System.arraycopy(into.bytes, complete, rest, 0, restLength);
        into.bytes[complete] = '\n';
        into.length = complete;
        into.ordinal = ordinal++;
        return complete > 0;
    }

    private int fill(Stretch into, int from) throws IOException {
        int length = from;
        // The last bytes stay free: one for the sentinel, a few so that a decoder always has room for a character.
        while (!ended && length < into.bytes.length - 16) {
            int n = source.read(into.bytes, length, into.bytes.length - 8 - length);
            ended = n < 0;
            length += Math.max(0, n);
        }
        return length;
    }

    /** Bytes of the file used so far. */
    synchronized long position() {
        return source.position();
    }
}
