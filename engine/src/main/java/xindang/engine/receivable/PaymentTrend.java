package xindang.engine.receivable;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether a customer pays faster or slower than before (付款趋势): mean days late of what was settled in the last 90
 * days against the 275 days before, one year in all.
 *
 * @param recent mean days late of the last 90 days, four decimals; empty if nothing was settled then
 * @param earlier mean days late of the 275 days before; empty if nothing was settled then
 * @param recentInvoices number of rows behind {@code recent}
 * @param earlierInvoices number of rows behind {@code earlier}
 */
public record PaymentTrend(
        Optional<BigDecimal> recent, Optional<BigDecimal> earlier, int recentInvoices, int earlierInvoices) {

    /** Length of the recent window in days, the as-of day included. */
    public static final int RECENT = 90;

    /** Days by which the customer has become slower; negative when faster; empty if one of the windows is empty. */
    public Optional<BigDecimal> daysSlower() {
        return recent.flatMap(now -> earlier.map(now::subtract));
    }

    /** Adds up days late per window. */
    public static final class Collector {

        private int recentCount;
        private long recentDays;
        private int earlierCount;
        private long earlierDays;

        void add(int daysBack, int daysLate) {
            if (daysBack < RECENT) {
                recentCount++;
                recentDays += daysLate;
            } else if (daysBack < AccountMeasures.YEAR) {
                earlierCount++;
                earlierDays += daysLate;
            }
        }

        /** Adds another account's days, of any currency. */
        public void add(Collector other) {
            recentCount += other.recentCount;
            recentDays += other.recentDays;
            earlierCount += other.earlierCount;
            earlierDays += other.earlierDays;
        }

        void clear() {
            recentCount = 0;
            recentDays = 0;
            earlierCount = 0;
            earlierDays = 0;
        }

        /** Number of rows settled in the year. */
        public int count() {
            return recentCount + earlierCount;
        }

        /** Sum of their days late, early settlement counting as 0. */
        public long daysLate() {
            return recentDays + earlierDays;
        }

        /** The trend of what was added so far. */
        public PaymentTrend trend() {
            return new PaymentTrend(
                    SettledDays.mean(recentDays, recentCount),
                    SettledDays.mean(earlierDays, earlierCount),
                    recentCount,
                    earlierCount);
        }
    }
}
