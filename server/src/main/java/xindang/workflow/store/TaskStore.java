package xindang.workflow.store;

import static xindang.schema.Tables.IDENTITY_USER;
import static xindang.schema.Tables.WORKFLOW_TASK;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.platform.rest.NamedRef;
import xindang.workflow.FlowTask;

/** Table of what people are asked (流程任务表). */
@Repository
public class TaskStore {

    private static final Field<String> USER = IDENTITY_USER.as("asked").NAME.as("user_name");
    private static final Field<String> DECIDER =
            IDENTITY_USER.as("decider").NAME.as("decider_name");

    private final DSLContext db;

    TaskStore(DSLContext db) {
        this.db = db;
    }

    /**
     * A task that is given.
     *
     * @param user who is asked; null for nobody
     * @param behind task it waits for
     */
    public record Fresh(
            UUID flowCase,
            UUID node,
            String step,
            int round,
            int place,
            String part,
            @Nullable UUID user,
            String why,
            @Nullable UUID behind,
            boolean open,
            @Nullable LocalDate due) {}

    /** Gives a task. */
    public UUID insert(Fresh fresh, OffsetDateTime now) {
        var t = WORKFLOW_TASK;
        return db.insertInto(t)
                .set(t.CASE_ID, fresh.flowCase())
                .set(t.NODE_ID, fresh.node())
                .set(t.STEP, fresh.step())
                .set(t.ROUND, fresh.round())
                .set(t.PLACE, fresh.place())
                .set(t.PART, fresh.part())
                .set(t.USER_ID, fresh.user())
                .set(t.WHY, fresh.why())
                .set(t.BEHIND, fresh.behind())
                .set(t.STATE, fresh.open() ? "open" : "waits")
                .set(t.OPENED_AT, now)
                .set(t.DUE, fresh.due())
                .returning(t.ID)
                .fetchSingle()
                .getId();
    }

    /** A task that the database lets the caller see. */
    public Optional<FlowTask> find(UUID id) {
        return fetch(WORKFLOW_TASK.ID.eq(id)).stream().findFirst();
    }

    /** All tasks of a case, in the order in which they were given. */
    public List<FlowTask> of(UUID flowCase) {
        return fetch(WORKFLOW_TASK.CASE_ID.eq(flowCase));
    }

    /** The tasks of one stop of a case. */
    public List<FlowTask> of(UUID flowCase, int round) {
        return fetch(WORKFLOW_TASK.CASE_ID.eq(flowCase).and(WORKFLOW_TASK.ROUND.eq(round)));
    }

    /** Somebody answered. */
    public void decide(UUID id, String state, UUID by, @Nullable String reason, OffsetDateTime now) {
        var t = WORKFLOW_TASK;
        db.update(t)
                .set(t.STATE, state)
                .set(t.DECIDED_BY, by)
                .set(t.DECIDED_AT, now)
                .set(t.REASON, reason)
                .where(t.ID.eq(id))
                .execute();
    }

    /** A task need not be answered any more. */
    public void release(UUID id) {
        var t = WORKFLOW_TASK;
        db.update(t).set(t.STATE, "released").where(t.ID.eq(id)).execute();
    }

    /** Whoever waited is asked now. */
    public void open(UUID id, OffsetDateTime now, @Nullable LocalDate due) {
        var t = WORKFLOW_TASK;
        db.update(t)
                .set(t.STATE, "open")
                .setNull(t.BEHIND)
                .set(t.OPENED_AT, now)
                .set(t.DUE, due)
                .where(t.ID.eq(id))
                .execute();
    }

    /** Whoever was asked waits for another. */
    public void wait(UUID id, UUID behind) {
        var t = WORKFLOW_TASK;
        db.update(t)
                .set(t.STATE, "waits")
                .set(t.BEHIND, behind)
                .where(t.ID.eq(id))
                .execute();
    }

    /** Another person is asked. */
    public void handOver(UUID id, UUID user, String why) {
        var t = WORKFLOW_TASK;
        db.update(t).set(t.USER_ID, user).set(t.WHY, why).where(t.ID.eq(id)).execute();
    }

    private List<FlowTask> fetch(Condition condition) {
        var t = WORKFLOW_TASK;
        var asked = IDENTITY_USER.as("asked");
        var decider = IDENTITY_USER.as("decider");
        return db.select(t.asterisk(), USER, DECIDER)
                .from(t)
                .leftJoin(asked)
                .on(asked.ID.eq(t.USER_ID))
                .leftJoin(decider)
                .on(decider.ID.eq(t.DECIDED_BY))
                .where(condition)
                .orderBy(t.ID)
                .limit(5000)
                .fetch(TaskStore::read);
    }

    private static FlowTask read(Record row) {
        var t = WORKFLOW_TASK;
        UUID user = row.get(t.USER_ID);
        UUID decider = row.get(t.DECIDED_BY);
        return new FlowTask(
                row.get(t.ID),
                row.get(t.CASE_ID),
                row.get(t.STEP),
                row.get(t.ROUND),
                row.get(t.PLACE),
                row.get(t.PART),
                user == null ? null : new NamedRef(user, row.get(USER)),
                row.get(t.WHY),
                row.get(t.STATE),
                row.get(t.BEHIND),
                row.get(t.OPENED_AT),
                row.get(t.DUE),
                row.get(t.ESCALATED),
                decider == null ? null : new NamedRef(decider, row.get(DECIDER)),
                row.get(t.DECIDED_AT),
                row.get(t.REASON));
    }
}
