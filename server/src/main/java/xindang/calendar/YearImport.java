package xindang.calendar;

import java.time.OffsetDateTime;
import java.util.List;
import xindang.engine.calendar.WorkingDays.Announced;
import xindang.platform.rest.NamedRef;

/**
 * A year as it was imported (年度导入), whether or not it is still in force.
 *
 * @param number counts all imports, from 1
 * @param file name of the file
 * @param papers addresses of the notices that say so
 * @param importedBy who imported it
 * @param days days off and days worked for them; some may lie in the December before; empty for one no longer in force
 */
public record YearImport(
        int number,
        int year,
        String file,
        List<String> papers,
        NamedRef importedBy,
        OffsetDateTime importedAt,
        List<Announced> days) {

    /** Copies the lists. */
    public YearImport {
        papers = List.copyOf(papers);
        days = List.copyOf(days);
    }
}
