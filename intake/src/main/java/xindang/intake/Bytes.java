package xindang.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Quick looks at many bytes at once: eight at a time, because every byte of a file passes here. */
final class Bytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private Bytes() {}

    /** Whether a byte occurs. */
    static boolean contains(byte[] b, int from, int to, byte wanted) {
        long pattern = ONES * wanted;
        int p = from;
        long found = 0;
        for (; p + 8 <= to && found == 0; p += 8) {
            long x = (long) LONGS.get(b, p) ^ pattern;
            found = (x - ONES) & ~x & HIGH;
        }
        if (found != 0) {
            return true;
        }
        for (; p < to; p++) {
            if (b[p] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** First byte from {@code p} on that is not ASCII, or {@code to}. */
    static int skipAscii(byte[] b, int p, int to) {
        int q = p;
        while (q + 8 <= to && ((long) LONGS.get(b, q) & HIGH) == 0) {
            q += 8;
        }
        while (q < to && b[q] >= 0) {
            q++;
        }
        return q;
    }

    /** The first position where the bytes are not well-formed UTF-8, or -1; a character cut at the end is malformed. */
    static int malformed(byte[] b, int from, int to) {
        int p = skipAscii(b, from, to);
        while (p < to) {
            int length = character(b, p, to);
            if (length == 0) {
                return p;
            }
            p += length;
            if (p < to && b[p] >= 0) {
                p = skipAscii(b, p, to);
            }
        }
        return -1;
    }

    /** Length of the well-formed character at {@code p}, 0 if there is none (Unicode 16, table 3-7). */
    private static int character(byte[] b, int p, int to) {
        int c = b[p] & 0xFF;
        if (c < 0xC2 || c > 0xF4) {
            return 0;
        }
        int length = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        if (p + length > to) {
            return 0;
        }
        int second = b[p + 1] & 0xFF;
        int low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
        int high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((b[p + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
