package xindang.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import xindang.engine.calendar.WorkingDays.Announced;
import xindang.platform.rest.NamedRef;

/**
 * A year whose holidays are known (已公布年度), and where they come from.
 *
 * @param file name of the file it was imported from
 * @param papers addresses of the notices that say so
 * @param daysOff days off that the notices name, weekends within a holiday among them
 * @param workedWeekends Saturdays and Sundays worked for them
 * @param importedBy who imported it
 * @param earlier imports of this year that it took the place of, the latest first
 */
public record KnownYear(
        int year,
        String file,
        List<String> papers,
        int daysOff,
        int workedWeekends,
        NamedRef importedBy,
        OffsetDateTime importedAt,
        List<EarlierImport> earlier) {

    /** Copies the lists. */
    public KnownYear {
        papers = List.copyOf(papers);
        earlier = List.copyOf(earlier);
    }

    /** An import that is no longer in force (已被替换的导入). */
    public record EarlierImport(String file, NamedRef importedBy, OffsetDateTime importedAt) {}

    static KnownYear of(YearImport now, List<YearImport> before) {
        return new KnownYear(
                now.year(),
                now.file(),
                now.papers(),
                daysOff(now.days()),
                workedWeekends(now.days()),
                now.importedBy(),
                now.importedAt(),
                before.stream()
                        .map(one -> new EarlierImport(one.file(), one.importedBy(), one.importedAt()))
                        .toList());
    }

    static int daysOff(List<Announced> days) {
        return (int) days.stream().filter(day -> !day.worked()).count();
    }

    static int workedWeekends(List<Announced> days) {
        return (int) days.stream()
                .filter(day -> day.worked() && isWeekend(day.day()))
                .count();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
