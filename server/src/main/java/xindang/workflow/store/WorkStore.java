package xindang.workflow.store;

import static xindang.schema.Tables.IDENTITY_USER;
import static xindang.schema.Tables.WORKFLOW_CASE;
import static xindang.schema.Tables.WORKFLOW_TASK;
import static xindang.schema.Tables.WORKFLOW_VERSION;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.platform.rest.NamedRef;

/** Open tasks as lists of people see them (待办查询). */
@Repository
public class WorkStore {

    /** Day of what has none, behind all others. */
    public static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    private static final Field<LocalDate> DUE =
            DSL.coalesce(WORKFLOW_TASK.DUE, DSL.inline(NO_DAY)).as("due_or_last");

    private final DSLContext db;

    WorkStore(DSLContext db) {
        this.db = db;
    }

    /** Place behind which a page begins. */
    public record Behind(LocalDate due, UUID id) {}

    /** An open task with what a list shows of its case. */
    public record Row(
            UUID id,
            UUID version,
            String flow,
            String title,
            NamedRef starter,
            String step,
            String part,
            @Nullable NamedRef user,
            String why,
            OffsetDateTime since,
            @Nullable LocalDate due,
            boolean escalated) {}

    /** How many wait, by their day. */
    public record Counts(int total, int overdue, int today, int week) {}

    /**
     * Open tasks of some people, and those that nobody has at some nodes, by their day.
     *
     * @param behind null for the first
     */
    public List<Row> page(Collection<UUID> people, Collection<UUID> managed, @Nullable Behind behind, int most) {
        var t = WORKFLOW_TASK;
        var c = WORKFLOW_CASE;
        var starter = IDENTITY_USER.as("starter");
        var asked = IDENTITY_USER.as("asked");
        Condition from = behind == null
                ? DSL.noCondition()
                : DSL.row(DSL.coalesce(t.DUE, DSL.inline(NO_DAY)), t.ID)
                        .greaterThan(DSL.row(behind.due(), behind.id()));
        return db.select(
                        t.ID,
                        c.VERSION_ID,
                        WORKFLOW_VERSION.NAME,
                        c.TITLE,
                        c.STARTER_ID,
                        starter.NAME,
                        t.STEP,
                        t.PART,
                        t.USER_ID,
                        asked.NAME,
                        t.WHY,
                        t.OPENED_AT,
                        t.DUE,
                        t.ESCALATED,
                        DUE)
                .from(t)
                .join(c)
                .on(c.ID.eq(t.CASE_ID))
                .join(WORKFLOW_VERSION)
                .on(WORKFLOW_VERSION.ID.eq(c.VERSION_ID))
                .join(starter)
                .on(starter.ID.eq(c.STARTER_ID))
                .leftJoin(asked)
                .on(asked.ID.eq(t.USER_ID))
                .where(waiting(people, managed).and(from))
                .orderBy(DSL.coalesce(t.DUE, DSL.inline(NO_DAY)), t.ID)
                .limit(most)
                .fetch(WorkStore::row);
    }

    /** How many of them there are. */
    public Counts counts(Collection<UUID> people, Collection<UUID> managed, LocalDate today, LocalDate endOfWeek) {
        var t = WORKFLOW_TASK;
        return db.select(
                        DSL.count(),
                        DSL.count().filterWhere(t.DUE.lt(today)),
                        DSL.count().filterWhere(t.DUE.eq(today)),
                        DSL.count().filterWhere(t.DUE.gt(today).and(t.DUE.le(endOfWeek))))
                .from(t)
                .where(waiting(people, managed))
                .fetchSingle(row -> new Counts(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private static Condition waiting(Collection<UUID> people, Collection<UUID> managed) {
        var t = WORKFLOW_TASK;
        Condition nobodys =
                managed.isEmpty() ? DSL.falseCondition() : t.USER_ID.isNull().and(t.NODE_ID.in(managed));
        return t.STATE.eq("open").and(t.USER_ID.in(people).or(nobodys));
    }

    private static Row row(Record row) {
        var t = WORKFLOW_TASK;
        var c = WORKFLOW_CASE;
        UUID user = row.get(t.USER_ID);
        return new Row(
                row.get(t.ID),
                row.get(c.VERSION_ID),
                row.get(WORKFLOW_VERSION.NAME),
                row.get(c.TITLE),
                new NamedRef(row.get(c.STARTER_ID), row.get(IDENTITY_USER.as("starter").NAME)),
                row.get(t.STEP),
                row.get(t.PART),
                user == null ? null : new NamedRef(user, row.get(IDENTITY_USER.as("asked").NAME)),
                row.get(t.WHY),
                row.get(t.OPENED_AT),
                row.get(t.DUE),
                row.get(t.ESCALATED));
    }
}
