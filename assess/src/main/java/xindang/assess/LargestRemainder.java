package xindang.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds the parts of a whole so that they add up to the rounded whole (最大余数法, Hare–Niemeyer): every part is rounded down,
 * and what the whole still lacks goes, one unit each, to the parts that lost most. No part is a unit or more away from its
 * exact value, and a part that is whole already stays as it is.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /** The sum of the parts, rounded half up: what {@link #round} adds up to. */
    static long whole(List<BigDecimal> parts) {
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Whole numbers in the order of the parts; of parts that lost the same the earlier one gains. */
    static long[] round(List<BigDecimal> parts) {
        long[] rounded = parts.stream()
                .mapToLong(part -> part.setScale(0, RoundingMode.FLOOR).longValueExact())
                .toArray();
        long lacking = whole(parts);
        for (long part : rounded) {
            lacking = Math.subtractExact(lacking, part);
        }
        IntStream.range(0, rounded.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i).subtract(BigDecimal.valueOf(rounded[i])))
                        .reversed())
                .limit(lacking)
                .forEach(i -> rounded[i]++);
        return rounded;
    }
}
