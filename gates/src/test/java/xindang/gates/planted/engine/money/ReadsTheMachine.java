package xindang.gates.planted.engine.money;

import java.io.File;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads everything that the engine must not read. */
@SuppressWarnings({"JavaTimeDefaultTimeZone", "StringCaseLocaleUsage"})
public final class ReadsTheMachine {

    /** The clock of the machine. */
    public long clock() {
        return System.nanoTime() + System.currentTimeMillis();
    }

    /** A day, through a reference to the method. */
    public Supplier<LocalDate> day() {
        return LocalDate::now;
    }

    /** An injected clock is one too. */
    public LocalDate day(Clock clock) {
        return LocalDate.now(clock);
    }

    /** A folder. */
    public File folder() {
        return new File(String.valueOf(System.getenv("HOME")));
    }

    /** Chance. */
    public String chance() {
        return UUID.randomUUID() + " " + new Random().nextInt();
    }

    /** The language of the machine. */
    public String language() {
        return Locale.getDefault() + "A".toLowerCase();
    }
}
