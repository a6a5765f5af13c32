package xindang.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import xindang.suite.RunningServer;

/** Sets the clock of a server to the minute; the interface moves it by days only. */
public final class ClockHand {

    private ClockHand() {}

    /** Sets it to a time of a business date. */
    public static void set(RunningServer server, LocalDate day, String time) {
        Instant wanted =
                day.atTime(LocalTime.parse(time)).atZone(BusinessClock.ZONE).toInstant();
        clock(server).move(Duration.between(Instant.now(), wanted));
    }

    /** Moves it on. */
    public static void advance(RunningServer server, Duration by) {
        MovableClock clock = clock(server);
        clock.move(Duration.between(Instant.now(), clock.instant().plus(by)));
    }

    private static MovableClock clock(RunningServer server) {
        return (MovableClock) server.part(Clock.class);
    }
}
