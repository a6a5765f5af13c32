package xindang.engine.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number a scorecard reads or gives (指标值, 得分): a decimal with exactly four digits, held in ten-thousandths.
 *
 * <p>What a record shows is exactly what decided: there are no hidden digits behind the fourth. Absolute values stay at
 * or below 100,000,000,000, so that sums and products of a checked card cannot overflow.
 *
 * @param raw the number in ten-thousandths
 */
public record Measure(long raw) implements Comparable<Measure> {

    /** The largest absolute value, in ten-thousandths. */
    public static final long MAX_RAW = 1_000_000_000_000_000L;

    /** The number zero. */
    public static final Measure ZERO = new Measure(0);

    static final long UNIT = 10_000;

    private static final int DIGITS = 4;
    private static final int LONGEST_TEXT = 64;

    /** Refuses numbers beyond {@link #MAX_RAW}. */
    public Measure {
        if (raw > MAX_RAW || raw < -MAX_RAW) {
            throw new IllegalArgumentException("beyond 100000000000: " + raw + " ten-thousandths");
        }
    }

    /** Rounds a decimal to four digits, half up (四舍五入, away from zero); refuses absolute values above 10^11. */
    public static Measure of(BigDecimal number) {
        // The precision test comes first: setScale of 1e999999999 would build a number of a billion digits.
        if (number.precision() - (long) number.scale() > 12) {
            throw new IllegalArgumentException("beyond 100000000000: " + number);
        }
        if ((long) number.precision() - number.scale() < -DIGITS) {
            return ZERO;
        }
        return new Measure(
                number.setScale(DIGITS, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    /**
     * Reads a decimal such as {@code "12.5"} and rounds it half up to four digits.
     *
     * @throws NumberFormatException if the text is no decimal or longer than 64 characters
     * @throws IllegalArgumentException if the number is beyond 10^11
     */
    public static Measure of(String decimal) {
        if (decimal.length() > LONGEST_TEXT) {
            throw new NumberFormatException("longer than " + LONGEST_TEXT + " characters");
        }
        return of(new BigDecimal(decimal));
    }

    /** A whole number. */
    public static Measure of(long whole) {
        return new Measure(Math.multiplyExact(whole, UNIT));
    }

    /** The number as a decimal with four digits. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(raw, DIGITS);
    }

    /** The shortest plain text: {@code "12.5"}, {@code "0"}, {@code "-3"}. */
    public String text() {
        return raw == 0 ? "0" : decimal().stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Measure other) {
        return Long.compare(raw, other.raw);
    }

    @Override
    public String toString() {
        return text();
    }

    /** Quotient of two whole numbers, rounded half up (ties away from zero); {@code divisor} is positive. */
    static long divideHalfUp(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long rest = Math.abs(dividend % divisor);
        return rest >= divisor - rest ? quotient + Long.signum(dividend) : quotient;
    }
}
