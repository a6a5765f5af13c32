package xindang.engine.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A dimensionless factor (费率, 比率), kept exactly as given: a limit factor, a share, a rate per day.
 *
 * <p>Two rates are equal when they are numerically equal; {@code 0.50} equals {@code 0.5}.
 *
 * @param value the factor itself, not percent; trailing zeros are dropped
 */
public record Rate(BigDecimal value) implements Comparable<Rate> {

    /** The factor zero. */
    public static final Rate ZERO = new Rate(BigDecimal.ZERO);

    /** The factor one. */
    public static final Rate ONE = new Rate(BigDecimal.ONE);

    /** Normalises the scale, so that equality is numerical. */
    public Rate {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** Reads a plain decimal factor such as {@code "0.8"}. */
    public static Rate of(String decimal) {
        return new Rate(new BigDecimal(decimal));
    }

    /** Reads a percentage: {@code percent("80")} is the factor 0.8. */
    public static Rate percent(String percent) {
        return new Rate(new BigDecimal(percent).movePointLeft(2));
    }

    /** The quotient of two whole numbers with the given number of decimals, rounded as named; {@code whole} is not 0. */
    public static Rate ofParts(long part, long whole, int decimals, RoundingMode mode) {
        return new Rate(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, mode));
    }

    /** The product of two factors, exact. */
    public Rate times(Rate other) {
        return new Rate(value.multiply(other.value));
    }

    @Override
    public int compareTo(Rate other) {
        return value.compareTo(other.value);
    }

    /** The factor as a plain decimal without exponent. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
