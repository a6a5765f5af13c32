package xindang.engine.receivable;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import xindang.engine.money.Money;

/**
 * One receivable (应收款): an invoice or one instalment of it, as a single object. The columns of {@link
 * ReceivableColumns} hold the same facts for millions; both ask the same static rules.
 *
 * @param issued day of issue; empty = before any day
 * @param due due day
 * @param settled day on which {@code settledAmount} was settled; empty = unknown day, counts on every day
 * @param amount amount of the invoice, negative for a credit line (贷项)
 * @param settledAmount what was settled, zero if nothing
 * @param disputed whether it is disputed (有争议)
 */
public record Receivable(
        Optional<LocalDate> issued,
        LocalDate due,
        Optional<LocalDate> settled,
        Money amount,
        Money settledAmount,
        boolean disputed) {

    /** What is open (未清) at the end of a day; zero before the issue. */
    public Money open(LocalDate asOf) {
        return new Money(
                currency(),
                ReceivableColumns.open(
                        day(issued), day(settled), amount.minor(), settledAmount.minor(), ReceivableColumns.day(asOf)));
    }

    /** Days past due (逾期天数) of whatever is open: 0 on the due day itself and before. */
    public int daysPastDue(LocalDate asOf) {
        return daysPastDue(ReceivableColumns.day(due), ReceivableColumns.day(asOf));
    }

    /** Whether the whole amount was settled on a known day up to {@code asOf}. A credit line never counts. */
    public boolean settledBy(LocalDate asOf) {
        return settledBy(day(issued), day(settled), amount.minor(), settledAmount.minor(), ReceivableColumns.day(asOf));
    }

    /** The currency of the receivable. */
    public Currency currency() {
        return amount.currency();
    }

    /** Days from the due day to {@code asOf}, at least 0: due today is not overdue. */
    public static int daysPastDue(int due, int asOf) {
        return Math.max(0, asOf - due);
    }

    /** The rule of {@link #settledBy(LocalDate)} over epoch days and minor units. */
    public static boolean settledBy(int issued, int settled, long amount, long settledAmount, int asOf) {
        return issued <= asOf
                && settled != ReceivableColumns.NO_DATE
                && settled <= asOf
                && amount > 0
                && settledAmount >= amount;
    }

    private static int day(Optional<LocalDate> date) {
        return date.map(ReceivableColumns::day).orElse(ReceivableColumns.NO_DATE);
    }
}
