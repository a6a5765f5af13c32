package xindang.engine.receivable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An amount-weighted mean of days, kept exactly: the sum of amount × days in 128 bits and the sum of amounts. Money
 * measures are never summed in floating point, and a 64-bit sum of products could overflow.
 */
public final class WeightedDays {

    private long high;
    private long low;
    private long weight;

    /** Adds days with the weight of an amount (minor units, not negative). */
    void add(long amount, int days) {
        weight = Math.addExact(weight, amount);
        plus(Math.multiplyHigh(amount, days), amount * days);
    }

    /** Adds all of another sum. */
    void add(WeightedDays other) {
        weight = Math.addExact(weight, other.weight);
        plus(other.high, other.low);
    }

    void clear() {
        high = 0;
        low = 0;
        weight = 0;
    }

    /** The sum of all weights in minor units. */
    public long weight() {
        return weight;
    }

    /** The mean with four decimals, half up; empty when nothing was weighed. */
    public Optional<BigDecimal> mean() {
        if (weight == 0) {
            return Optional.empty();
        }
        if (high == 0 && low >= 0) {
            return Optional.of(Quotient.of(low, weight));
        }
        return Optional.of(
                new BigDecimal(sum()).divide(BigDecimal.valueOf(weight), Quotient.DECIMALS, RoundingMode.HALF_UP));
    }

    /** The exact sum of amount × days. */
    BigInteger sum() {
        BigInteger unsignedLow = new BigInteger(Long.toUnsignedString(low));
        return BigInteger.valueOf(high).shiftLeft(64).add(unsignedLow);
    }

    private void plus(long addHigh, long addLow) {
        low += addLow;
        high += addHigh + (Long.compareUnsigned(low, addLow) < 0 ? 1 : 0);
    }
}
