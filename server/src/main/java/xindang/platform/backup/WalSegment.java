package xindang.platform.backup;

import java.util.HexFormat;

/**
 * One file of the write-ahead log (预写日志段): timeline and place, named with three times eight hexadecimal digits.
 *
 * @param timeline changes with each recovery to a moment
 * @param number place, counted from the beginning
 */
public record WalSegment(int timeline, long number) implements Comparable<WalSegment> {

    /** Segments of 16 MiB, PostgreSQL's own size, in 4 GiB. */
    private static final long PER_FILE = 256;

    /** The segment with a file name. */
    public static WalSegment of(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(name + " names no segment");
        }
        long high = HexFormat.fromHexDigitsToLong(name, 8, 16);
        long low = HexFormat.fromHexDigitsToLong(name, 16, 24);
        return new WalSegment((int) HexFormat.fromHexDigitsToLong(name, 0, 8), high * PER_FILE + low);
    }

    /** Whether a file name is that of a segment. */
    public static boolean isName(String name) {
        return name.matches("[0-9A-F]{24}");
    }

    /** The one after it. */
    public WalSegment next() {
        return new WalSegment(timeline, number + 1);
    }

    /** File name. */
    public String name() {
        HexFormat digits = HexFormat.of().withUpperCase();
        return digits.toHexDigits(timeline)
                + digits.toHexDigits((int) (number / PER_FILE))
                + digits.toHexDigits((int) (number % PER_FILE));
    }

    @Override
    public int compareTo(WalSegment other) {
        return Long.compare(number, other.number);
    }
}
