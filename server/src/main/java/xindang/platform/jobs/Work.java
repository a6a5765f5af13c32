package xindang.platform.jobs;

/** The work of a job (任务内容): runs on a thread of its own, with the database role of jobs. */
@FunctionalInterface
public interface Work {

    /**
     * Does the work.
     *
     * @param progress to tell how far it is; telling also ends the work where somebody cancelled it
     * @return what came out
     * @throws Exception a {@link xindang.platform.problem.Refusal} is shown as the job's problem; anything else is a fault
     */
    Job.Result run(Progress progress) throws Exception;
}
