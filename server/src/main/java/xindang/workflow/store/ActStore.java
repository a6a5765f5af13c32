package xindang.workflow.store;

import static xindang.schema.Tables.IDENTITY_USER;
import static xindang.schema.Tables.WORKFLOW_ACT;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.rest.NamedRef;
import xindang.workflow.CaseAct;

/** Table of what was done to cases (流程操作记录表); only grows. */
@Repository
public class ActStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final Field<String> BY = IDENTITY_USER.as("doer").NAME.as("by_name");
    private static final Field<String> BEHALF = IDENTITY_USER.as("lender").NAME.as("behalf_name");
    private static final Field<String[]> WHOM = DSL.field(
                    "array(select coalesce(u.name, '') from unnest({0}) with ordinality a (id, place)"
                            + " left join identity_user u on u.id = a.id order by a.place)",
                    String[].class, WORKFLOW_ACT.WHOM)
            .as("whom_names");

    private final DSLContext db;
    private final DSLContext engineDb;
    private final JsonMapper json;

    ActStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb, JsonMapper json) {
        this.db = db;
        this.engineDb = engineDb;
        this.json = json;
    }

    /**
     * Something done to a case.
     *
     * @param by who did it; null for the program
     * @param behalf whom he stood in for
     */
    public record Done(
            UUID flowCase,
            UUID node,
            @Nullable UUID task,
            String step,
            String kind,
            @Nullable UUID by,
            @Nullable UUID behalf,
            @Nullable String reason,
            @Nullable String target,
            List<UUID> whom,
            Map<String, String> changes) {

        /** Something without task, target, people and changes. */
        public static Done of(UUID flowCase, UUID node, String step, String kind, @Nullable UUID by) {
            return new Done(flowCase, node, null, step, kind, by, null, null, null, List.of(), Map.of());
        }

        /** The same with a reason. */
        public Done because(@Nullable String why) {
            return new Done(flowCase, node, task, step, kind, by, behalf, why, target, whom, changes);
        }

        /** The same about a task, as its owner or in his place. */
        public Done about(UUID one, @Nullable UUID lender) {
            return new Done(flowCase, node, one, step, kind, by, lender, reason, target, whom, changes);
        }

        /** The same towards a step, an action or an outcome. */
        public Done towards(String where) {
            return new Done(flowCase, node, task, step, kind, by, behalf, reason, where, whom, changes);
        }

        /** The same with people. */
        public Done with(List<UUID> people) {
            return new Done(flowCase, node, task, step, kind, by, behalf, reason, target, people, changes);
        }

        /** The same with facts changed. */
        public Done changing(Map<String, String> facts) {
            return new Done(flowCase, node, task, step, kind, by, behalf, reason, target, whom, facts);
        }
    }

    /** Notes what a request did. */
    public void insert(Done done, OffsetDateTime now) {
        insert(db, done, now);
    }

    /** Notes what a job did. */
    public void insertByJob(Done done, OffsetDateTime now) {
        insert(engineDb, done, now);
    }

    private void insert(DSLContext with, Done done, OffsetDateTime now) {
        var a = WORKFLOW_ACT;
        with.insertInto(a)
                .set(a.CASE_ID, done.flowCase())
                .set(a.NODE_ID, done.node())
                .set(a.TASK_ID, done.task())
                .set(a.STEP, done.step())
                .set(a.KIND, done.kind())
                .set(a.BY_ID, done.by())
                .set(a.BEHALF_ID, done.behalf())
                .set(a.AT, now)
                .set(a.REASON, done.reason())
                .set(a.TARGET, done.target())
                .set(a.WHOM, done.whom().toArray(UUID[]::new))
                .set(a.CHANGES, JSONB.valueOf(json.writeValueAsString(done.changes())))
                .execute();
    }

    /** What was done to a case, the first first. */
    public List<CaseAct> of(UUID flowCase) {
        var a = WORKFLOW_ACT;
        var doer = IDENTITY_USER.as("doer");
        var lender = IDENTITY_USER.as("lender");
        return db.select(a.asterisk(), BY, BEHALF, WHOM)
                .from(a)
                .leftJoin(doer)
                .on(doer.ID.eq(a.BY_ID))
                .leftJoin(lender)
                .on(lender.ID.eq(a.BEHALF_ID))
                .where(a.CASE_ID.eq(flowCase))
                .orderBy(a.ID)
                .limit(2000)
                .fetch(this::read);
    }

    /** Whether anybody but the starter decided on a case. */
    public boolean decided(UUID flowCase) {
        var a = WORKFLOW_ACT;
        return db.fetchExists(a, a.CASE_ID.eq(flowCase).and(a.KIND.in("agree", "refuse", "return")));
    }

    /** Whether signers were reminded since an instant. */
    public boolean remindedSince(UUID flowCase, OffsetDateTime since) {
        var a = WORKFLOW_ACT;
        return db.fetchExists(a, a.CASE_ID.eq(flowCase).and(a.KIND.eq("remind")).and(a.AT.ge(since)));
    }

    private CaseAct read(Record row) {
        var a = WORKFLOW_ACT;
        UUID by = row.get(a.BY_ID);
        UUID behalf = row.get(a.BEHALF_ID);
        UUID[] ids = row.get(a.WHOM);
        String[] names = row.get(WHOM);
        var whom = new ArrayList<NamedRef>();
        for (int i = 0; i < ids.length; i++) {
            whom.add(new NamedRef(ids[i], names[i]));
        }
        return new CaseAct(
                row.get(a.ID),
                row.get(a.TASK_ID),
                row.get(a.STEP),
                row.get(a.KIND),
                by == null ? null : new NamedRef(by, row.get(BY)),
                behalf == null ? null : new NamedRef(behalf, row.get(BEHALF)),
                row.get(a.AT),
                row.get(a.REASON),
                row.get(a.TARGET),
                whom,
                json.readValue(row.get(a.CHANGES).data(), TEXTS));
    }
}
