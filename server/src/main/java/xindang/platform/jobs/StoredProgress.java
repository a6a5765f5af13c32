package xindang.platform.jobs;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.store.JobStore;

/** Progress that is written twice a second at most (任务进度). Used by several threads of one job. */
final class StoredProgress implements Progress {

    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private final UUID job;
    private final JobStore store;
    private final Runnable tell;
    private long done;
    private @Nullable Long total;
    private long written = System.nanoTime() - PAUSE_NANOS;
    private boolean cancelled;

    StoredProgress(UUID job, JobStore store, Runnable tell) {
        this.job = job;
        this.store = store;
        this.tell = tell;
    }

    @Override
    public synchronized void total(long steps) {
        total = steps;
    }

    @Override
    public synchronized void done(long steps) {
        done = steps;
        if (System.nanoTime() - written >= PAUSE_NANOS) {
            flush();
        }
        if (cancelled) {
            throw new Cancelled();
        }
    }

    @Override
    public void finished(Job.Result result) {
        store.finish(job, "done", result, null, OffsetDateTime.now(ZoneOffset.UTC));
    }

    /** Writes what was told last. */
    synchronized void flush() {
        written = System.nanoTime();
        cancelled = store.progress(job, done, total);
        tell.run();
    }
}
