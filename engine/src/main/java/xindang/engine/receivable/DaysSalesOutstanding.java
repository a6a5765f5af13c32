package xindang.engine.receivable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Days sales outstanding (DSO, 应收账款周转天数) of one currency at the end of one day, in its three kinds. Days with
 * four decimals, half up; empty where a figure is not defined.
 *
 * @param simple open amount ÷ amount issued in the 90 days ending on the day × 90
 * @param countBack days of sales the open amount covers, counted back in windows of 30 days, pro rata in the last;
 *     undefined when the open amount exceeds everything ever issued, or is a credit balance
 * @param bestPossible as {@code simple}, with the open amount that is not due
 */
public record DaysSalesOutstanding(
        Optional<BigDecimal> simple, Optional<BigDecimal> countBack, Optional<BigDecimal> bestPossible) {

    private static final int WINDOWS = 3;
    private static final int DECIMALS = 4;

    /** All three kinds from an open amount, its part not due, and what was issued; minor units of one currency. */
    public static DaysSalesOutstanding of(long open, long notDue, IssuedWindows issued) {
        return new DaysSalesOutstanding(
                simple(open, issued.issuedInLast(WINDOWS)),
                countBack(open, issued),
                simple(notDue, issued.issuedInLast(WINDOWS)));
    }

    /** Open amount ÷ amount issued in 90 days × 90; empty unless something was issued. */
    public static Optional<BigDecimal> simple(long open, long issuedIn90Days) {
        if (issuedIn90Days <= 0) {
            return Optional.empty();
        }
        return Optional.of(days(open, (long) WINDOWS * IssuedWindows.DAYS, issuedIn90Days));
    }

    /** The count-back method; see {@link #countBack}. */
    public static Optional<BigDecimal> countBack(long open, IssuedWindows issued) {
        if (open < 0 || issued.count() == 0) {
            return Optional.empty();
        }
        long rest = open;
        for (int window = 0; window < issued.count(); window++) {
            long sales = issued.issued(window);
            if (rest <= sales || rest == 0) {
                BigDecimal last = rest == 0 ? BigDecimal.ZERO : days(rest, IssuedWindows.DAYS, sales);
                return Optional.of(BigDecimal.valueOf((long) window * IssuedWindows.DAYS)
                        .add(last)
                        .setScale(DECIMALS, RoundingMode.HALF_UP));
            }
            // A window of net credits takes nothing away from the open amount; it only passes.
            rest -= Math.max(0, sales);
        }
        return Optional.empty();
    }

    private static BigDecimal days(long part, long length, long whole) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(length))
                .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
