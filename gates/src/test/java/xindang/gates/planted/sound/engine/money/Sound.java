package xindang.gates.planted.sound.engine.money;

import java.time.LocalDate;
import java.util.Locale;

/** Uses the language alone. */
public record Sound(long minor, LocalDate day, int days) {

    /** A text that is the same on every machine. */
    public String text() {
        return day.plusDays(days).toString().toLowerCase(Locale.ROOT) + minor;
    }
}
