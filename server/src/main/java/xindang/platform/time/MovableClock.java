package xindang.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's clock, moved by a stretch of time (可移动时钟): for demonstrations and tests only. */
final class MovableClock extends Clock {

    private volatile Duration moved = Duration.ZERO;

    /** Sets how far ahead of the machine the clock is. */
    void move(Duration by) {
        moved = by;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
