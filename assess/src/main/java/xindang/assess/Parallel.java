package xindang.assess;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Spreads work over the processors while results keep their order, so that output never depends on timing. */
final class Parallel {

    private static final int PROCESSORS = Math.min(8, Runtime.getRuntime().availableProcessors());

    private Parallel() {}

    /** Work on a range. */
    @FunctionalInterface
    interface Range<T> {
        T over(int from, int to);
    }

    /** Takes one result at a time, in order. */
    @FunctionalInterface
    interface Sink<T> {
        void take(T result) throws java.io.IOException;
    }

    /** Splits {@code 0..count} evenly, one part per processor; results in order. */
    static <T> List<T> ranges(int count, Range<T> work) {
        var results = new ArrayList<T>();
        try {
            chunks(count, Math.max(1, Math.ceilDiv(count, PROCESSORS)), work, results::add);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return results;
    }

    /**
     * Splits {@code 0..count} into chunks; each result goes to the sink in order, and only a few wait for it, so that
     * memory does not depend on the count.
     */
    static <T> void chunks(int count, int size, Range<T> work, Sink<T> sink) throws java.io.IOException {
        try (ExecutorService pool = Executors.newFixedThreadPool(PROCESSORS)) {
            Queue<Future<T>> waiting = new ArrayDeque<>();
            try {
                for (int from = 0; from < count; from += size) {
                    int first = from;
                    int end = Math.min(count, from + size);
                    waiting.add(pool.submit(() -> work.over(first, end)));
                    if (waiting.size() > 2 * PROCESSORS) {
                        sink.take(result(waiting.remove()));
                    }
                }
                while (!waiting.isEmpty()) {
                    sink.take(result(waiting.remove()));
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
