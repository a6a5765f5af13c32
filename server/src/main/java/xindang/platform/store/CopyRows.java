package xindang.platform.store;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many rows at once with COPY (批量写入): cell after cell in the order of the columns, {@link #end} after each row. Bytes
 * are made in one buffer that is used again: millions of rows pass here.
 */
public final class CopyRows implements Closeable {

    private static final int SEND = 1 << 16;
    private static final int LONGEST_KEY = 200;
    private static final byte[] NULL = {'\\', 'N'};
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final CopyIn copy;
    private byte[] b = new byte[SEND + (SEND >> 2)];
    private int used;
    private boolean inRow;
    private int lastDay = Integer.MIN_VALUE;
    private byte[] lastDate = NULL;

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /**
     * Begins.
     *
     * @param target table with its columns, such as {@code receivable_item (id, node_id)}
     */
    public static CopyRows into(Connection connection, String target) throws SQLException {
        return new CopyRows(
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin"));
    }

    /** A cell of text; null is no value. */
    public CopyRows text(@Nullable String value) {
        cell();
        if (value == null) {
            put(NULL);
            return this;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        room(2 * bytes.length);
        for (byte c : bytes) {
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                b[used++] = '\\';
                b[used++] = (byte) (c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\\');
            } else if (c != 0) {
                // The database holds no zero byte.
                b[used++] = c;
            }
        }
        return this;
    }

    /** A text as key of at most 200 characters: one that is longer, or holds what the database cannot, by its hash. */
    public static String key(String text) {
        return text.length() <= LONGEST_KEY && text.indexOf(0) < 0
                ? text
                : "sha256:" + xindang.engine.decision.Sha256.hex(text);
    }

    /** A cell of bytes written as they are; the caller knows that nothing in them needs an escape. */
    public CopyRows raw(byte[] value) {
        cell();
        put(value);
        return this;
    }

    /** The bytes of an id, for {@link #raw}. */
    public static byte[] bytes(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A cell of an id; null is no value. */
    public CopyRows id(@Nullable UUID value) {
        if (value == null) {
            return text(null);
        }
        cell();
        room(36);
        long high = value.getMostSignificantBits();
        hex(high >>> 32, 8);
        b[used++] = '-';
        hex(high >>> 16, 4);
        b[used++] = '-';
        hex(high, 4);
        long low = value.getLeastSignificantBits();
        b[used++] = '-';
        hex(low >>> 48, 4);
        b[used++] = '-';
        hex(low, 12);
        return this;
    }

    private void hex(long bits, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            b[used++] = HEX[(int) (bits >>> shift) & 0xF];
        }
    }

    /** A cell of a day; {@code none} is no value. */
    public CopyRows day(int epochDay, int none) {
        cell();
        if (epochDay == none) {
            put(NULL);
            return this;
        }
        if (epochDay != lastDay) {
            lastDay = epochDay;
            lastDate = java.time.LocalDate.ofEpochDay(epochDay).toString().getBytes(StandardCharsets.US_ASCII);
        }
        put(lastDate);
        return this;
    }

    /** A cell of a whole number. */
    public CopyRows whole(long value) {
        return amount(value, 0);
    }

    /** A cell of an amount in minor units of a currency with so many digits. */
    public CopyRows amount(long minor, int digits) {
        cell();
        room(24);
        if (minor < 0) {
            b[used++] = '-';
        }
        // Long.MIN_VALUE cannot occur: amounts are at most 10^17 and sums are checked.
        long rest = Math.abs(minor);
        int length = Math.max(digits + 1, length(rest)) + (digits > 0 ? 1 : 0);
        int at = used + length;
        for (int i = 0; i < length; i++) {
            if (digits > 0 && i == digits) {
                b[--at] = '.';
            } else {
                b[--at] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        used += length;
        return this;
    }

    private static int length(long value) {
        int length = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            length++;
        }
        return length;
    }

    /** A cell of a truth value. */
    public CopyRows flag(boolean value) {
        cell();
        room(1);
        b[used++] = (byte) (value ? 't' : 'f');
        return this;
    }

    /** Ends the row. */
    public void end() throws SQLException {
        room(1);
        b[used++] = '\n';
        inRow = false;
        if (used >= SEND) {
            send();
        }
    }

    /** Ends the writing; answers the number of rows. */
    public long finish() throws SQLException {
        send();
        return copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(b, 0, used);
        used = 0;
    }

    private void cell() {
        if (inRow) {
            room(1);
            b[used++] = '\t';
        }
        inRow = true;
    }

    private void put(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, b, used, value.length);
        used += value.length;
    }

    private void room(int more) {
        if (used + more + 8 > b.length) {
            b = Arrays.copyOf(b, Math.max(2 * b.length, used + more + 8));
        }
    }

    /** Gives up what was not finished. */
    @Override
    public void close() {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException gone) {
                // The transaction rolls back anyway.
                used = 0;
            }
        }
    }
}
