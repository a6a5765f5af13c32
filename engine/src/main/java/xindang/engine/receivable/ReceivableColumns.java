package xindang.engine.receivable;

import java.time.LocalDate;

/**
 * Receivables (应收账款) of many accounts in columns, rows clustered by account, so that one account's measures are one
 * pass over neighbouring memory. An account is one customer in one currency; amounts are minor units of that currency.
 *
 * <p>One row is one invoice or one instalment. Days are epoch days, {@link #NO_DATE} where unknown. The arrays are the
 * storage itself, not copies: whoever builds this object hands them over and does not touch them again.
 */
public final class ReceivableColumns {

    /** Stands for a missing date in {@link #issued}, {@link #settled}; never in {@link #due}. */
    public static final int NO_DATE = Integer.MIN_VALUE;

    /** Mark bit: the item is disputed (有争议) and is not dunned. */
    public static final byte DISPUTED = 1;

    private final int[] accountStart;
    private final int[] issued;
    private final int[] due;
    private final int[] settled;
    private final long[] amount;
    private final long[] settledAmount;
    private final byte[] marks;

    /**
     * Takes over the columns.
     *
     * @param accountStart first row of each account, and the row count as last element
     * @param issued day of issue, {@code NO_DATE} = before any day
     * @param due due day
     * @param settled day of settlement, {@code NO_DATE} = not settled, or settled on an unknown day when
     *     {@code settledAmount} is not 0: such an amount counts as settled on every day
     * @param amount invoice amount, negative for a credit line (贷项)
     * @param settledAmount what was settled by {@code settled}; 0 = nothing
     * @param marks bits, see {@link #DISPUTED}
     * @throws IllegalArgumentException if the columns differ in length or the clusters do not cover them
     */
    public ReceivableColumns(
            int[] accountStart,
            int[] issued,
            int[] due,
            int[] settled,
            long[] amount,
            long[] settledAmount,
            byte[] marks) {
        int rows = amount.length;
        if (issued.length != rows
                || due.length != rows
                || settled.length != rows
                || settledAmount.length != rows
                || marks.length != rows) {
            throw new IllegalArgumentException("columns differ in length");
        }
        if (accountStart.length == 0 || accountStart[0] != 0 || accountStart[accountStart.length - 1] != rows) {
            throw new IllegalArgumentException("accounts do not cover the rows");
        }
        this.accountStart = accountStart;
        this.issued = issued;
        this.due = due;
        this.settled = settled;
        this.amount = amount;
        this.settledAmount = settledAmount;
        this.marks = marks;
    }

    /** Number of rows (invoices and instalments). */
    public int rows() {
        return amount.length;
    }

    /** Number of accounts (customer × currency). */
    public int accounts() {
        return accountStart.length - 1;
    }

    /** First row of an account; {@code start(account + 1)} is one behind its last row. */
    public int start(int account) {
        return accountStart[account];
    }

    /** Day of issue of a row as epoch day, or {@link #NO_DATE}. */
    public int issued(int row) {
        return issued[row];
    }

    /** Due day of a row as epoch day. */
    public int due(int row) {
        return due[row];
    }

    /** Day of settlement of a row as epoch day, or {@link #NO_DATE}. */
    public int settled(int row) {
        return settled[row];
    }

    /** Amount of a row in minor units. */
    public long amount(int row) {
        return amount[row];
    }

    /** Settled amount of a row in minor units, whatever its day. */
    public long settledAmount(int row) {
        return settledAmount[row];
    }

    /** Whether the row is disputed (有争议). */
    public boolean disputed(int row) {
        return (marks[row] & DISPUTED) != 0;
    }

    /** What is still open on a row at the end of day {@code asOf}; see {@link #open(int, int, long, long, int)}. */
    public long open(int row, int asOf) {
        return open(issued[row], settled[row], amount[row], settledAmount[row], asOf);
    }

    /**
     * What is still open at the end of a day: the amount less what was settled by then, nothing before the issue.
     * A settled amount of unknown day counts as settled on every day.
     */
    public static long open(int issued, int settled, long amount, long settledAmount, int asOf) {
        if (issued > asOf) {
            return 0;
        }
        return settled <= asOf ? Math.subtractExact(amount, settledAmount) : amount;
    }

    /** The epoch day of a date, as the columns hold it. */
    public static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
