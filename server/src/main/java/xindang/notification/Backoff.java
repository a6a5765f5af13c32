package xindang.notification;

import java.time.Duration;
import java.util.UUID;

/**
 * How long to wait before the next attempt (重试间隔): three times as long each time, a day at most, up to a fifth more or less so that
 * what failed together does not come back together. The spread follows from the id, so that it can be told beforehand.
 */
final class Backoff {

    /** So many attempts are made at a webhook. */
    static final int WEBHOOK_ATTEMPTS = 10;

    /** So many are made at a mail or a bot. */
    static final int MESSAGE_ATTEMPTS = 6;

    private static final long FIRST_SECONDS = 10;
    private static final long LONGEST_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int FACTOR = 3;
    private static final int LEAST_MILLIS = 800;
    private static final int SPREAD_MILLIS = 401;

    private Backoff() {}

    /**
     * The wait after an attempt that failed.
     *
     * @param attempts how many were made, at least one
     */
    static Duration after(int attempts, UUID id) {
        long seconds = FIRST_SECONDS;
        for (int i = 1; i < attempts && seconds < LONGEST_SECONDS; i++) {
            seconds *= FACTOR;
        }
        int millisOfSecond = LEAST_MILLIS + Math.floorMod(id.hashCode(), SPREAD_MILLIS);
        return Duration.ofMillis(Math.min(seconds, LONGEST_SECONDS) * millisOfSecond);
    }
}
