package xindang.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.engine.calendar.Deadline.Counting;
import xindang.engine.calendar.Deadline.Days;
import xindang.engine.calendar.Deadline.Due;
import xindang.engine.calendar.Deadline.Months;
import xindang.engine.calendar.Deadline.WorkedDays;
import xindang.engine.calendar.Deadline.Yearly;
import xindang.engine.calendar.WorkingDays.Announced;
import xindang.gates.Requirement;

class DeadlineTest {

    private static final Yearly HALF_YEARS = Yearly.on(MonthDay.of(1, 10), MonthDay.of(7, 10));

    /** A spring festival as it is announced: eight days off, two Saturdays and Sundays worked for it. */
    private static final WorkingDays FESTIVAL = WorkingDays.of(
            List.of(2031),
            List.of(
                    new Announced(LocalDate.of(2031, 1, 19), "春节", true),
                    new Announced(LocalDate.of(2031, 1, 22), "春节", false),
                    new Announced(LocalDate.of(2031, 1, 23), "春节", false),
                    new Announced(LocalDate.of(2031, 1, 24), "春节", false),
                    new Announced(LocalDate.of(2031, 1, 25), "春节", false),
                    new Announced(LocalDate.of(2031, 1, 26), "春节", false),
                    new Announced(LocalDate.of(2031, 1, 27), "春节", false),
                    new Announced(LocalDate.of(2031, 1, 28), "春节", false),
                    new Announced(LocalDate.of(2031, 2, 8), "春节", true)));

    @Requirement("QUA-06")
    @ParameterizedTest(name = "{0}: from {2} it ends on {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            situation,                        deadline, since,      ends
            one month,                        M1,       2026-03-15, 2026-04-15
            no such day in February,          M1,       2026-01-31, 2026-02-28
            a leap year has one more,         M1,       2028-01-31, 2028-02-29
            months are counted from the day,  M2,       2026-01-31, 2026-03-31
            a year,                           M12,      2028-02-29, 2029-02-28
            ten days,                         D10,      2026-02-25, 2026-03-07
            at once,                          D0,       2026-02-25, 2026-02-25
            ten working days,                 W10,      2026-03-02, 2026-03-16
            from a Friday,                    W1,       2026-03-06, 2026-03-09
            from a Saturday,                  W1,       2026-03-07, 2026-03-09
            none,                             W0,       2026-03-07, 2026-03-07
            the first of the year,            Y,        2026-01-01, 2026-01-10
            on the day itself,                Y,        2026-01-10, 2026-01-10
            the day after,                    Y,        2026-01-11, 2026-07-10
            over the year end,                Y,        2026-07-11, 2027-01-10""")
    void a_deadline_ends_on_a_day(String situation, String deadline, LocalDate since, LocalDate ends) {
        assertThat(deadline(deadline).endsOn(since, WorkingDays.WEEKDAYS)).isEqualTo(ends);
    }

    private static Deadline deadline(String text) {
        int count = text.length() > 1 ? Integer.parseInt(text.substring(1)) : 0;
        return switch (text.charAt(0)) {
            case 'M' -> new Months(count);
            case 'D' -> new Days(count);
            case 'W' -> new WorkedDays(count);
            default -> HALF_YEARS;
        };
    }

    /** 10 January 2026 is a Saturday. */
    @Requirement("QUA-06")
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            shift,    last,       worked
            NONE,     2026-01-10, 2026-01-09
            FORWARD,  2026-01-12, 2026-01-12
            BACKWARD, 2026-01-09, 2026-01-09""")
    void a_day_that_is_not_worked_stays_or_moves(Shift shift, LocalDate last, LocalDate worked) {
        assertThat(HALF_YEARS.due(LocalDate.of(2026, 1, 1), shift, WorkingDays.WEEKDAYS))
                .isEqualTo(new Due(last, worked, true));
    }

    @Requirement("QUA-06")
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            situation,                      count, since,      ends
            a Sunday is worked for it,      1,     2031-01-18, 2031-01-19
            over the festival,              3,     2031-01-20, 2031-01-30
            and a Saturday behind it,       6,     2031-02-02, 2031-02-08""")
    void holidays_and_make_up_days_count(String situation, int count, LocalDate since, LocalDate ends) {
        assertThat(new WorkedDays(count).endsOn(since, FESTIVAL)).isEqualTo(ends);
    }

    @Test
    void of_a_year_that_is_not_announced_days_are_provisional() {
        Deadline month = new Months(1);
        assertThat(month.due(LocalDate.of(2031, 3, 1), Shift.NONE, FESTIVAL).provisional())
                .isFalse();
        assertThat(month.due(LocalDate.of(2031, 12, 1), Shift.NONE, FESTIVAL).provisional())
                .isTrue();
        assertThat(FESTIVAL.years()).containsExactly(2031);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            situation,                           duration, counting,      since,      shift,    last,       provisional
            all of it within the known year,     P10D,     WORKING_DAYS,  2031-03-03, NONE,     2031-03-17, false
            counted from a year before,          P1D,      WORKING_DAYS,  2030-12-31, NONE,     2031-01-01, true
            calendar days ask for the end only,  P1D,      CALENDAR_DAYS, 2030-12-31, NONE,     2031-01-01, false
            reminded in the year before,         P2D,      CALENDAR_DAYS, 2027-12-30, NONE,     2028-01-01, true
            moved out of the known year,         P0D,      CALENDAR_DAYS, 2033-12-31, FORWARD,  2034-01-02, true
            moved into the known year,           P0D,      CALENDAR_DAYS, 2034-01-01, BACKWARD, 2033-12-30, true
            moved within it,                     P1W,      CALENDAR_DAYS, 2033-12-24, BACKWARD, 2033-12-30, false""")
    void days_are_provisional_as_soon_as_one_year_they_rest_on_is_not_announced(
            String situation,
            String duration,
            Counting counting,
            LocalDate since,
            Shift shift,
            LocalDate last,
            boolean provisional) {
        WorkingDays calendar = WorkingDays.of(List.of(2028, 2031, 2033), List.of());
        Due due = Deadline.within(duration, counting).due(since, shift, calendar);
        assertThat(due.last()).isEqualTo(last);
        assertThat(due.provisional()).isEqualTo(provisional);
    }

    @Requirement("QUA-06")
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            duration, counting,      ends
            P10D,     CALENDAR_DAYS, 2026-03-12
            P10D,     WORKING_DAYS,  2026-03-16
            P2W,      CALENDAR_DAYS, 2026-03-16
            P2W,      WORKING_DAYS,  2026-03-16
            P1M,      CALENDAR_DAYS, 2026-04-02
            P1M,      WORKING_DAYS,  2026-04-02
            P1Y,      WORKING_DAYS,  2027-03-02""")
    void a_duration_is_read_as_regimes_write_it(String duration, Counting counting, LocalDate ends) {
        assertThat(Deadline.within(duration, counting).endsOn(LocalDate.of(2026, 3, 2), WorkingDays.WEEKDAYS))
                .isEqualTo(ends);
    }

    @ParameterizedTest
    @CsvSource({
        "P10D,   CALENDAR_DAYS, 2026-03-12",
        "P10D,   WORKING_DAYS,  2026-03-16",
        "P1M,    WORKING_DAYS,  2026-04-02",
        "P1Y2M,  CALENDAR_DAYS, 2027-05-02",
        "P1M10D, CALENDAR_DAYS, 2026-04-12",
        "P1M10D, WORKING_DAYS,  2026-04-16",
        "01-10,  CALENDAR_DAYS, 2027-01-10",
        "03-02,  WORKING_DAYS,  2026-03-02"
    })
    void a_parameter_of_a_regime_gives_the_last_day(String text, Counting counting, LocalDate last) {
        assertThat(Deadline.written(text, counting).endsOn(LocalDate.of(2026, 3, 2), WorkingDays.WEEKDAYS))
                .isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PD", "10", "P1W", "02-30", "1-1", "P1D2M", "P9999Y"})
    void what_no_parameter_may_say_is_refused(String text) {
        assertThatThrownBy(() -> Deadline.written(text, Counting.CALENDAR_DAYS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "P10", "p10D", "P-1D", "P1M10D", "P1H", "P12345D", "P9999D", "P400Y", "P600W"})
    void other_durations_are_refused(String duration) {
        assertThatThrownBy(() -> Deadline.within(duration, Counting.CALENDAR_DAYS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @EnumSource
    @ParameterizedTest
    void a_working_day_never_moves(Shift shift) {
        LocalDate wednesday = LocalDate.of(2026, 3, 4);
        assertThat(new Days(0).due(wednesday, shift, WorkingDays.WEEKDAYS))
                .isEqualTo(new Due(wednesday, wednesday, true));
    }

    @Test
    void working_days_between_two_days_count_the_first_and_not_the_last() {
        assertThat(FESTIVAL.between(LocalDate.of(2031, 1, 18), LocalDate.of(2031, 1, 30)))
                .as("Sunday to Tuesday worked, the festival off, Wednesday the 29th worked")
                .isEqualTo(4);
        assertThat(FESTIVAL.between(LocalDate.of(2031, 3, 3), LocalDate.of(2031, 3, 3)))
                .isZero();
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> new Days(-1)).hasMessageContaining("0–3660, not -1");
        assertThatThrownBy(() -> new Months(3661)).hasMessageContaining("months");
        assertThatThrownBy(() -> new WorkedDays(-1)).hasMessageContaining("working days");
        assertThatThrownBy(Yearly::on).hasMessageContaining("at least one");
        LocalDate day = LocalDate.of(2031, 1, 1);
        assertThatThrownBy(() -> WorkingDays.of(
                        List.of(2031), List.of(new Announced(day, "元旦", true), new Announced(day, "元旦", false))))
                .hasMessageContaining("2031-01-01");
    }
}
