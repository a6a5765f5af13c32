package xindang.intake;

import java.util.Arrays;

/**
 * Splits rows of a CSV (RFC 4180, lenient) into cells, as bounds in the buffer itself. Only the columns asked for are
 * noted. A quoted cell is unescaped in place: what stood there is not needed again.
 *
 * <p>The buffer must hold a line feed at its end position, so that no loop has to look for the end.
 */
final class RowCells {

    /** Longest cell; longer ones are attacks or broken quotes. */
    static final int LONGEST = 1 << 20;

    final int[] starts;
    final int[] ends;
    /** Cells in the row last read. */
    int columns;
    /** Lines the row takes beyond one, for line ends inside quotes. */
    int extraLines;
    /** A quote was not closed before the end of the buffer, or of the line where quotes may not go beyond it. */
    boolean unclosed;
    /** A quoted cell of several lines goes on behind its closing quote: one of its quotes is stray. */
    boolean stray;
    /** Whether a quoted cell may hold line ends. */
    boolean acrossLines = true;
    /** A cell was longer than {@link #LONGEST}. */
    boolean tooLong;

    private final byte delimiter;
    private final boolean quotes;
    private final int[] slotOf;

    /**
     * Prepares.
     *
     * @param quotes whether {@code "} quotes
     * @param slotOf by column the place in {@link #starts} and {@link #ends}, -1 = not wanted
     */
    RowCells(byte delimiter, boolean quotes, int[] slotOf) {
        this.delimiter = delimiter;
        this.quotes = quotes;
        this.slotOf = slotOf;
        int slots = Arrays.stream(slotOf).max().orElse(-1) + 1;
        starts = new int[Math.max(slots, Field.COUNT)];
        ends = new int[starts.length];
    }

    /** Reads the row at {@code p} and answers where the next one starts. */
    int read(byte[] b, int p, int end) {
        int column = 0;
        int at = p;
        extraLines = 0;
        unclosed = false;
        stray = false;
        tooLong = false;
        while (true) {
            int start = at;
            int stop;
            if (quotes && b[at] == '"' && at < end) {
                start = at + 1;
                at = quoted(b, at + 1, end);
                stop = quotedEnd;
            } else {
                byte c = b[at];
                while (c != delimiter && c != '\n' && c != '\r') {
                    c = b[++at];
                }
                stop = at;
            }
            tooLong |= stop - start > LONGEST;
            if (column < slotOf.length && slotOf[column] >= 0) {
                starts[slotOf[column]] = start;
                ends[slotOf[column]] = stop;
            }
            column++;
            if (b[at] != delimiter || at >= end) {
                break;
            }
            at++;
        }
        columns = column;
        empty(column, p);
        return next(b, at, end);
    }

    /** Cells a short row does not have are empty ones. */
    private void empty(int from, int p) {
        for (int column = from; column < slotOf.length; column++) {
            if (slotOf[column] >= 0) {
                starts[slotOf[column]] = p;
                ends[slotOf[column]] = p;
            }
        }
    }

    private static int next(byte[] b, int at, int end) {
        return at + 1 < end && b[at] == '\r' && b[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private int quotedEnd;

    private int quoted(byte[] b, int from, int end) {
        int read = from;
        int write = from;
        boolean closed = false;
        int linesBefore = extraLines;
        while (read < end && !closed) {
            byte c = b[read];
            if (!acrossLines && (c == '\n' || c == '\r')) {
                break;
            }
            if (c == '"') {
                read++;
                if (read >= end || b[read] != '"') {
                    closed = true;
                    continue;
                }
            } else if (c == '\n' || (c == '\r' && b[read + 1] != '\n')) {
                extraLines++;
            }
            b[write++] = c;
            read++;
        }
        unclosed |= !closed;
        while (b[read] != delimiter && b[read] != '\n' && b[read] != '\r') {
            stray |= extraLines > linesBefore && b[read] != ' ';
            b[write++] = b[read++];
        }
        if (!closed) {
            // The rejected row is shown as a whole, without what unescaping left behind.
            Arrays.fill(b, write, read, (byte) ' ');
        }
        quotedEnd = write;
        return read;
    }

    /** Where the last complete row of a buffer that goes on ends; 0 if no row is complete. */
    int lastComplete(byte[] b, int end) {
        if (!quotes || !acrossLines || !Bytes.contains(b, 0, end, (byte) '"')) {
            return lastLineEnd(b, end);
        }
        int complete = 0;
        int p = 0;
        while (p < end) {
            if (b[p] == '"') {
                p = closing(b, p + 1, end);
            }
            while (p < end && b[p] != delimiter && b[p] != '\n' && b[p] != '\r') {
                p++;
            }
            // A carriage return as the last byte may have its line feed still to come.
            if (p >= end || (b[p] == '\r' && p + 1 == end)) {
                return complete;
            }
            if (b[p] == delimiter) {
                p++;
            } else {
                p = next(b, p, end);
                complete = p;
            }
        }
        return complete;
    }

    private static int closing(byte[] b, int from, int end) {
        int p = from;
        while (p < end) {
            if (b[p] == '"') {
                if (p + 1 >= end || b[p + 1] != '"') {
                    return p + 1;
                }
                p++;
            }
            p++;
        }
        return end;
    }

    private static int lastLineEnd(byte[] b, int end) {
        for (int p = end - 1; p >= 0; p--) {
            if (b[p] == '\n') {
                return p + 1;
            }
        }
        for (int p = end - 2; p >= 0; p--) {
            if (b[p] == '\r') {
                return p + 1;
            }
        }
        return 0;
    }
}
