package xindang.calendar;

import java.util.List;

/**
 * Days in their order (日历区间).
 *
 * @param unannounced years among them whose holidays are not announced yet: of these only the weekends are known
 */
public record CalendarDays(List<CalendarDay> items, List<Integer> unannounced) {

    /** Copies the lists. */
    public CalendarDays {
        items = List.copyOf(items);
        unannounced = List.copyOf(unannounced);
    }
}
