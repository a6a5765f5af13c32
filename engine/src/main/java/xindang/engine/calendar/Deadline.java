package xindang.engine.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Until when something must be done (期限), as a regime says it: so long after something happened, or by fixed days of the year.
 */
public sealed interface Deadline {

    /** The longest, in any unit: beyond ten years it is a typing error. */
    int LONGEST = 3660;

    /**
     * The last day on which it may be done.
     *
     * @param since the day of what starts the clock, or from which the next fixed day is looked for
     */
    LocalDate endsOn(LocalDate since, WorkingDays calendar);

    /**
     * The last day after the rule of the regime, and the day by which people are reminded to have done it.
     *
     * @param last last day on which it may be done
     * @param worked the last working day that is not behind it: somebody who comes to work only then is still in time
     * @param provisional whether the holidays of a year it rests on are not announced yet, so that the days may still change
     */
    record Due(LocalDate last, LocalDate worked, boolean provisional) {}

    /** How a number of days counts (天数算法); a setting of the regime. */
    enum Counting {
        /** Every day counts (日历天). */
        CALENDAR_DAYS,
        /** Only working days count (工作日). */
        WORKING_DAYS
    }

    /**
     * So long after a day, as regimes write it (ISO 8601 with one unit): {@code P10D}, {@code P2W}, {@code P1M}, {@code P1Y}.
     *
     * @param counting how days count; weeks, months and years are those of the calendar whatever it says
     * @throws IllegalArgumentException for another text, or one beyond {@link #LONGEST}
     */
    static Deadline within(String duration, Counting counting) {
        return DurationText.read(duration, counting);
    }

    /**
     * What a parameter of a regime says (制度期限参数): years, months and days such as {@code P10D} or {@code P1Y6M}, or a day of the year
     * such as {@code 01-10}.
     *
     * @param counting how days count; months and years are those of the calendar whatever it says
     * @throws IllegalArgumentException for another text, or one beyond {@link #LONGEST}
     */
    static Deadline written(String text, Counting counting) {
        return DurationText.written(text, counting);
    }

    /** The day with the rule for days that are not worked. */
    default Due due(LocalDate since, Shift shift, WorkingDays calendar) {
        LocalDate ends = endsOn(since, calendar);
        LocalDate last = shift.of(ends, calendar);
        LocalDate worked = calendar.onOrBefore(last);
        // Working days are asked from the first to the last; of calendar days only the end, and where it moves to.
        LocalDate asked = this instanceof WorkedDays || this instanceof MonthsThenDays ? since : ends;
        LocalDate from = asked.isBefore(worked) ? asked : worked;
        LocalDate to = last.isBefore(ends) ? ends : last;
        return new Due(last, worked, !calendar.knows(from, to));
    }

    /** A number of calendar days (日历天) behind a day, which itself does not count. */
    record Days(int count) implements Deadline {

        /** Refuses negative and absurd numbers. */
        public Days {
            requireBetween("days", count);
        }

        @Override
        public LocalDate endsOn(LocalDate since, WorkingDays calendar) {
            return since.plusDays(count);
        }
    }

    /** A number of months (月): the same day of a later month, or the last one where there is no such day. */
    record Months(int count) implements Deadline {

        /** Refuses negative and absurd numbers. */
        public Months {
            requireBetween("months", count);
        }

        @Override
        public LocalDate endsOn(LocalDate since, WorkingDays calendar) {
            return since.plusMonths(count);
        }
    }

    /**
     * Months, and then days behind them (月加天).
     *
     * @param days calendar days or working days
     */
    record MonthsThenDays(int months, Deadline days) implements Deadline {

        /** Refuses negative and absurd numbers. */
        public MonthsThenDays {
            requireBetween("months", months);
        }

        @Override
        public LocalDate endsOn(LocalDate since, WorkingDays calendar) {
            return days.endsOn(since.plusMonths(months), calendar);
        }
    }

    /** A number of working days (工作日) behind a day, which itself does not count. */
    record WorkedDays(int count) implements Deadline {

        /** Refuses negative and absurd numbers. */
        public WorkedDays {
            requireBetween("working days", count);
        }

        @Override
        public LocalDate endsOn(LocalDate since, WorkingDays calendar) {
            return calendar.after(since, count);
        }
    }

    /**
     * Fixed days of every year (固定日期), such as 10 January and 10 July: the next one, the day itself included. 29 February is the
     * 28th where there is none.
     *
     * @param days days of the year, at least one
     */
    record Yearly(List<MonthDay> days) implements Deadline {

        /** Copies the days; refuses none. */
        public Yearly {
            days = List.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("fixed days of the year: at least one");
            }
        }

        /** Fixed days of every year. */
        public static Yearly on(MonthDay... days) {
            return new Yearly(List.of(days));
        }

        @Override
        public LocalDate endsOn(LocalDate since, WorkingDays calendar) {
            return IntStream.rangeClosed(since.getYear(), since.getYear() + 1)
                    .mapToObj(Year::of)
                    .flatMap(year -> days.stream().map(year::atMonthDay))
                    .filter(day -> !day.isBefore(since))
                    .min(LocalDate::compareTo)
                    .orElseThrow();
        }
    }

    private static void requireBetween(String what, int value) {
        if (value < 0 || value > LONGEST) {
            throw new IllegalArgumentException(what + " of a deadline must lie in 0–" + LONGEST + ", not " + value);
        }
    }
}
