package xindang.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of the calendar (日历日).
 *
 * @param name holiday it belongs to; null if no notice names it
 */
public record CalendarDay(
        LocalDate day, boolean worked, @Nullable String name) {}
