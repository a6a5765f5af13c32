package xindang.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import xindang.platform.time.BusinessClock;

/** When a mail about a notice may leave (外发时间): bundled as its reader wants it, and not in his quiet hours. */
final class DeliveryTime {

    private DeliveryTime() {}

    /** The earliest instant. */
    static Instant of(Instant told, boolean urgent, Preference wish) {
        ZonedDateTime bundled = urgent ? local(told) : bundled(local(told), wish);
        Preference.QuietHours quiet = wish.quiet();
        if (quiet == null || (urgent && wish.urgentPasses())) {
            return bundled.toInstant();
        }
        return behind(bundled, quiet).toInstant();
    }

    private static ZonedDateTime local(Instant told) {
        return told.atZone(BusinessClock.ZONE);
    }

    private static ZonedDateTime bundled(ZonedDateTime told, Preference wish) {
        return switch (wish.bundling()) {
            case AT_ONCE -> told;
            case HOURLY -> told.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            case DAILY -> {
                ZonedDateTime today = told.truncatedTo(ChronoUnit.DAYS).withHour(wish.digestHour());
                yield told.isBefore(today) ? today : today.plusDays(1);
            }
        };
    }

    /** The end of the quiet hours that a time lies in; the hours begin with their first minute and end before their last. */
    private static ZonedDateTime behind(ZonedDateTime time, Preference.QuietHours quiet) {
        LocalTime at = time.toLocalTime();
        LocalDate day = time.toLocalDate();
        boolean overnight = quiet.from().isAfter(quiet.to());
        boolean late = !at.isBefore(quiet.from());
        boolean early = at.isBefore(quiet.to());
        boolean within = overnight ? late || early : late && early;
        if (!within) {
            return time;
        }
        return (overnight && late ? day.plusDays(1) : day).atTime(quiet.to()).atZone(BusinessClock.ZONE);
    }
}
