package xindang.workflow.store;

import static org.jooq.impl.DSL.selectOne;
import static xindang.schema.Tables.WORKFLOW_CASE;
import static xindang.schema.Tables.WORKFLOW_TASK;
import static xindang.schema.Tables.WORKFLOW_VERSION;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tasks that are late, as the job of the day sees them in all nodes (超时任务). */
@Repository
public class LateStore {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    LateStore(@Qualifier("engineDb") DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A late task with what is needed of its case. */
    public record Late(
            UUID task,
            UUID flowCase,
            UUID node,
            UUID version,
            String flow,
            UUID starter,
            List<UUID> chosen,
            Map<String, Object> facts,
            String step,
            int round,
            int place,
            @Nullable UUID user,
            LocalDate due,
            boolean toldLate) {}

    /** Late tasks that nobody was told of, or that may have to go higher; the longest late first. */
    public List<UUID> late(LocalDate today) {
        var t = WORKFLOW_TASK;
        return db.select(t.ID)
                .from(t)
                .where(t.STATE.eq("open").and(t.DUE.lt(today)).and(t.ESCALATED.isFalse()))
                .orderBy(t.DUE, t.ID)
                .limit(5000)
                .fetch(t.ID);
    }

    /** The same with its case locked; nothing if somebody answered it meanwhile. */
    public Optional<Late> lock(UUID task) {
        var t = WORKFLOW_TASK;
        var c = WORKFLOW_CASE;
        db.select(c.ID)
                .from(c)
                .where(c.ID.eq(db.select(t.CASE_ID).from(t).where(t.ID.eq(task))))
                .forUpdate()
                .fetch();
        return db.select(t.asterisk(), c.VERSION_ID, c.STARTER_ID, c.CHOSEN, c.FACTS, WORKFLOW_VERSION.NAME)
                .from(t)
                .join(c)
                .on(c.ID.eq(t.CASE_ID))
                .join(WORKFLOW_VERSION)
                .on(WORKFLOW_VERSION.ID.eq(c.VERSION_ID))
                .where(t.ID.eq(task).and(t.STATE.eq("open")).and(t.ESCALATED.isFalse()))
                .fetchOptional(row -> new Late(
                        row.get(t.ID),
                        row.get(t.CASE_ID),
                        row.get(t.NODE_ID),
                        row.get(c.VERSION_ID),
                        row.get(WORKFLOW_VERSION.NAME),
                        row.get(c.STARTER_ID),
                        List.of(row.get(c.CHOSEN)),
                        json.readValue(row.get(c.FACTS).data(), FACTS),
                        row.get(t.STEP),
                        row.get(t.ROUND),
                        row.get(t.PLACE),
                        row.get(t.USER_ID),
                        row.get(t.DUE),
                        row.get(t.TOLD_LATE)));
    }

    /** Whoever is concerned was told. */
    public void told(UUID task) {
        var t = WORKFLOW_TASK;
        db.update(t).set(t.TOLD_LATE, true).where(t.ID.eq(task)).execute();
    }

    /** The task went higher. */
    public void escalated(UUID task) {
        var t = WORKFLOW_TASK;
        db.update(t).set(t.ESCALATED, true).where(t.ID.eq(task)).execute();
    }

    /** Whether a person is asked at the same stop already. */
    public boolean asked(Late late, UUID person) {
        var t = WORKFLOW_TASK;
        return db.fetchExists(selectOne()
                .from(t)
                .where(t.CASE_ID
                        .eq(late.flowCase())
                        .and(t.ROUND.eq(late.round()))
                        .and(t.USER_ID.eq(person))
                        .and(t.STATE.in("open", "waits"))));
    }

    /** Somebody higher is asked beside whoever is late; his day has come, too. */
    public void beside(Late late, UUID person, OffsetDateTime now) {
        var t = WORKFLOW_TASK;
        db.insertInto(t)
                .set(t.CASE_ID, late.flowCase())
                .set(t.NODE_ID, late.node())
                .set(t.STEP, late.step())
                .set(t.ROUND, late.round())
                .set(t.PLACE, late.place())
                .set(t.PART, "signer")
                .set(t.USER_ID, person)
                .set(t.WHY, "escalated")
                .set(t.STATE, "open")
                .set(t.OPENED_AT, now)
                .set(t.DUE, late.due())
                .set(t.TOLD_LATE, true)
                .set(t.ESCALATED, true)
                .execute();
    }

    /** Somebody higher is asked instead. */
    public void instead(Late late, UUID person) {
        var t = WORKFLOW_TASK;
        db.update(t)
                .set(t.USER_ID, person)
                .set(t.WHY, "escalated")
                .where(t.ID.eq(late.task()))
                .execute();
    }
}
