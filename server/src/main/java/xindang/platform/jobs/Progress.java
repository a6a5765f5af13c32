package xindang.platform.jobs;

/** How far a job is (任务进度). Telling often is cheap: it is written twice a second at most. */
public interface Progress {

    /** Sets how many steps there are in all. */
    void total(long steps);

    /**
     * Sets how many steps are done.
     *
     * @throws Cancelled if somebody cancelled the job; let it pass, so that transactions roll back
     */
    void done(long steps);

    /**
     * Notes the result within the present transaction of {@code engineTransactions}, so that the job is done exactly where its
     * work is committed, whatever becomes of the process. A result that {@link Work#run} answers later takes its place.
     */
    void finished(Job.Result result);

    /** Somebody cancelled the job (任务已取消). */
    final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1;

        Cancelled() {
            super("cancelled", null, false, false);
        }
    }
}
