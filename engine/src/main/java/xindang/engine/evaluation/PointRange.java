package xindang.engine.evaluation;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fewest and most points a characteristic can give, in ten-thousandths, over all values its attributes take. Worked out
 * exactly, so that the fast path needs no overflow checks.
 */
record PointRange(long fewest, long most) {

    private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE / 2);

    /** The range; {@code null} when a straight line leaves the numbers that can be computed. */
    static @Nullable PointRange of(List<Attribute> attributes, Reading reading) {
        PointRange all = null;
        for (int i = 0; i < reading.outcomes().size(); i++) {
            int outcome = reading.outcomes().get(i);
            if (outcome < 0) {
                continue;
            }
            PointRange one = of(attributes.get(outcome).points(), reading, i);
            if (one == null) {
                return null;
            }
            all = all == null ? one : all.with(one);
        }
        return all == null ? new PointRange(0, 0) : all;
    }

    private static @Nullable PointRange of(Points points, Reading reading, int band) {
        return switch (points) {
            case Points.Fixed(var fixed) -> new PointRange(fixed.raw(), fixed.raw());
            case Points.Linear line -> {
                if (reading.starts().isEmpty()
                        || !computable(line, reading.starts().get(band), reading.end(band))) {
                    yield null;
                }
                long low = at(
                        line.base().raw(), line.slope().raw(), reading.starts().get(band));
                long high = at(line.base().raw(), line.slope().raw(), reading.end(band));
                yield new PointRange(Math.min(low, high), Math.max(low, high));
            }
        };
    }

    /** Points of a straight line at a value; all in ten-thousandths. */
    static long at(long base, long slope, long value) {
        return Measure.divideHalfUp(base * Measure.UNIT + slope * value, Measure.UNIT);
    }

    private static boolean computable(Points.Linear line, long first, long last) {
        BigInteger farthest = BigInteger.valueOf(Math.max(Math.abs(first), Math.abs(last)));
        BigInteger product = BigInteger.valueOf(line.slope().raw()).abs().multiply(farthest);
        BigInteger base = BigInteger.valueOf(line.base().raw()).abs().multiply(BigInteger.valueOf(Measure.UNIT));
        return product.add(base).compareTo(LARGEST_LONG) <= 0;
    }

    private PointRange with(PointRange other) {
        return new PointRange(Math.min(fewest, other.fewest), Math.max(most, other.most));
    }
}
