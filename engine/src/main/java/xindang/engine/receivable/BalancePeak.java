package xindang.engine.receivable;

import java.util.Arrays;

/** The highest open balance (最高余额) of one account over the year ending on a day, one basis of a limit (LIM-10). */
public final class BalancePeak {

    private BalancePeak() {}

    /**
     * The highest balance at the end of any of the 365 days up to {@code asOf}, minor units, at least 0. Issues and
     * settlements of unknown day count from before the year.
     */
    public static long ofYear(ReceivableColumns rows, int account, int asOf) {
        int from = rows.start(account);
        int end = rows.start(account + 1);
        // Movements as (day, row, side) packed into one long, so that sorting needs no objects.
        long[] movements = new long[2 * (end - from)];
        int count = 0;
        int firstDay = asOf - AccountMeasures.YEAR + 1;
        for (int row = from; row < end; row++) {
            if (rows.issued(row) > asOf) {
                continue;
            }
            movements[count++] = packed(Math.max(rows.issued(row), firstDay - 1), row - from, 0);
            if (rows.settledAmount(row) != 0 && rows.settled(row) <= asOf) {
                movements[count++] = packed(Math.max(rows.settled(row), firstDay - 1), row - from, 1);
            }
        }
        Arrays.sort(movements, 0, count);
        long peak = 0;
        long balance = 0;
        for (int i = 0; i < count; i++) {
            int row = from + (int) (movements[i] >> 1 & Integer.MAX_VALUE);
            boolean settlement = (movements[i] & 1) != 0;
            balance = settlement
                    ? Math.subtractExact(balance, rows.settledAmount(row))
                    : Math.addExact(balance, rows.amount(row));
            boolean dayEnds = i + 1 == count || movements[i + 1] >> 32 != movements[i] >> 32;
            if (dayEnds) {
                peak = Math.max(peak, balance);
            }
        }
        return peak;
    }

    private static long packed(int day, int row, int side) {
        return (long) day << 32 | (long) row << 1 | side;
    }
}
