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
            var problems = new ArrayList<FormatProblem>();
            List<String> papers = papers(file, members.get("papers"), problems);
            List<Announced> announced = days(file, year, days, problems);
            if (!problems.isEmpty()) {
                throw new FormatException(problems);
            }
            return new Year(year, papers, announced);
        }
        throw new IllegalStateException("the schema of holidays lets through what it should not");
    }

    private static List<Announced> days(String file, int year, List<?> told, List<FormatProblem> problems) {
        var days = new ArrayList<Announced>();
        var seen = new HashSet<LocalDate>();
        for (int i = 0; i < told.size(); i++) {
            Map<?, ?> one = told.get(i) instanceof Map<?, ?> map ? map : Map.of();
            String name = String.valueOf(one.get("name"));
            check(file, "/days/" + i + "/name", name, problems);
            String pointer = "/days/" + i + "/date";
            LocalDate day = day(file, pointer, String.valueOf(one.get("date")), problems);
            if (day == null) {
                continue;
            }
            if (day.getYear() != year && (day.getYear() != year - 1 || day.getMonthValue() != 12)) {
                problems.add(contradiction(
                        file, pointer, "outside-year", day.toString(), day + " lies outside the year " + year));
            } else if (!seen.add(day)) {
                problems.add(contradiction(file, pointer, "twice", day.toString(), day + " stands twice; keep one"));
            }
            days.add(new Announced(day, name, Boolean.FALSE.equals(one.get("isOffDay"))));
        }
        return days;
    }

    private static @Nullable LocalDate day(String file, String pointer, String text, List<FormatProblem> problems) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            problems.add(contradiction(file, pointer, "no-such-day", text, text + " is no day of the calendar"));
            return null;
        }
    }

    /**
     * A problem that the schema cannot tell.
     *
     * @param keyword which one, for those who tell it in words of their own
     * @param value the day or text meant
     */
    private static FormatProblem contradiction(
            String file, String pointer, String keyword, String value, String expected) {
        return new FormatProblem(
                Code.CONTRADICTION,
                Map.of("file", file, "pointer", pointer, "keyword", keyword, "value", value, "expected", expected));
    }

    /** Nobody sees such a sign, and databases do not take all of them. */
    private static void check(String file, String pointer, String text, List<FormatProblem> problems) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            problems.add(contradiction(file, pointer, "control-character", "", "holds a control character"));
        }
    }

    private static List<String> papers(String file, @Nullable Object papers, List<FormatProblem> problems) {
        List<String> read = papers instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        for (int i = 0; i < read.size(); i++) {
            check(file, "/papers/" + i, read.get(i), problems);
        }
        return read;
    }
}
