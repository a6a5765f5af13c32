package xindang.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.engine.calendar.WorkingDays.Announced;
import xindang.format.FormatProblem.Code;

/**
 * Reads the holidays and make-up days of a year (节假日安排) in the form in which they are passed around:
 * {@code {"year":2026,"papers":["…"],"days":[{"name":"元旦","date":"2026-01-01","isOffDay":true}]}}. {@code papers} are the notices of the
 * State Council that say so.
 */
public final class HolidayFile {

    private HolidayFile() {}

    /**
     * What is announced of a year.
     *
     * @param papers addresses of the notices
     * @param days days off and days worked for them; some may lie in the December before
     */
    public record Year(int year, List<String> papers, List<Announced> days) {

        /** Copies the lists. */
        public Year {
            papers = List.copyOf(papers);
            days = List.copyOf(days);
        }
    }

    /**
     * Reads a file.
     *
     * @param file its name, which problems tell
     * @throws FormatException with everything that is wrong with it
     */
    public static Year read(String file, byte[] bytes) {
        Object tree = JsonTree.parse(file, bytes);
        List<FormatProblem> unfit = new SchemaCheck().holidays(file, tree);
        if (!unfit.isEmpty()) {
            throw new FormatException(unfit);
        }
        if (tree instanceof Map<?, ?> members
                && members.get("year") instanceof Integer year
                && members.get("days") instanceof List<?> days) {
            return new Year(year, papers(members.get("papers")), days(file, year, days));
        }
        throw new IllegalStateException("the schema of holidays lets through what it should not");
    }

    private static List<Announced> days(String file, int year, List<?> told) {
        var problems = new ArrayList<FormatProblem>();
        var days = new ArrayList<Announced>();
        var seen = new HashSet<LocalDate>();
        for (int i = 0; i < told.size(); i++) {
            Map<?, ?> one = told.get(i) instanceof Map<?, ?> map ? map : Map.of();
            String pointer = "/days/" + i + "/date";
            LocalDate day = day(file, pointer, String.valueOf(one.get("date")), problems);
            if (day == null) {
                continue;
            }
            if (day.getYear() != year && (day.getYear() != year - 1 || day.getMonthValue() != 12)) {
                problems.add(contradiction(file, pointer, day + " lies outside the year " + year));
            } else if (!seen.add(day)) {
                problems.add(contradiction(file, pointer, day + " stands twice; keep one"));
            }
            days.add(new Announced(day, String.valueOf(one.get("name")), Boolean.FALSE.equals(one.get("isOffDay"))));
        }
        if (!problems.isEmpty()) {
            throw new FormatException(problems);
        }
        return days;
    }

    private static @Nullable LocalDate day(String file, String pointer, String text, List<FormatProblem> problems) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            problems.add(contradiction(file, pointer, text + " is no day of the calendar"));
            return null;
        }
    }

    private static FormatProblem contradiction(String file, String pointer, String expected) {
        return new FormatProblem(Code.CONTRADICTION, Map.of("file", file, "pointer", pointer, "expected", expected));
    }

    private static List<String> papers(@Nullable Object papers) {
        return papers instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
