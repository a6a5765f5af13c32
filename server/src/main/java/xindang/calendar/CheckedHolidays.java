package xindang.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do (导入预览).
 *
 * @param replaces whether the year is known already
 * @param daysOff days off that the file names
 * @param workedWeekends Saturdays and Sundays it says are worked
 * @param changes days that would differ from what holds now, in their order
 */
public record CheckedHolidays(int year, boolean replaces, int daysOff, int workedWeekends, List<ChangedDay> changes) {

    /** Copies the list. */
    public CheckedHolidays {
        changes = List.copyOf(changes);
    }

    /**
     * A day that would change (变更的日期).
     *
     * @param before name of its holiday until now; null for an ordinary day
     * @param after name of its holiday from then on; null for an ordinary day
     */
    public record ChangedDay(
            LocalDate day,
            boolean workedBefore,
            boolean workedAfter,
            @Nullable String before,
            @Nullable String after) {}
}
