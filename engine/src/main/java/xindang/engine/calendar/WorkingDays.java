package xindang.engine.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which days are worked (工作日历): Monday to Friday, but for the holidays (节假日) and the make-up days (调休上班日) that the State
 * Council announces for each year. Of a year that is not announced yet only the weekends are known; {@link #knows} tells.
 */
public final class WorkingDays {

    /** No year is known: Monday to Friday are worked. */
    public static final WorkingDays WEEKDAYS = new WorkingDays(Map.of(), Set.of());

    private final Map<LocalDate, Boolean> announced;
    private final Set<Integer> years;

    private WorkingDays(Map<LocalDate, Boolean> announced, Set<Integer> years) {
        this.announced = Map.copyOf(announced);
        this.years = Set.copyOf(years);
    }

    /**
     * A day that differs from its day of the week, or is named though it does not.
     *
     * @param name holiday it belongs to, such as 春节
     * @param worked whether it is worked: false for a holiday, true for a make-up day
     */
    public record Announced(LocalDate day, String name, boolean worked) {}

    /**
     * The days of some announced years. Days may lie outside their year: the holiday of a new year begins in the old one.
     *
     * @param years years that are announced in full
     * @throws IllegalArgumentException if one day is both worked and not
     */
    public static WorkingDays of(Collection<Integer> years, Collection<Announced> days) {
        var announced = new HashMap<LocalDate, Boolean>();
        for (Announced day : days) {
            Boolean before = announced.putIfAbsent(day.day(), day.worked());
            if (before != null && before != day.worked()) {
                throw new IllegalArgumentException(day.day() + " is worked and not worked");
            }
        }
        return new WorkingDays(announced, new HashSet<>(years));
    }

    /** Whether the holidays of a day's year are announced; else the answers below are provisional. */
    public boolean knows(LocalDate day) {
        return years.contains(day.getYear());
    }

    /** Whether the holidays of all years from one day to another are announced. */
    public boolean knows(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).allMatch(years::contains);
    }

    /** Years that are announced, the first first. */
    public List<Integer> years() {
        return years.stream().sorted().toList();
    }

    /** Whether a day is worked. */
    public boolean isWorked(LocalDate day) {
        Boolean said = announced.get(day);
        return said != null ? said : day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** The day itself if it is worked, else the next one that is. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorked(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The day itself if it is worked, else the last one before that is. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorked(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /**
     * The last of a number of working days behind a day, which itself does not count.
     *
     * @param count number of working days, not negative; 0 is the day itself, worked or not
     */
    public LocalDate after(LocalDate day, int count) {
        LocalDate found = day;
        for (int left = count; left > 0; left--) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    /** Number of working days from one day up to another, the first included and the other not. */
    public int between(LocalDate from, LocalDate to) {
        return (int) from.datesUntil(to).filter(this::isWorked).count();
    }
}
