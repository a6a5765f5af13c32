package xindang.engine.receivable;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The measures of one account (customer × currency) at the end of one day, collected in one pass over its rows: ageing,
 * what was settled late, and what the payment behaviour and the limit formulas need. Amounts are minor units of the
 * account's currency.
 *
 * <p>A mutable collector by design: one object serves a million accounts, see {@link #measure}. Several accounts of one
 * currency are added up with {@link #add(AccountMeasures)}. Nothing dated after the day is used, except by {@link
 * #invoices()}, {@link #total()} and {@link #disputed()}, which describe the ledger as it stands.
 */
public final class AccountMeasures {

    /** Days of the year of sales (the last 365 days, the as-of day included). */
    public static final int YEAR = 365;

    private final AgeingSchedule schedule;
    private final int asOf;

    private final int[] bucketCount;
    private final long[] bucketAmount;
    private final WeightedDays weightedDaysLate = new WeightedDays();
    private final PaymentTrend.Collector trend = new PaymentTrend.Collector();
    private final SettledDays settledDays = new SettledDays();

    private int invoices;
    private long total;
    private int disputed;
    private int openDisputed;
    private long debit;
    private long overdueDebit;
    private int maxDaysPastDue;
    private int overdueInvoices;
    private long lateWeight;
    private int dated;
    private long issuedInYear;
    private int invoicesInYear;
    private long termDays;
    private int terms;

    /** An empty collector for a schedule and a day (epoch day). */
    public AccountMeasures(AgeingSchedule schedule, int asOf) {
        this.schedule = schedule;
        this.asOf = asOf;
        this.bucketCount = new int[schedule.buckets()];
        this.bucketAmount = new long[schedule.buckets()];
    }

    /**
     * Collects one account anew; what was collected before is forgotten.
     *
     * @param issued where to add up the amounts issued per window, one per currency; {@code null} = nobody asks
     * @throws ArithmeticException if a sum exceeds what fits a long
     */
    public void measure(ReceivableColumns rows, int account, @Nullable IssuedWindows issued) {
        clear();
        int end = rows.start(account + 1);
        for (int row = rows.start(account); row < end; row++) {
            add(
                    rows.issued(row),
                    rows.due(row),
                    rows.settled(row),
                    rows.amount(row),
                    rows.settledAmount(row),
                    rows.disputed(row),
                    issued);
        }
    }

    private void add(
            int issued,
            int due,
            int settled,
            long amount,
            long settledAmount,
            boolean isDisputed,
            @Nullable IssuedWindows windows) {
        invoices++;
        total = Math.addExact(total, amount);
        if (isDisputed) {
            disputed++;
        }
        if (issued > asOf) {
            return;
        }
        if (issued != ReceivableColumns.NO_DATE) {
            addIssued(asOf - issued, due - issued, amount, windows);
        }
        long open = ReceivableColumns.open(issued, settled, amount, settledAmount, asOf);
        if (open != 0) {
            addOpen(due, open, isDisputed);
        }
        if (Receivable.settledBy(issued, settled, amount, settledAmount, asOf)) {
            addSettled(issued, due, settled, amount);
        }
    }

    private void addIssued(int daysBack, int term, long amount, @Nullable IssuedWindows windows) {
        dated++;
        if (windows != null) {
            windows.add(daysBack, amount);
        }
        if (daysBack < YEAR) {
            issuedInYear = Math.addExact(issuedInYear, amount);
            if (amount > 0) {
                invoicesInYear++;
                termDays += term;
                terms++;
            }
        }
    }

    private void addOpen(int due, long open, boolean isDisputed) {
        int days = Receivable.daysPastDue(due, asOf);
        int bucket = schedule.bucketOf(days);
        bucketCount[bucket]++;
        bucketAmount[bucket] = Math.addExact(bucketAmount[bucket], open);
        if (isDisputed) {
            openDisputed++;
        }
        if (open < 0) {
            // A credit line reduces its bucket; it is never late.
            return;
        }
        debit = Math.addExact(debit, open);
        if (days > 0) {
            overdueInvoices++;
            overdueDebit = Math.addExact(overdueDebit, open);
            maxDaysPastDue = Math.max(maxDaysPastDue, days);
            lateWeight = Math.addExact(lateWeight, open);
            weightedDaysLate.add(open, days);
        }
    }

    private void addSettled(int issued, int due, int settled, long amount) {
        int daysLate = Math.max(0, settled - due);
        if (daysLate > 0) {
            lateWeight = Math.addExact(lateWeight, amount);
        }
        weightedDaysLate.add(amount, daysLate);
        settledDays.add(issued, due, settled, amount);
        trend.add(asOf - settled, daysLate);
    }

    /** Adds the measures of another account of the same currency, schedule and day. */
    public void add(AccountMeasures other) {
        for (int bucket = 0; bucket < bucketCount.length; bucket++) {
            bucketCount[bucket] += other.bucketCount[bucket];
            bucketAmount[bucket] = Math.addExact(bucketAmount[bucket], other.bucketAmount[bucket]);
        }
        weightedDaysLate.add(other.weightedDaysLate);
        trend.add(other.trend);
        settledDays.add(other.settledDays);
        invoices += other.invoices;
        total = Math.addExact(total, other.total);
        disputed += other.disputed;
        openDisputed += other.openDisputed;
        debit = Math.addExact(debit, other.debit);
        overdueDebit = Math.addExact(overdueDebit, other.overdueDebit);
        maxDaysPastDue = Math.max(maxDaysPastDue, other.maxDaysPastDue);
        overdueInvoices += other.overdueInvoices;
        lateWeight = Math.addExact(lateWeight, other.lateWeight);
        dated += other.dated;
        issuedInYear = Math.addExact(issuedInYear, other.issuedInYear);
        invoicesInYear += other.invoicesInYear;
        termDays += other.termDays;
        terms += other.terms;
    }

    private void clear() {
        Arrays.fill(bucketCount, 0);
        Arrays.fill(bucketAmount, 0);
        weightedDaysLate.clear();
        trend.clear();
        settledDays.clear();
        invoices = 0;
        total = 0;
        disputed = 0;
        openDisputed = 0;
        debit = 0;
        overdueDebit = 0;
        maxDaysPastDue = 0;
        overdueInvoices = 0;
        lateWeight = 0;
        dated = 0;
        issuedInYear = 0;
        invoicesInYear = 0;
        termDays = 0;
        terms = 0;
    }

    /** Number of rows of the account in the ledger. */
    public int invoices() {
        return invoices;
    }

    /** Sum of all amounts of the account in the ledger. */
    public long total() {
        return total;
    }

    /** Number of disputed rows in the ledger. */
    public int disputed() {
        return disputed;
    }

    /** Number of disputed rows still open. */
    public int openDisputed() {
        return openDisputed;
    }

    /** The schedule the buckets follow. */
    public AgeingSchedule schedule() {
        return schedule;
    }

    /** Number of open rows in a bucket. */
    public int count(int bucket) {
        return bucketCount[bucket];
    }

    /** Open amount in a bucket (账龄段金额), credit lines deducted. */
    public long amount(int bucket) {
        return bucketAmount[bucket];
    }

    /** Open amount (未清金额), credit lines deducted. */
    public long open() {
        return notDue() + overdue();
    }

    /** Number of open rows. */
    public int openCount() {
        int count = 0;
        for (int inBucket : bucketCount) {
            count += inBucket;
        }
        return count;
    }

    /** Open amount that is not due, credit lines deducted. */
    public long notDue() {
        return bucketAmount[0];
    }

    /** Open amount past due (逾期金额), credit lines deducted. */
    public long overdue() {
        long sum = 0;
        for (int bucket = 1; bucket < bucketAmount.length; bucket++) {
            sum = Math.addExact(sum, bucketAmount[bucket]);
        }
        return sum;
    }

    /** Open amount of debit rows alone. */
    public long debit() {
        return debit;
    }

    /** Open amount of debit rows past due. */
    public long overdueDebit() {
        return overdueDebit;
    }

    /** Number of open debit rows past due. */
    public int overdueInvoices() {
        return overdueInvoices;
    }

    /** The longest days past due of an open debit row (最长逾期天数). */
    public int maxDaysPastDue() {
        return maxDaysPastDue;
    }

    /** Days late weighted by amount, over settled rows and open rows past due; see design §9. */
    public WeightedDays weightedDaysLate() {
        return weightedDaysLate;
    }

    /** The amount, of what {@link #weightedDaysLate} weighs, that was or is late. */
    public long lateWeight() {
        return lateWeight;
    }

    /** Counts and sums of days over settled rows. */
    public SettledDays settledDays() {
        return settledDays;
    }

    /** Days late of the last quarter against those of the three before. */
    public PaymentTrend.Collector trend() {
        return trend;
    }

    /** Number of rows whose day of issue is known; without any, nothing is known of the sales. */
    public int dated() {
        return dated;
    }

    /** Amount issued in the last 365 days, credit lines deducted. */
    public long issuedInYear() {
        return issuedInYear;
    }

    /** Number of debit rows issued in the last 365 days. */
    public int invoicesInYear() {
        return invoicesInYear;
    }

    /** The mean term in days of what was issued in the last 365 days, rounded down; -1 if nothing was. */
    public int usualTermDays() {
        return terms == 0 ? -1 : (int) Math.max(0, termDays / terms);
    }
}
