package xindang.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that stops the run: no table, a required column missing, a column that stays ambiguous, a hostile file.
 * Carries a code and arguments; the text for people is made elsewhere. Bad rows are {@link Reject}s, never this.
 */
public final class IntakeProblem extends RuntimeException {

    /** What is wrong; arguments in brackets. */
    public enum Code {
        /** No such file (file). */
        FILE_MISSING,
        /** The file cannot be read (file, reason). */
        FILE_UNREADABLE,
        /** A folder or a device (file). */
        NOT_A_FILE,
        /** The file has no bytes, or nothing but blanks (file). */
        FILE_EMPTY,
        /** Text, but no table with a header in its first 50 rows (file). */
        NOT_A_TABLE,
        /** Neither UTF-8 nor UTF-16 nor GB18030 (file, charset, offset of the first bad byte). */
        NOT_TEXT,
        /** A required column is not there (file, line of the best header, headers, missing: list of field keys). */
        COLUMN_MISSING,
        /** Several columns compete for one field (file, field, candidates); one reading each. */
        COLUMN_AMBIGUOUS,
        /** A date column can be read in two orders (file, field, column, example); two readings. */
        DATE_ORDER_AMBIGUOUS,
        /**
         * Dates of a column prove both orders (file, field, column, example with the day first, other with the month
         * first); two readings.
         */
        DATE_ORDER_CONTRADICTORY,
        /** Amounts marked with a bare {@code $} (file, line, column); readings are the dollars. */
        CURRENCY_AMBIGUOUS,
        /** The column map cannot be read (map, reason). */
        MAP_UNREADABLE,
        /** A key of the column map is no field (map, line, key). */
        MAP_KEY_UNKNOWN,
        /** A value of the column map is not understood (map, line, key, value). */
        MAP_VALUE_BAD,
        /** A column named in the map is not in the file (file, map, line, key, column, headers). */
        MAP_COLUMN_MISSING,
        /** Two keys of the map name the same column (file, map, line, key, column). */
        MAP_COLUMN_TWICE,
        /** An old Excel file (.xls): save it as xlsx (file). */
        OLD_EXCEL,
        /** An xlsx with a password: save it without (file). */
        ENCRYPTED,
        /** A damaged xlsx, or a zip file that is none (file, reason). */
        WORKBOOK_BROKEN,
        /** A compressed file that unpacks to something absurd (file). */
        ZIP_BOMB,
        /** A single cell over 1 MiB (file, line). */
        FIELD_TOO_LONG,
        /** A single row over 16 MiB (file, offset). */
        LINE_TOO_LONG,
        /** The sum of the amounts exceeds what can be counted exactly (currency). */
        TOTAL_TOO_LARGE,
        /** More rows than fit an array. */
        TOO_MANY_ROWS;

        /** In kebab case, for messages and tests. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One way to read an ambiguous column.
     *
     * @param value what would be chosen: a header, a date order or a currency
     * @param mapLine the line of a {@code --map} file that says so, empty where {@code --currency} says it
     */
    public record Choice(String value, String mapLine) {}

    private static final long serialVersionUID = 1L;

    private final transient Code code;
    private final transient Map<String, Object> arguments;
    private final transient List<Choice> readings;

    IntakeProblem(Code code, Map<String, Object> arguments) {
        this(code, arguments, List.of());
    }

    IntakeProblem(Code code, Map<String, Object> arguments, List<Choice> readings) {
        super(code.code() + " " + new TreeMap<>(arguments));
        this.code = code;
        this.arguments = Map.copyOf(arguments);
        this.readings = List.copyOf(readings);
    }

    /** What is wrong. */
    public Code code() {
        return code;
    }

    /** The facts: texts, numbers or lists of texts by name, as the code's comment lists them. */
    public Map<String, Object> arguments() {
        return arguments;
    }

    /** The possible readings of something ambiguous, else empty. */
    public List<Choice> readings() {
        return readings;
    }
}
