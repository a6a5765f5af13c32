package xindang.engine.receivable;

import java.util.Arrays;

/**
 * Amounts issued (开票额) per window of 30 days counted back from the as-of day, which belongs to the first window. One
 * currency; minor units. The basis of every days-sales-outstanding figure.
 */
public final class IssuedWindows {

    /** Length of a window in days. */
    public static final int DAYS = 30;

    /** Two hundred years of windows: an older date would be an error of the reader, not of this sum. */
    private static final int MOST = 200 * 366 / DAYS;

    private long[] windows = new long[16];
    private int used;

    /** Adds an amount issued so many days before the as-of day (0 = on the day). */
    public void add(int daysBack, long amount) {
        int window = Math.min(daysBack / DAYS, MOST);
        if (window >= windows.length) {
            windows = Arrays.copyOf(windows, Math.max(window + 1, windows.length * 2));
        }
        windows[window] = Math.addExact(windows[window], amount);
        used = Math.max(used, window + 1);
    }

    /** Adds all of another currency-equal sum. */
    public void add(IssuedWindows other) {
        for (int window = 0; window < other.used; window++) {
            add(window * DAYS, other.windows[window]);
        }
    }

    /** Number of windows back to the oldest issue. */
    public int count() {
        return used;
    }

    /** Amount issued in a window, 0 beyond the oldest. */
    public long issued(int window) {
        return window < used ? windows[window] : 0;
    }

    /** Amount issued in the last so many windows. */
    public long issuedInLast(int count) {
        long sum = 0;
        for (int window = 0; window < Math.min(count, used); window++) {
            sum = Math.addExact(sum, windows[window]);
        }
        return sum;
    }
}
