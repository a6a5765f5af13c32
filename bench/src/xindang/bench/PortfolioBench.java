package xindang.bench;

import baseline.Clock;
import baseline.Portfolio;
import baseline.PortfolioFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;
import xindang.engine.receivable.IssuedWindows;
import xindang.engine.receivable.PaymentTrend;
import xindang.engine.receivable.ReceivableColumns;

/**
 * Our side of P7: {@code PortfolioBench DIR warmups reps}. Loads the portfolio into {@link ReceivableColumns}, measures
 * every account with {@link AccountMeasures} on all processors, and keeps per account what the anchor's query returns.
 */
public final class PortfolioBench {

    private static final int BUCKETS = AgeingSchedule.STANDARD.buckets();
    private static final int AS_OF = ReceivableColumns.day(Portfolio.FIRST_DAY) + Portfolio.AS_OF;

    private final ReceivableColumns rows;
    private final long[] limit;

    // The result, as the anchor's table holds it; reused, as a service would.
    private final long[] amount;
    private final int[] oldest;
    private final double[] lateMean;
    private final double[] dso;
    private final double[] utilisation;

    private PortfolioBench(ReceivableColumns rows, long[] limit) {
        this.rows = rows;
        this.limit = limit;
        int accounts = rows.accounts();
        amount = new long[accounts * BUCKETS];
        oldest = new int[accounts];
        lateMean = new double[accounts];
        dso = new double[accounts];
        utilisation = new double[accounts];
    }

    /** Loads and measures. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var loading = new Clock();
        PortfolioFile file = PortfolioFile.read(Path.of(args[0]));
        var bench = new PortfolioBench(columns(file), file.limit());
        System.out.printf(Locale.ROOT, "loaded and clustered in %.2f s%n", loading.seconds());
        var first = new Clock();
        bench.measure();
        System.out.printf(Locale.ROOT, "first, cold run %.3f s%n", first.seconds());
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            bench.measure();
        }
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            var clock = new Clock();
            bench.measure();
            clock.sample("ours");
        }
        bench.control();
    }

    /** Every account, in ranges of as many rows as there are processors. */
    private void measure() throws InterruptedException {
        var threads = new Thread[Runtime.getRuntime().availableProcessors()];
        int from = 0;
        for (int k = 0; k < threads.length; k++) {
            int first = from;
            int end = k == threads.length - 1
                    ? rows.accounts()
                    : accountAt((long) rows.rows() * (k + 1) / threads.length);
            threads[k] = Thread.ofPlatform().start(() -> measure(first, end));
            from = end;
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private int accountAt(long row) {
        int low = 0;
        int high = rows.accounts();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.start(middle) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void measure(int from, int end) {
        var measures = new AccountMeasures(AgeingSchedule.STANDARD, AS_OF);
        var issued = new IssuedWindows();
        for (int account = from; account < end; account++) {
            measures.measure(rows, account, issued);
            long open = 0;
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                amount[account * BUCKETS + bucket] = measures.amount(bucket);
                open += measures.amount(bucket);
            }
            PaymentTrend.Collector paid = measures.trend();
            oldest[account] = measures.maxDaysPastDue();
            lateMean[account] = paid.count() == 0 ? 0 : (double) paid.daysLate() / paid.count();
            dso[account] = measures.issuedInYear() == 0 ? 0 : 365.0 * open / measures.issuedInYear();
            utilisation[account] = limit[account] == 0 ? 0 : (double) open / limit[account];
        }
    }

    private void control() {
        long open = 0;
        long overdue = 0;
        long slow = 0;
        double utilised = 0;
        int longest = 0;
        for (int account = 0; account < rows.accounts(); account++) {
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                long inBucket = amount[account * BUCKETS + bucket];
                open += inBucket;
                overdue += bucket == 0 ? 0 : inBucket;
            }
            slow += dso[account] > 90 && lateMean[account] > 10 ? 1 : 0;
            utilised += utilisation[account];
            longest = Math.max(longest, oldest[account]);
        }
        System.out.printf(
                Locale.ROOT,
                "control open=%d overdue=%d slow_customers=%d mean_util=%.6f oldest=%d%n",
                open,
                overdue,
                slow,
                utilised / rows.accounts(),
                longest);
    }

    /** Clusters the arrival order by customer (counting sort). */
    private static ReceivableColumns columns(PortfolioFile file) {
        int count = file.amount().length;
        int base = ReceivableColumns.day(Portfolio.FIRST_DAY);
        int[] start = new int[file.limit().length + 1];
        for (int customer : file.customer()) {
            start[customer + 1]++;
        }
        for (int c = 1; c < start.length; c++) {
            start[c] += start[c - 1];
        }
        int[] next = start.clone();
        int[] issued = new int[count];
        int[] due = new int[count];
        int[] settled = new int[count];
        long[] amount = new long[count];
        long[] settledAmount = new long[count];
        for (int i = 0; i < count; i++) {
            int row = next[file.customer()[i]]++;
            boolean isOpen = file.paid()[i] < 0;
            issued[row] = base + file.issued()[i];
            due[row] = base + file.due()[i];
            settled[row] = isOpen ? ReceivableColumns.NO_DATE : base + file.paid()[i];
            amount[row] = file.amount()[i];
            settledAmount[row] = isOpen ? 0 : file.amount()[i];
        }
        return new ReceivableColumns(start, issued, due, settled, amount, settledAmount, new byte[count]);
    }
}
