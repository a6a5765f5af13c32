package xindang.intake;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import xindang.engine.receivable.ReceivableColumns;

/** First and last days of a ledger, and proof that its amounts can be added up, found in one pass by several threads. */
final class Extent {

    private static final int ACCOUNTS_AT_A_TIME = 4_096;

    /** {@link Integer#MAX_VALUE} without any day of issue. */
    int firstIssued = Integer.MAX_VALUE;

    int lastIssued = ReceivableColumns.NO_DATE;
    int lastSettled = ReceivableColumns.NO_DATE;
    /** Rows with a settled amount but no day of settlement. */
    int undated;

    private final long[] sums = new long[Short.MAX_VALUE];

    /**
     * Measures a ledger.
     *
     * @throws IntakeProblem if the sum of a currency could pass what a long holds, whatever is added up later
     */
    static Extent of(Columns columns, Merge merge, int threads) {
        Extent whole = new Extent();
        AtomicInteger next = new AtomicInteger();
        try {
            Run.parallel(columns.rows < 100_000 ? 1 : threads, () -> {
                Extent part = new Extent();
                for (int a = next.getAndAdd(ACCOUNTS_AT_A_TIME); a < merge.accounts(); ) {
                    part.add(columns, merge, a, Math.min(merge.accounts(), a + ACCOUNTS_AT_A_TIME));
                    a = next.getAndAdd(ACCOUNTS_AT_A_TIME);
                }
                whole.add(part);
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return whole;
    }

    private void add(Columns columns, Merge merge, int from, int to) {
        for (int account = from; account < to; account++) {
            short currency = merge.accountCurrency(account);
            for (int row = columns.accountStart[account]; row < columns.accountStart[account + 1]; row++) {
                days(columns.issued[row], columns.settled[row]);
                if (columns.settledAmount[row] != 0 && columns.settled[row] == ReceivableColumns.NO_DATE) {
                    undated++;
                }
                sum(currency, Math.max(Math.abs(columns.amount[row]), Math.abs(columns.settledAmount[row])));
            }
        }
    }

    private void days(int issued, int settled) {
        if (issued != ReceivableColumns.NO_DATE) {
            firstIssued = Math.min(firstIssued, issued);
            lastIssued = Math.max(lastIssued, issued);
        }
        lastSettled = Math.max(lastSettled, settled);
    }

    private void sum(int currency, long more) {
        // One row is at most 2 · 10^17 and a sum so far not negative, so it cannot pass Long.MAX_VALUE unseen.
        sums[currency] += more;
        if (sums[currency] < 0) {
            throw new IntakeProblem(
                    IntakeProblem.Code.TOTAL_TOO_LARGE,
                    Map.of("currency", Currencies.at(currency).getCurrencyCode()));
        }
    }

    private synchronized void add(Extent part) {
        firstIssued = Math.min(firstIssued, part.firstIssued);
        lastIssued = Math.max(lastIssued, part.lastIssued);
        lastSettled = Math.max(lastSettled, part.lastSettled);
        undated += part.undated;
        for (int currency = 0; currency < sums.length; currency++) {
            sum(currency, part.sums[currency]);
        }
    }
}
