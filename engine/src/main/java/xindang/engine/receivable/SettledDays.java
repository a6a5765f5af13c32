package xindang.engine.receivable;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Counts and sums of days over settled rows (已结清): how long settlement took and how it stood to the due day. Credit
 * lines are left out. All means have four decimals, half up, and are empty when there is nothing to average.
 */
public final class SettledDays {

    private int settled;
    private int late;
    private long lateAmount;
    private long daysLate;
    private long daysToDue;
    private int withIssue;
    private long daysToSettle;

    void add(int issued, int due, int settledOn, long amount) {
        settled++;
        int toDue = settledOn - due;
        daysToDue += toDue;
        if (toDue > 0) {
            late++;
            lateAmount = Math.addExact(lateAmount, amount);
            daysLate += toDue;
        }
        if (issued != ReceivableColumns.NO_DATE) {
            withIssue++;
            daysToSettle += settledOn - issued;
        }
    }

    void add(SettledDays other) {
        addDays(other);
        lateAmount = Math.addExact(lateAmount, other.lateAmount);
    }

    /** Adds counts and days of a sum of another currency; amounts stay apart. */
    public void addDays(SettledDays other) {
        settled += other.settled;
        late += other.late;
        daysLate += other.daysLate;
        daysToDue += other.daysToDue;
        withIssue += other.withIssue;
        daysToSettle += other.daysToSettle;
    }

    void clear() {
        settled = 0;
        late = 0;
        lateAmount = 0;
        daysLate = 0;
        daysToDue = 0;
        withIssue = 0;
        daysToSettle = 0;
    }

    /** Number of settled rows. */
    public int settled() {
        return settled;
    }

    /** Number of rows settled after their due day. */
    public int late() {
        return late;
    }

    /** Amount of the rows settled after their due day, minor units. */
    public long lateAmount() {
        return lateAmount;
    }

    /** Mean days from issue to settlement, over rows whose issue is known. */
    public Optional<BigDecimal> averageDaysToSettle() {
        return mean(daysToSettle, withIssue);
    }

    /** Mean days late, early settlement counting as 0. */
    public Optional<BigDecimal> averageDaysLate() {
        return mean(daysLate, settled);
    }

    /** Mean days from the due day to settlement, negative when early. */
    public Optional<BigDecimal> averageDaysToDue() {
        return mean(daysToDue, settled);
    }

    static Optional<BigDecimal> mean(long sum, int count) {
        return count == 0 ? Optional.empty() : Optional.of(Quotient.of(sum, count));
    }
}
