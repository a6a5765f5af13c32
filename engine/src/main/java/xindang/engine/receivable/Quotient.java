package xindang.engine.receivable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Quotients with four decimals, half up: how every mean, share and number of days of this package is rounded. Ordinary
 * operands take a way without big numbers, because a portfolio asks for millions of them.
 */
final class Quotient {

    static final int DECIMALS = 4;

    private static final long UNIT = 10_000;

    private Quotient() {}

    /** {@code part / whole}; {@code whole} is above 0. */
    static BigDecimal of(long part, long whole) {
        if (Math.abs(part) > Long.MAX_VALUE / UNIT || part == Long.MIN_VALUE) {
            return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
        }
        long scaled = part * UNIT;
        long quotient = scaled / whole;
        long rest = Math.abs(scaled % whole);
        // rest / whole >= 1/2 without the overflow of doubling.
        if (rest >= whole - rest) {
            quotient += Long.signum(scaled);
        }
        return BigDecimal.valueOf(quotient, DECIMALS);
    }
}
