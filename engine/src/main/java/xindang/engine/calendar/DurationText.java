package xindang.engine.calendar;

import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xindang.engine.calendar.Deadline.Counting;
import xindang.engine.calendar.Deadline.Days;
import xindang.engine.calendar.Deadline.Months;
import xindang.engine.calendar.Deadline.MonthsThenDays;
import xindang.engine.calendar.Deadline.WorkedDays;
import xindang.engine.calendar.Deadline.Yearly;

/** Deadlines as regimes write them (期限写法): ISO 8601 durations such as {@code P1M}, days of the year such as {@code 01-10}. */
final class DurationText {

    private static final Pattern WRITTEN = Pattern.compile("P([0-9]{1,4})([DWMY])");
    private static final int DAYS_OF_WEEK = 7;
    private static final int MONTHS_OF_YEAR = 12;

    /** As parameters of a regime are written: any of years, months and days. */
    private static final Pattern PERIOD =
            Pattern.compile("P(?=[0-9])(?:([0-9]{1,3})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})D)?");

    private static final Pattern DAY_OF_YEAR = Pattern.compile("[0-9]{2}-[0-9]{2}");

    private DurationText() {}

    static Deadline written(String text, Counting counting) {
        if (DAY_OF_YEAR.matcher(text).matches()) {
            try {
                return Yearly.on(MonthDay.parse("--" + text));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("no day of the year: " + text, e);
            }
        }
        Matcher written = PERIOD.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("a deadline is written like P10D, P1M, P1Y6M or 01-10, not " + text);
        }
        int months = number(written.group(1)) * MONTHS_OF_YEAR + number(written.group(2));
        int count = number(written.group(3));
        Deadline days = counting == Counting.WORKING_DAYS ? new WorkedDays(count) : new Days(count);
        if (months == 0) {
            return days;
        }
        return count == 0 ? new Months(months) : new MonthsThenDays(months, days);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    static Deadline read(String duration, Counting counting) {
        Matcher written = WRITTEN.matcher(duration);
        if (!written.matches()) {
            throw new IllegalArgumentException("a duration is written like P10D or P1M, not " + duration);
        }
        int count = Integer.parseInt(written.group(1));
        return switch (written.group(2)) {
            case "D" -> counting == Counting.WORKING_DAYS ? new WorkedDays(count) : new Days(count);
            case "W" -> new Days(count * DAYS_OF_WEEK);
            case "M" -> new Months(count);
            default -> new Months(count * MONTHS_OF_YEAR);
        };
    }
}
