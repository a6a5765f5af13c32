package xindang.engine.calendar;

import java.time.LocalDate;

/** What becomes of a deadline on a day that is not worked (顺延规则); a setting of the regime. */
public enum Shift {

    /** It stays, which is usual for the dates of reports: 10 January is 10 January (不顺延). */
    NONE {
        @Override
        LocalDate of(LocalDate day, WorkingDays calendar) {
            return day;
        }
    },

    /** It moves to the next working day (顺延). */
    FORWARD {
        @Override
        LocalDate of(LocalDate day, WorkingDays calendar) {
            return calendar.onOrAfter(day);
        }
    },

    /** It moves to the last working day before (提前). */
    BACKWARD {
        @Override
        LocalDate of(LocalDate day, WorkingDays calendar) {
            return calendar.onOrBefore(day);
        }
    };

    abstract LocalDate of(LocalDate day, WorkingDays calendar);
}
