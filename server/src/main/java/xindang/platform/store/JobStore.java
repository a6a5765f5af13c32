package xindang.platform.store;

import static org.jooq.impl.DSL.inline;
import static xindang.schema.Tables.PLATFORM_JOB;
import static xindang.schema.Tables.PLATFORM_PROCESS;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.jobs.Job;
import xindang.platform.problem.Problem;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;

/** Tables of jobs and of the processes that do them (任务表). Requests read as xd_app, the work writes as xd_engine. */
@Repository
public class JobStore {

    private static final Keyset LIST =
            Keyset.of("platform.jobs", PLATFORM_JOB.ID, "-created").sortable("created", PLATFORM_JOB.ID);
    private static final List<String> UNFINISHED = List.of("queued", "running");
    private static final List<String> FINISHABLE = List.of("queued", "running", "done");

    private final DSLContext db;
    private final DSLContext engineDb;
    private final JsonMapper json;
    private final Cursors cursors;

    JobStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb, JsonMapper json, Cursors cursors) {
        this.db = db;
        this.engineDb = engineDb;
        this.json = json;
        this.cursors = cursors;
    }

    /** Enters a process. */
    public UUID enter(String host, long pid) {
        return engineDb.insertInto(PLATFORM_PROCESS)
                .set(PLATFORM_PROCESS.HOST, host)
                .set(PLATFORM_PROCESS.PID, pid)
                .returning(PLATFORM_PROCESS.ID)
                .fetchSingle()
                .getId();
    }

    /** Notes that a process lives. */
    public void beat(UUID process, OffsetDateTime now) {
        engineDb.update(PLATFORM_PROCESS)
                .set(PLATFORM_PROCESS.BEAT_AT, now)
                .where(PLATFORM_PROCESS.ID.eq(process))
                .execute();
    }

    /**
     * Adds a job, within the transaction of the command.
     *
     * @param user who wants it; null: nobody, a schedule does
     */
    public UUID insert(@Nullable UUID user, UUID node, String kind, String title, UUID process) {
        return db.insertInto(PLATFORM_JOB)
                .set(PLATFORM_JOB.NODE_ID, node)
                .set(PLATFORM_JOB.USER_ID, user)
                .set(PLATFORM_JOB.KIND, kind)
                .set(PLATFORM_JOB.TITLE, title)
                .set(PLATFORM_JOB.STATE, "queued")
                .set(PLATFORM_JOB.PROCESS_ID, process)
                .returning(PLATFORM_JOB.ID)
                .fetchSingle()
                .getId();
    }

    /** Notes the start; false if it was cancelled before. */
    public boolean start(UUID id, OffsetDateTime now) {
        return engineDb.update(PLATFORM_JOB)
                        .set(PLATFORM_JOB.STATE, "running")
                        .set(PLATFORM_JOB.STARTED_AT, now)
                        .where(PLATFORM_JOB.ID.eq(id))
                        .and(PLATFORM_JOB.STATE.eq("queued"))
                        .execute()
                == 1;
    }

    /** Notes how far it is, apart from the work's own transaction; true if somebody wants it cancelled. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.REQUIRES_NEW)
    public boolean progress(UUID id, long done, @Nullable Long total) {
        return engineDb.update(PLATFORM_JOB)
                .set(PLATFORM_JOB.DONE, done)
                .set(PLATFORM_JOB.TOTAL, total)
                .where(PLATFORM_JOB.ID.eq(id))
                .returning(PLATFORM_JOB.CANCEL_REQUESTED)
                .fetchOptional(PLATFORM_JOB.CANCEL_REQUESTED)
                .orElse(true);
    }

    /** Notes the end; done may be followed by done with another result, by nothing else. */
    public void finish(
            UUID id, String state, Job.@Nullable Result result, @Nullable Problem problem, OffsetDateTime now) {
        engineDb.update(PLATFORM_JOB)
                .set(PLATFORM_JOB.STATE, state)
                .set(PLATFORM_JOB.FINISHED_AT, now)
                .set(PLATFORM_JOB.RESULT, result == null ? null : JSONB.valueOf(json.writeValueAsString(result)))
                .set(PLATFORM_JOB.PROBLEM, problem == null ? null : JSONB.valueOf(json.writeValueAsString(problem)))
                .where(PLATFORM_JOB.ID.eq(id))
                .and(PLATFORM_JOB.STATE.in(state.equals("done") ? FINISHABLE : UNFINISHED))
                .execute();
    }

    /** Asks for a job's end; a queued one ends at once. */
    public void cancel(UUID id, OffsetDateTime now) {
        db.update(PLATFORM_JOB)
                .set(PLATFORM_JOB.CANCEL_REQUESTED, true)
                .where(PLATFORM_JOB.ID.eq(id))
                .and(PLATFORM_JOB.STATE.in(UNFINISHED))
                .execute();
        db.update(PLATFORM_JOB)
                .set(PLATFORM_JOB.STATE, "cancelled")
                .set(PLATFORM_JOB.FINISHED_AT, now)
                .where(PLATFORM_JOB.ID.eq(id))
                .and(PLATFORM_JOB.STATE.eq("queued"))
                .execute();
    }

    /**
     * Whether processes that are gone left jobs behind.
     *
     * @param own this process
     * @param silence processes that have been silent longer are gone; null: every other process is
     */
    public boolean hasAbandoned(UUID own, @Nullable Duration silence, OffsetDateTime now) {
        return engineDb.fetchExists(PLATFORM_JOB, abandoned(own, silence, now));
    }

    /** Ends the jobs of processes that are gone; see {@link #hasAbandoned}. */
    public int failAbandoned(UUID own, @Nullable Duration silence, Problem problem, OffsetDateTime now) {
        return engineDb.update(PLATFORM_JOB)
                .set(PLATFORM_JOB.STATE, "failed")
                .set(PLATFORM_JOB.FINISHED_AT, now)
                .set(PLATFORM_JOB.PROBLEM, JSONB.valueOf(json.writeValueAsString(problem)))
                .where(abandoned(own, silence, now))
                .execute();
    }

    /** Ends the jobs of a process that ends. */
    public void failOwn(UUID own, Problem problem, OffsetDateTime now) {
        engineDb.update(PLATFORM_JOB)
                .set(PLATFORM_JOB.STATE, "failed")
                .set(PLATFORM_JOB.FINISHED_AT, now)
                .set(PLATFORM_JOB.PROBLEM, JSONB.valueOf(json.writeValueAsString(problem)))
                .where(PLATFORM_JOB.PROCESS_ID.eq(own).and(PLATFORM_JOB.STATE.in(UNFINISHED)))
                .execute();
    }

    private Condition abandoned(UUID own, @Nullable Duration silence, OffsetDateTime now) {
        Condition alive = silence == null
                ? inline(false).isTrue()
                : PLATFORM_JOB.PROCESS_ID.in(engineDb.select(PLATFORM_PROCESS.ID)
                        .from(PLATFORM_PROCESS)
                        .where(PLATFORM_PROCESS.BEAT_AT.ge(now.minus(silence))));
        return PLATFORM_JOB
                .STATE
                .in(UNFINISHED)
                .and(PLATFORM_JOB.PROCESS_ID.ne(own))
                .andNot(alive);
    }

    /** A job within the nodes. */
    public Optional<Job> find(List<UUID> nodes, UUID id) {
        return db.selectFrom(PLATFORM_JOB)
                .where(PLATFORM_JOB.ID.eq(id).and(PLATFORM_JOB.NODE_ID.in(nodes)))
                .fetchOptional(this::job);
    }

    /** A job with its node, read by the work itself, apart from its transaction: that may be copying rows. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.REQUIRES_NEW)
    public Optional<NodeJob> read(UUID id) {
        return engineDb.selectFrom(PLATFORM_JOB)
                .where(PLATFORM_JOB.ID.eq(id))
                .fetchOptional(row -> new NodeJob(row.getNodeId(), job(row)));
    }

    /**
     * A job and where it belongs.
     *
     * @param node node
     * @param job job
     */
    public record NodeJob(UUID node, Job job) {}

    /** One page of jobs within the nodes, the latest first. */
    public Page<Job> page(List<UUID> nodes, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = PLATFORM_JOB.NODE_ID.in(nodes);
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(PLATFORM_JOB.fields()));
        fields.add(plan.key());
        fields.add(plan.keyId());
        return plan.fetch(
                db.select(fields).from(PLATFORM_JOB).where(condition),
                cursors,
                Keyset.count(db, PLATFORM_JOB, condition),
                this::job);
    }

    private Job job(Record row) {
        JSONB result = row.get(PLATFORM_JOB.RESULT);
        JSONB problem = row.get(PLATFORM_JOB.PROBLEM);
        return new Job(
                row.get(PLATFORM_JOB.ID),
                row.get(PLATFORM_JOB.USER_ID),
                row.get(PLATFORM_JOB.KIND),
                row.get(PLATFORM_JOB.TITLE),
                row.get(PLATFORM_JOB.STATE),
                row.get(PLATFORM_JOB.DONE),
                row.get(PLATFORM_JOB.TOTAL),
                rate(row),
                row.get(PLATFORM_JOB.STARTED_AT),
                row.get(PLATFORM_JOB.FINISHED_AT),
                result == null ? null : json.readValue(result.data(), Job.Result.class),
                problem == null ? null : json.readValue(problem.data(), Problem.class));
    }

    private static @Nullable Double rate(Record row) {
        OffsetDateTime started = row.get(PLATFORM_JOB.STARTED_AT);
        long done = row.get(PLATFORM_JOB.DONE);
        if (started == null || done == 0) {
            return null;
        }
        OffsetDateTime finished = row.get(PLATFORM_JOB.FINISHED_AT);
        OffsetDateTime until = finished == null ? OffsetDateTime.now(started.getOffset()) : finished;
        double seconds = Duration.between(started, until).toMillis() / 1000.0;
        return seconds <= 0 ? null : Math.round(done / seconds * 10) / 10.0;
    }
}
