package xindang.engine.receivable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Payment behaviour (付款行为) of one customer at the end of one day, over all its accounts (STD-10: computed from the
 * ledger, nobody can type it).
 *
 * <p>Days over all rows; of the amount-weighted measures the worst currency counts, since amounts of two currencies are
 * never added. Means and shares have four decimals, half up.
 *
 * @param settled number of rows settled on a known day
 * @param late how many of them after the due day
 * @param averageDaysToSettle mean days from issue to settlement
 * @param averageDaysLate mean days late, early settlement counting as 0
 * @param averageDaysToDue mean days from the due day, negative when early
 * @param weightedDaysLate days late weighted by amount, settled rows and open rows past due; empty without history
 * @param lateShare late part of that amount, 0 to 1; empty without history
 * @param maxDaysPastDue longest days past due of an open row
 * @param overdueShare overdue part of the open debit amount, 0 to 1; 0 when nothing is open
 * @param trend whether the customer has become slower
 */
public record PaymentBehaviour(
        int settled,
        int late,
        Optional<BigDecimal> averageDaysToSettle,
        Optional<BigDecimal> averageDaysLate,
        Optional<BigDecimal> averageDaysToDue,
        Optional<BigDecimal> weightedDaysLate,
        Optional<BigDecimal> lateShare,
        int maxDaysPastDue,
        BigDecimal overdueShare,
        PaymentTrend trend) {

    private static final BigDecimal NONE = BigDecimal.valueOf(0, Quotient.DECIMALS);

    /** The behaviour shown by the accounts of one customer. */
    public static PaymentBehaviour of(List<AccountMeasures> accounts) {
        var days = new SettledDays();
        var trend = new PaymentTrend.Collector();
        Optional<BigDecimal> weighted = Optional.empty();
        Optional<BigDecimal> lateShare = Optional.empty();
        BigDecimal overdueShare = NONE;
        int longest = 0;
        for (AccountMeasures account : accounts) {
            days.addDays(account.settledDays());
            trend.add(account.trend());
            longest = Math.max(longest, account.maxDaysPastDue());
            weighted = worse(weighted, account.weightedDaysLate().mean());
            lateShare = worse(lateShare, lateShare(account));
            overdueShare = overdueShare.max(overdueShare(account));
        }
        return new PaymentBehaviour(
                days.settled(),
                days.late(),
                days.averageDaysToSettle(),
                days.averageDaysLate(),
                days.averageDaysToDue(),
                weighted,
                lateShare,
                longest,
                overdueShare,
                trend.trend());
    }

    /** Late part of the amount of an account's history; empty without history. */
    public static Optional<BigDecimal> lateShare(AccountMeasures account) {
        long whole = account.weightedDaysLate().weight();
        return whole == 0 ? Optional.empty() : Optional.of(Quotient.of(account.lateWeight(), whole));
    }

    /** Overdue part of an account's open debit amount; 0 when nothing is open. */
    public static BigDecimal overdueShare(AccountMeasures account) {
        return account.debit() == 0 ? NONE : Quotient.of(account.overdueDebit(), account.debit());
    }

    private static Optional<BigDecimal> worse(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        if (one.isEmpty()) {
            return other;
        }
        return other.isEmpty() ? one : Optional.of(one.get().max(other.get()));
    }
}
