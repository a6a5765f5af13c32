package xindang.platform.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How confidential something is (机密级别), from the lowest; the database keeps {@link #rank}. */
public enum SecrecyLevel {
    /** 公开: for everybody. */
    PUBLIC(0),
    /** 内部: for everybody who signs in; the usual level. */
    INTERNAL(1),
    /** 秘密: for those who are cleared. */
    CONFIDENTIAL(2),
    /** 机密: for those who are cleared for this one. */
    SECRET(3);

    private final short rank;

    SecrecyLevel(int rank) {
        this.rank = (short) rank;
    }

    /** Name in the interface: {@code public}, {@code internal}, {@code confidential}, {@code secret}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Number in the database, 0 to 3. */
    public short rank() {
        return rank;
    }

    /** Whether this lies above another level. */
    public boolean above(SecrecyLevel other) {
        return compareTo(other) > 0;
    }

    /** Whether reading is recorded and pages carry a watermark. */
    public boolean isGuarded() {
        return above(INTERNAL);
    }

    /** The level of a rank. */
    public static SecrecyLevel of(int rank) {
        return Stream.of(values())
                .filter(level -> level.rank == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no level " + rank));
    }

    /** The level with a code; nothing for any other text. */
    public static Optional<SecrecyLevel> named(String code) {
        return Stream.of(values()).filter(level -> level.code().equals(code)).findFirst();
    }
}
