package xindang.intake;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts read straight from bytes: digits and a scale first, minor units once the row's currency is known. The plain
 * forms ({@code -1234.50}, {@code 1,234.50}) make no objects; everything else goes over a text.
 */
final class Amounts {

    /** Outcome of {@link #parse}. */
    enum Status {
        /** Read. */
        GOOD,
        /** Nothing there. */
        MISSING,
        /** A dash alone: accounting for zero, or nothing. */
        DASH,
        /** Not an amount. */
        BAD
    }

    /** Outcome of {@link #minor}: larger than any amount; excess decimals. */
    static final long TOO_LARGE = Long.MAX_VALUE;

    static final long EXCESS_DECIMALS = Long.MIN_VALUE;

    /** Largest amount in minor units, a tenth of what a {@code long} sums up to 92 times. */
    static final long LARGEST = 100_000_000_000_000_000L;

    private static final long[] POWERS = new long[19];
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d{1,20}(\\.\\d{0,20})?E[+-]?\\d{1,2}");
    private static final int LONGEST = 64;

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private long mantissa;
    private int scale;
    private int exponent;
    private boolean ownUnit;
    private boolean provesStyle;
    private int mark;

    /** Currency named in the cell last parsed, or a mark of {@link Currencies}. */
    int mark() {
        return mark;
    }

    /** Whether the cell last parsed can be read with this decimal sign only. */
    boolean provesStyle() {
        return provesStyle;
    }

    /** Reads a trimmed cell; {@code comma} = the decimal sign of the column is a comma. */
    Status parse(byte[] b, int s, int e, boolean comma) {
        mark = Currencies.NONE;
        exponent = 0;
        ownUnit = false;
        provesStyle = false;
        if (s == e) {
            return Status.MISSING;
        }
        boolean negative = b[s] == '-';
        byte decimal = (byte) (comma ? ',' : '.');
        byte group = (byte) (comma ? '.' : ',');
        long value = 0;
        int digits = 0;
        int point = -1;
        int grouped = -1;
        for (int p = negative ? s + 1 : s; p < e; p++) {
            int digit = b[p] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digits++;
            } else if (b[p] == decimal && point < 0 && (grouped < 0 || digits - grouped == 3)) {
                point = digits;
            } else if (b[p] == group
                    && point < 0
                    && digits > 0
                    && (grouped < 0 ? digits <= 3 : digits - grouped == 3)) {
                grouped = digits;
            } else {
                return odd(b, s, e, comma);
            }
        }
        if (digits == 0 || digits > 18 || (grouped >= 0 && point < 0 && digits - grouped != 3)) {
            return odd(b, s, e, comma);
        }
        mantissa = negative ? -value : value;
        scale = point < 0 ? 0 : digits - point;
        // One sign with three digits behind it could as well be the other kind; anything else is proof.
        provesStyle = point >= 0 && (grouped >= 0 || scale != 3);
        return Status.GOOD;
    }

    /** The amount last parsed in minor units, its own unit and that of the header applied. */
    long minor(int currencyDigits, int headerExponent) {
        int shift = currencyDigits + (ownUnit ? exponent : headerExponent) - scale;
        if (shift >= 0) {
            if (shift > 18 && mantissa != 0) {
                return TOO_LARGE;
            }
            long power = POWERS[Math.min(shift, 18)];
            long most = LARGEST / power;
            return mantissa > most || mantissa < -most ? TOO_LARGE : mantissa * power;
        }
        if (shift < -18) {
            return mantissa == 0 ? 0 : EXCESS_DECIMALS;
        }
        long power = POWERS[-shift];
        long minor = mantissa / power;
        if (minor * power != mantissa) {
            return EXCESS_DECIMALS;
        }
        return minor > LARGEST || minor < -LARGEST ? TOO_LARGE : minor;
    }

    /** Signs, brackets, currency and unit around the number; full-width forms; blanks as group sign; 1.2E3. */
    private Status odd(byte[] b, int s, int e, boolean comma) {
        if (e - s > 4 * LONGEST) {
            return Status.BAD;
        }
        String text = Cells.plain(Cells.text(b, s, e)).toUpperCase(Locale.ROOT);
        if (Cells.missing(text)) {
            return text.startsWith("-") || text.startsWith("—") ? Status.DASH : Status.MISSING;
        }
        int first = 0;
        while (first < text.length() && !Character.isDigit(text.charAt(first))) {
            first++;
        }
        int last = text.length();
        while (last > first && !Character.isDigit(text.charAt(last - 1))) {
            last--;
        }
        if (first == last || text.length() > LONGEST) {
            return Status.BAD;
        }
        char decimal = comma ? ',' : '.';
        if (first > 0 && text.charAt(first - 1) == decimal) {
            first--;
        }
        if (last < text.length() && text.charAt(last) == decimal) {
            last++;
        }
        return around(text.substring(0, first), text.substring(last))
                ? core(text.substring(first, last), decimal, isNegative(text.substring(0, first), text.substring(last)))
                : Status.BAD;
    }

    private static boolean isNegative(String before, String after) {
        return before.indexOf('-') >= 0 || after.indexOf('-') >= 0 || before.indexOf('(') >= 0 || after.endsWith("CR");
    }

    /** Reads what stands before and behind the number; false if it is not understood. */
    private boolean around(String before, String after) {
        String all = before + " " + after;
        boolean bracket = before.indexOf('(') >= 0;
        int minus = count(all, '-') + (bracket ? 1 : 0) + (after.endsWith("CR") ? 1 : 0);
        if (minus + count(all, '+') > 1 || count(before, '(') != count(after, ')') || count(all, '(') > 1) {
            return false;
        }
        String rest = all.replace('-', ' ')
                .replace('+', ' ')
                .replace('(', ' ')
                .replace(')', ' ')
                .strip();
        rest = rest.endsWith("CR") || rest.endsWith("DR")
                ? rest.substring(0, rest.length() - 2).strip()
                : rest;
        rest = rest.endsWith("整") ? rest.substring(0, rest.length() - 1).strip() : rest;
        if (rest.isEmpty()) {
            return true;
        }
        Unit unit = Unit.parse(rest);
        if (unit == null) {
            return false;
        }
        exponent = unit.exponent();
        mark = unit.currency();
        // 5000元 below 金额(万元) is 5000; a mere sign or code of a currency says nothing of the unit.
        ownUnit = exponent != 0 || rest.endsWith("元") || rest.endsWith("圆");
        return true;
    }

    private static int count(String text, char c) {
        return (int) text.chars().filter(x -> x == c).count();
    }

    private Status core(String number, char decimal, boolean negative) {
        BigDecimal value = SCIENTIFIC.matcher(number).matches() ? new BigDecimal(number) : grouped(number, decimal);
        if (value == null) {
            return Status.BAD;
        }
        BigDecimal shortest = value.stripTrailingZeros();
        if (shortest.precision() > 18) {
            // More digits than any amount has: an integer part too long, or a fraction nobody may round here.
            boolean large = shortest.precision() - shortest.scale() > 18;
            mantissa = 1;
            scale = large ? -40 : 40;
            return Status.GOOD;
        }
        mantissa = negative
                ? -shortest.unscaledValue().longValueExact()
                : shortest.unscaledValue().longValueExact();
        scale = shortest.scale();
        int point = number.indexOf(decimal);
        provesStyle = point >= 0 && number.length() - point - 1 != 3;
        return Status.GOOD;
    }

    /** Group signs are a comma (or point), a blank or an apostrophe, one kind in a number, three digits in a group. */
    private static @Nullable BigDecimal grouped(String number, char decimal) {
        int point = number.indexOf(decimal);
        String whole = point < 0 ? number : number.substring(0, point);
        String fraction = point < 0 ? "" : number.substring(point + 1);
        if (!fraction.chars().allMatch(c -> c >= '0' && c <= '9') || (whole.isEmpty() && fraction.isEmpty())) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        char group = 0;
        int inGroup = 0;
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                inGroup++;
                continue;
            }
            boolean sign = c == (decimal == '.' ? ',' : '.') || c == ' ' || c == '\'' || c == '’';
            if (!sign || (group != 0 && (group != c || inGroup != 3)) || inGroup == 0 || inGroup > 3) {
                return null;
            }
            group = c;
            inGroup = 0;
        }
        if (group != 0 && inGroup != 3) {
            return null;
        }
        return new BigDecimal((digits.isEmpty() ? "0" : digits) + (fraction.isEmpty() ? "" : "." + fraction));
    }
}
