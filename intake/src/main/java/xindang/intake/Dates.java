package xindang.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xindang.engine.receivable.ReceivableColumns;

/**
 * Dates as epoch days, read straight from bytes because every row has up to three of them.
 *
 * <p>A cell such as {@code 3/4/2025} cannot be read before the whole column is known. It is kept packed in the column
 * itself (day and month as they stand, bit 30 set), so one pass over the file is enough; {@link #resolve} unpacks it.
 */
final class Dates {

    static final int MISSING = ReceivableColumns.NO_DATE;
    /** Not a date. */
    static final int BAD = MISSING + 1;
    /** At or above this value a column holds a packed date. */
    static final int PACKED = 1 << 30;
    /** From this value up to {@link #PACKED} a due column holds the number of a term instead. */
    static final int TERM = 1 << 29;

    /** Excel's day 0 is 1899-12-30, so that 1 March 1900 is 61 as in Excel. */
    static final int SERIAL_1900 = 25569;
    /** The other date system of Excel, of old Macintosh workbooks. */
    static final int SERIAL_1904 = 24107;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int PIVOT = 80;
    private static final int DASHED_BIT = 1 << 22;
    private static final int SHORT_BIT = 1 << 23;
    private static final int[] YEAR_START = new int[LAST_YEAR - FIRST_YEAR + 2];
    private static final int[] MONTH_START = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern DAY_NAMED_MONTH =
            Pattern.compile("(\\d{1,2})[-/ .]{0,2}([a-z]{3,9})[-/ .,]{0,2}(\\d{4}|\\d{2})");
    private static final Pattern NAMED_MONTH_DAY = Pattern.compile("([a-z]{3,9})[. ]{1,2}(\\d{1,2})[, ]{1,2}(\\d{4})");

    static {
        for (int i = 0; i < YEAR_START.length; i++) {
            YEAR_START[i] = Math.toIntExact(LocalDate.of(FIRST_YEAR + i, 1, 1).toEpochDay());
        }
    }

    private final int serialOffset;
    private final boolean fractions;
    private int at;
    private int digits;

    Dates(int serialOffset) {
        this(serialOffset, true);
    }

    /** Prepares; {@code fractions} = a day number may have a time of day, as in a workbook. */
    Dates(int serialOffset, boolean fractions) {
        this.fractions = fractions;
        this.serialOffset = serialOffset;
    }

    /** Reads a trimmed cell: an epoch day, a packed date, {@link #MISSING} or {@link #BAD}. */
    int parse(byte[] b, int s, int e) {
        if (e - s == 10) {
            byte separator = b[s + 4];
            if ((separator == '-' || separator == '/' || separator == '.') && b[s + 7] == separator) {
                int year = two(b, s) * 100 + two(b, s + 2);
                int month = two(b, s + 5);
                int day = two(b, s + 8);
                if (year >= 0 && month >= 0 && day >= 0) {
                    return day(year, month, day);
                }
            }
        }
        if (Cells.missing(b, s, e)) {
            return MISSING;
        }
        int date = grouped(b, s, e);
        return date == BAD ? odd(b, s, e) : date;
    }

    /** Two digits, or a number so negative that no sum with it becomes positive. */
    private static int two(byte[] b, int at) {
        int tens = b[at] - '0';
        int ones = b[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -100_000;
    }

    /** The epoch day, or {@link #BAD} if there is no such day or its year is out of range. */
    static int day(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) {
            return BAD;
        }
        int start = YEAR_START[year - FIRST_YEAR];
        boolean leap = YEAR_START[year - FIRST_YEAR + 1] - start == 366;
        int length = MONTH_START[month] - MONTH_START[month - 1] + (leap && month == 2 ? 1 : 0);
        if (day > length) {
            return BAD;
        }
        return start + MONTH_START[month - 1] + (leap && month > 2 ? 1 : 0) + day - 1;
    }

    private int grouped(byte[] b, int s, int e) {
        at = s;
        long first = number(b, e);
        int firstDigits = digits;
        if (firstDigits == 0) {
            return BAD;
        }
        if (at == e || (b[at] == '.' && firstDigits >= 5)) {
            return digitsOnly(first, firstDigits, b, e);
        }
        int separator = separator(b, e, (byte) 0xB9);
        int second = (int) number(b, e);
        if (separator == 0 || digits == 0 || digits > 2 || separator(b, e, (byte) 0x9C) != separator) {
            return BAD;
        }
        int third = (int) number(b, e);
        int thirdDigits = digits;
        if (separator == '年' && at + 3 <= e && b[at] == (byte) 0xE6 && b[at + 1] == (byte) 0x97) {
            at += 3;
        }
        if (thirdDigits == 0 || !time(b, e)) {
            return BAD;
        }
        if (firstDigits == 4 && thirdDigits <= 2) {
            return day((int) first, second, third);
        }
        if (separator == '年') {
            return firstDigits == 2 && thirdDigits <= 2 ? day(century((int) first), second, third) : BAD;
        }
        boolean shortYear = thirdDigits == 2;
        return firstDigits <= 2 && (thirdDigits == 4 || shortYear)
                ? dayOrMonthFirst((int) first, second, third, (char) separator, shortYear)
                : BAD;
    }

    private int digitsOnly(long value, int count, byte[] b, int e) {
        boolean zeros = true;
        for (int i = at + 1; i < e; i++) {
            if (b[i] < '0' || b[i] > '9') {
                return BAD;
            }
            zeros &= b[i] == '0';
        }
        if (count == 8 && zeros) {
            return day((int) (value / 10_000), (int) (value / 100 % 100), (int) (value % 100));
        }
        if (at < e && !fractions) {
            return BAD;
        }
        if (count == 14 && at == e) {
            return digitsOnly(value / 1_000_000, 8, b, e);
        }
        int day = (int) value - serialOffset;
        // Below 10000 (the year 1927) a number is a count of days or a year, not a date.
        return count <= 6 && value >= 10_000 && day < YEAR_START[YEAR_START.length - 1] ? day : BAD;
    }

    private static int dayOrMonthFirst(int a, int b, int y, char separator, boolean shortYear) {
        int year = shortYear ? century(y) : y;
        int dayFirst = day(year, b, a);
        if (separator == '.' || a == b) {
            return dayFirst;
        }
        if (dayFirst == BAD && day(year, a, b) == BAD) {
            return BAD;
        }
        return PACKED | (shortYear ? SHORT_BIT : 0) | (separator == '-' ? DASHED_BIT : 0) | a << 17 | b << 12 | year;
    }

    private static int century(int twoDigits) {
        return twoDigits < PIVOT ? 2000 + twoDigits : FIRST_YEAR + twoDigits;
    }

    private long number(byte[] b, int e) {
        long value = 0;
        int start = at;
        while (at < e && b[at] >= '0' && b[at] <= '9' && at - start < 15) {
            value = value * 10 + b[at++] - '0';
        }
        digits = at - start;
        return value;
    }

    /** Reads {@code - / .}, or 年 or 月 (told apart by their last byte) and answers 年 for both; 0 = something else. */
    private int separator(byte[] b, int e, byte last) {
        if (at >= e) {
            return 0;
        }
        byte c = b[at];
        if (c == '-' || c == '/' || c == '.') {
            at++;
            return c;
        }
        boolean year = c == (byte) 0xE5 && at + 3 <= e && b[at + 1] == (byte) 0xB9 && b[at + 2] == (byte) 0xB4;
        boolean month = c == (byte) 0xE6 && at + 3 <= e && b[at + 1] == (byte) 0x9C && b[at + 2] == (byte) 0x88;
        if ((year && last == (byte) 0xB9) || (month && last == (byte) 0x9C)) {
            at += 3;
            return '年';
        }
        return 0;
    }

    /** Whether the rest of the cell is nothing or a time of day, which is left aside. */
    private boolean time(byte[] b, int e) {
        if (at == e) {
            return true;
        }
        int c = b[at];
        if ((c != ' ' && c != 'T') || at + 1 >= e) {
            return false;
        }
        boolean anyDigit = false;
        for (int i = at + 1; i < e; i++) {
            int d = b[i];
            anyDigit |= d >= '0' && d <= '9';
            if (d > 0 && " 0123456789:.+-ZAPMapm".indexOf(d) < 0) {
                return false;
            }
        }
        return anyDigit;
    }

    /** Full-width digits and English month names, over a text: rare enough. */
    private int odd(byte[] b, int s, int e) {
        if (e - s > 64) {
            return BAD;
        }
        String text = Cells.text(b, s, e);
        String plain = Cells.plain(text).toLowerCase(Locale.ROOT);
        if (Cells.missing(plain)) {
            return MISSING;
        }
        Matcher m = DAY_NAMED_MONTH.matcher(plain);
        if (m.matches()) {
            return named(m.group(1), m.group(2), m.group(3));
        }
        m = NAMED_MONTH_DAY.matcher(plain);
        if (m.matches()) {
            return named(m.group(2), m.group(1), m.group(3));
        }
        byte[] again = plain.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return plain.equalsIgnoreCase(text) ? BAD : grouped(again, 0, again.length);
    }

    private static int named(String day, String month, String year) {
        int number = MONTHS.indexOf(month.substring(0, 3)) + 1;
        int y = Integer.parseInt(year);
        return day(year.length() == 2 ? century(y) : y, number, Integer.parseInt(day));
    }

    /** What a packed date proves: 1 = only day first is possible, -1 = only month first, 0 = either. */
    static int evidence(int packed) {
        if (resolve(packed, DateOrder.MONTH_FIRST) == BAD) {
            return 1;
        }
        return resolve(packed, DateOrder.DAY_FIRST) == BAD ? -1 : 0;
    }

    /** The day of a packed date in a known order, or {@link #BAD}; other values as they are. */
    static int resolve(int value, @Nullable DateOrder order) {
        if (value < PACKED) {
            return value;
        }
        int a = value >> 17 & 31;
        int b = value >> 12 & 31;
        int year = value & 0xFFF;
        return order == DateOrder.DAY_FIRST ? day(year, b, a) : day(year, a, b);
    }

    /** A packed date as it stood in the file, leading zeros aside. */
    static String text(int packed) {
        char separator = (packed & DASHED_BIT) != 0 ? '-' : '/';
        int year = packed & 0xFFF;
        String shown = (packed & SHORT_BIT) != 0 ? String.format(Locale.ROOT, "%02d", year % 100) : "" + year;
        return "" + (packed >> 17 & 31) + separator + (packed >> 12 & 31) + separator + shown;
    }
}
