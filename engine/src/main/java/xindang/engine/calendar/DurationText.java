package xindang.engine.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xindang.engine.calendar.Deadline.Counting;
import xindang.engine.calendar.Deadline.Days;
import xindang.engine.calendar.Deadline.Months;
import xindang.engine.calendar.Deadline.WorkedDays;

/** Durations as regimes write them (期间写法): ISO 8601 with one unit, such as {@code P1M}. */
final class DurationText {

    private static final Pattern WRITTEN = Pattern.compile("P([0-9]{1,4})([DWMY])");
    private static final int DAYS_OF_WEEK = 7;
    private static final int MONTHS_OF_YEAR = 12;

    private DurationText() {}

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
