package xindang.platform.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import xindang.platform.access.Caller;
import xindang.platform.database.Installation;
import xindang.platform.database.Wall;
import xindang.platform.problem.Code;
import xindang.platform.problem.Problem;
import xindang.platform.problem.Problems;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.JobStore;

/**
 * Long work (后台任务): a command submits it, a thread does it after the command's commit, two at a time. A job whose process
 * ended fails with a problem that says so; nothing is started again by itself.
 */
@Service
public class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int AT_ONCE = 2;
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /** How long the database may be away before the end of a job is given up, each attempt waiting for a connection, too. */
    private static final int MOST_ATTEMPTS = 300;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** How long running jobs may go on once the server is told to stop. */
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final Semaphore slots = new Semaphore(AT_ONCE, true);
    private final JobStore store;
    private final Events events;
    private final Problems problems;
    private final Installation installation;
    private volatile boolean stopping;
    private @Nullable UUID process;

    Jobs(JobStore store, Events events, Problems problems, Installation installation) {
        this.store = store;
        this.events = events;
        this.problems = problems;
        this.installation = installation;
    }

    /** Enters this process and ends what others left; with a database of its own there are no others. */
    @PostConstruct
    void enter() {
        process = store.enter("localhost", ProcessHandle.current().pid());
        failAbandoned(installation.isExclusive() ? null : SILENCE);
    }

    /** Lets running jobs end, begins no others, and tells at once of those that did not come to their end. */
    @PreDestroy
    void handBack() throws InterruptedException {
        stopping = true;
        if (!slots.tryAcquire(AT_ONCE, STOP_WAIT.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Jobs are still running after {} s; they end with this process", STOP_WAIT.toSeconds());
        }
        store.failOwn(own(), problems.ofJob(Code.PROCESS_ENDED, List.of(), null), now());
    }

    /** Tells that this process lives, and looks after jobs of those that do not. */
    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
    void beat() {
        store.beat(own(), now());
        failAbandoned(SILENCE);
    }

    private void failAbandoned(@Nullable Duration silence) {
        if (!store.hasAbandoned(own(), silence, now())) {
            return;
        }
        int failed = store.failAbandoned(own(), silence, problems.ofJob(Code.PROCESS_ENDED, List.of(), null), now());
        LOG.warn("{} jobs of a process that ended are marked failed", failed);
    }

    private UUID own() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    /**
     * Submits work; it begins after the present transaction has committed, and never if that rolls back.
     *
     * @param caller who wants it
     * @param node node it belongs to: whoever reaches that sees it
     * @param kind capability and verb, such as {@code insight.assess}
     * @param title what a person calls it
     * @return the job, queued
     */
    public Job submit(Caller caller, UUID node, String kind, String title, Work work) {
        return submit(caller.id(), node, kind, title, work);
    }

    /** The same for a schedule, which no user wants. */
    public Job submitBySchedule(UUID node, String kind, String title, Work work) {
        return Wall.within(node, () -> submit((UUID) null, node, kind, title, work));
    }

    private Job submit(@Nullable UUID user, UUID node, String kind, String title, Work work) {
        UUID id = store.insert(user, node, kind, title, own());
        Job job = store.find(List.of(node), id).orElseThrow();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    begin(id, node, work);
                }
            });
        } else {
            begin(id, node, work);
        }
        return job;
    }

    /** A job within the caller's reach. */
    public Job find(Caller caller, UUID id) {
        return store.find(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /** Jobs within the caller's reach, the latest first. */
    public Page<Job> page(Caller caller, PageQuery query) {
        return store.page(caller.nodes(), query);
    }

    /** Asks a job to end; it ends at its next step. A finished one stays as it is. */
    public Job cancel(Caller caller, UUID id) {
        find(caller, id);
        store.cancel(id, now());
        return find(caller, id);
    }

    private void begin(UUID id, UUID node, Work work) {
        Thread.ofVirtual().name("job " + id).start(() -> {
            slots.acquireUninterruptibly();
            try {
                if (!stopping) {
                    run(id, node, work);
                }
            } finally {
                slots.release();
            }
        });
    }

    private void run(UUID id, UUID node, Work work) {
        if (!store.start(id, now())) {
            tell(id);
            return;
        }
        tell(id);
        var progress = new StoredProgress(id, store, () -> tell(id));
        try {
            Job.Result result = Wall.within(node, () -> work.run(progress));
            progress.flush();
            finish(id, "done", result, null);
        } catch (Progress.Cancelled cancelled) {
            finish(id, "cancelled", null, null);
        } catch (Refusal refusal) {
            finish(id, "failed", null, problems.ofJob(refusal.code(), refusal.reasons(), null));
        } catch (Exception | StackOverflowError | OutOfMemoryError defect) {
            finish(id, "failed", null, problems.ofJob(Code.WORK_FAILED, List.of(), defect));
        }
        tell(id);
    }

    /** While the database is away the end waits for it: a job must not stay running for ever because it went away. */
    private void finish(UUID id, String state, Job.@Nullable Result result, @Nullable Problem problem) {
        for (int attempt = 1; ; attempt++) {
            try {
                store.finish(id, state, result, problem, now());
                return;
            } catch (RuntimeException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                LOG.warn("The end of job {} cannot be noted yet: {}", id, e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void tell(UUID id) {
        store.read(id).ifPresent(job -> events.send(job.node(), "job", job.job()::told));
    }

    /** The machine's own time: how long work takes has nothing to do with business dates. */
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
