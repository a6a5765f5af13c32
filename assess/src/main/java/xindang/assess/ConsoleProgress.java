package xindang.assess;

import java.io.PrintStream;
import xindang.intake.Progress;

/** Says how far a long run has come: nothing in the first two seconds, then at most two lines a second. */
final class ConsoleProgress implements Progress {

    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long PAUSE_NANOS = 500_000_000L;

    private final PrintStream err;
    private final Texts texts;
    private final boolean silent;
    private final boolean terminal = Terminal.console().isPresent();
    private final long begin = System.nanoTime();
    private long last = begin;
    private boolean shown;

    ConsoleProgress(PrintStream err, Texts texts, boolean silent) {
        this.err = err;
        this.texts = texts;
        this.silent = silent;
    }

    @Override
    public synchronized void at(long bytesDone, long bytesTotal, long rows) {
        if (bytesDone < bytesTotal && due()) {
            long percent = 100 * bytesDone / bytesTotal;
            show(texts.get("progress.read", percent, rows));
        }
    }

    /** So many of all customers are decided. */
    synchronized void decided(int customers, int all) {
        if (due()) {
            show(texts.get("progress.decided", customers, all));
        }
    }

    /** Removes the line from a terminal. */
    synchronized void clear() {
        if (shown && terminal) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    private boolean due() {
        long now = System.nanoTime();
        if (silent || now - begin < QUIET_NANOS || now - last < PAUSE_NANOS) {
            return false;
        }
        last = now;
        return true;
    }

    private void show(String text) {
        shown = true;
        if (terminal) {
            err.print("\r\u001b[K" + text);
            err.flush();
        } else {
            err.println(text);
        }
    }
}
