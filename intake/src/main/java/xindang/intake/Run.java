package xindang.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What the files of one run share: options, terms, the rows read so far. */
final class Run {

    final ReadingOptions options;
    final int threads;
    final Terms terms = new Terms();
    /** Stretches of all files in order; a block's ordinal is its place here. */
    final List<Block> blocks = new ArrayList<>();

    final List<FileResult> files = new ArrayList<>();
    private final long bytesTotal;
    private long bytesBefore;
    private long rows;

    Run(ReadingOptions options, int threads, long bytesTotal) {
        this.options = options;
        this.threads = threads;
        this.bytesTotal = bytesTotal;
    }

    /** Tells how far the current file is. */
    synchronized void progress(long bytesOfFile, int moreRows) {
        rows += moreRows;
        Progress progress = options.progress();
        if (progress != null) {
            progress.at(Math.min(bytesTotal, bytesBefore + bytesOfFile), bytesTotal, rows);
        }
    }

    void fileDone(long bytes) {
        bytesBefore += bytes;
    }

    /** A task that may fail like reading does. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    /** Runs a task on the given number of threads at once, or here when one is enough; the first failure comes out. */
    static void parallel(int threads, Task task) throws Exception {
        List<FutureTask<Boolean>> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            FutureTask<Boolean> other = new FutureTask<>(() -> {
                task.run();
                return true;
            });
            others.add(other);
            Thread.ofPlatform().daemon().name("intake-" + i).start(other);
        }
        Exception failure = attempt(task);
        for (FutureTask<Boolean> other : others) {
            Exception next = attempt(other::get);
            failure = failure == null ? next : failure;
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @org.jspecify.annotations.Nullable Exception attempt(Task task) {
        try {
            task.run();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof Exception cause ? cause : e;
        } catch (Exception e) {
            return e;
        }
    }
}
