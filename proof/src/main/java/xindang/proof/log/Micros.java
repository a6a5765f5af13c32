package xindang.proof.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants (时刻) as proofs write them: UTC with always six decimals, {@code 2026-11-22T09:50:51.000123Z}. */
public final class Micros {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private Micros() {}

    /**
     * The text of an instant; what is finer than microseconds is cut off.
     *
     * @throws IllegalArgumentException outside the years 2000 to 2199
     */
    public static String text(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new IllegalArgumentException("an instant outside the years 2000 to 2199");
        }
        return FORM.format(instant.truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Reads the text back.
     *
     * @throws IllegalArgumentException if it differs in any character from what {@link #text} writes
     */
    public static Instant parse(String text) {
        Instant instant;
        try {
            instant = Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not an instant", e);
        }
        if (!text(instant).equals(text)) {
            throw new IllegalArgumentException("not an instant in UTC with six decimals");
        }
        return instant;
    }
}
