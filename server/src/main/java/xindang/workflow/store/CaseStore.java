package xindang.workflow.store;

import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.IDENTITY_USER;
import static xindang.schema.Tables.WORKFLOW_CASE;
import static xindang.schema.Tables.WORKFLOW_TASK;
import static xindang.schema.Tables.WORKFLOW_VERSION;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.workflow.FlowCase;

/** Table of cases (流程实例表). */
@Repository
public class CaseStore {

    private static final Keyset LIST =
            Keyset.of("workflow.cases", WORKFLOW_CASE.ID, "-at").sortable("at", WORKFLOW_CASE.ID);
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final Field<String> STARTER =
            IDENTITY_USER.as("starter").NAME.as("starter_name");
    private static final Field<String> ENDER = IDENTITY_USER.as("ender").NAME.as("ender_name");

    private final DSLContext db;
    private final JsonMapper json;
    private final Cursors cursors;

    CaseStore(DSLContext db, JsonMapper json, Cursors cursors) {
        this.db = db;
        this.json = json;
        this.cursors = cursors;
    }

    /**
     * A case that starts.
     *
     * @param objectId business object; null where the case is all there is
     */
    public record Fresh(
            UUID version,
            UUID node,
            String objectKind,
            @Nullable UUID objectId,
            String title,
            UUID starter,
            Map<String, Object> facts,
            List<UUID> chosen) {}

    /** A new case, at the beginning. */
    public UUID insert(Fresh fresh, String step, OffsetDateTime now, LocalDate today) {
        var c = WORKFLOW_CASE;
        return db.insertInto(c)
                .set(c.VERSION_ID, fresh.version())
                .set(c.NODE_ID, fresh.node())
                .set(c.OBJECT_KIND, fresh.objectKind())
                .set(c.OBJECT_ID, fresh.objectId())
                .set(c.TITLE, fresh.title())
                .set(c.STARTER_ID, fresh.starter())
                .set(c.STARTED_AT, now)
                .set(c.STARTED_ON, today)
                .set(c.FACTS, facts(fresh.facts()))
                .set(c.CHOSEN, fresh.chosen().toArray(UUID[]::new))
                .set(c.STEP, step)
                .returning(c.ID)
                .fetchSingle()
                .getId();
    }

    /** A case that the database lets the caller see. */
    public Optional<FlowCase> find(UUID id) {
        return select(fields(), WORKFLOW_CASE.ID.eq(id)).fetchOptional(this::read);
    }

    /** The same, locked: whoever decides on the same case waits. */
    public Optional<FlowCase> lock(UUID id) {
        return select(fields(), WORKFLOW_CASE.ID.eq(id))
                .forUpdate()
                .of(WORKFLOW_CASE)
                .fetchOptional(this::read);
    }

    /** One page of what a person started, the latest first. */
    public Page<FlowCase> started(UUID starter, @Nullable String state, PageQuery query) {
        return page(WORKFLOW_CASE.STARTER_ID.eq(starter), state, query);
    }

    /** One page of the cases of some nodes, the latest first. */
    public Page<FlowCase> of(List<UUID> nodes, @Nullable String state, PageQuery query) {
        return page(WORKFLOW_CASE.NODE_ID.in(nodes), state, query);
    }

    private Page<FlowCase> page(Condition within, @Nullable String state, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition =
                within.and(state == null || state.isEmpty() ? DSL.noCondition() : WORKFLOW_CASE.STATE.eq(state));
        var fields = fields();
        fields.add(plan.key());
        fields.add(plan.keyId());
        return plan.fetch(select(fields, condition), cursors, Keyset.count(db, WORKFLOW_CASE, condition), this::read);
    }

    /** Whether a person is or was asked about a case. */
    public boolean asked(UUID id, UUID person) {
        var t = WORKFLOW_TASK;
        return db.fetchExists(t, t.CASE_ID.eq(id).and(t.USER_ID.eq(person)));
    }

    /** A locked case stops at a step. */
    public void stop(UUID id, String step, int round) {
        var c = WORKFLOW_CASE;
        db.update(c)
                .set(c.STEP, step)
                .set(c.ROUND, round)
                .set(c.VERSION, c.VERSION.plus(1))
                .where(c.ID.eq(id))
                .execute();
    }

    /** A stop of a locked case was late. */
    public void late(UUID id) {
        var c = WORKFLOW_CASE;
        db.update(c).set(c.LATE, c.LATE.plus(1)).where(c.ID.eq(id)).execute();
    }

    /** Changes what a locked case says of itself. */
    public void put(UUID id, Map<String, Object> facts) {
        var c = WORKFLOW_CASE;
        db.update(c)
                .set(c.FACTS, facts(facts))
                .set(c.VERSION, c.VERSION.plus(1))
                .where(c.ID.eq(id))
                .execute();
    }

    /** A locked case ends. */
    public void end(UUID id, String state, @Nullable UUID by, @Nullable String reason, OffsetDateTime now) {
        var c = WORKFLOW_CASE;
        db.update(c)
                .set(c.STATE, state)
                .set(c.ENDED_AT, now)
                .set(c.ENDED_BY, by)
                .set(c.END_REASON, reason)
                .set(c.VERSION, c.VERSION.plus(1))
                .where(c.ID.eq(id))
                .execute();
    }

    private JSONB facts(Map<String, Object> facts) {
        return JSONB.valueOf(json.writeValueAsString(facts));
    }

    private static List<SelectFieldOrAsterisk> fields() {
        var v = WORKFLOW_VERSION;
        return new ArrayList<>(List.of(
                WORKFLOW_CASE.asterisk(),
                v.FLOW_ID,
                v.NAME,
                v.NUMBER,
                IDENTITY_NODE.NAME.as("node_name"),
                STARTER,
                ENDER));
    }

    private SelectConditionStep<Record> select(List<SelectFieldOrAsterisk> fields, Condition condition) {
        var c = WORKFLOW_CASE;
        var starter = IDENTITY_USER.as("starter");
        var ender = IDENTITY_USER.as("ender");
        return db.select(fields)
                .from(c)
                .join(WORKFLOW_VERSION)
                .on(WORKFLOW_VERSION.ID.eq(c.VERSION_ID))
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(c.NODE_ID))
                .join(starter)
                .on(starter.ID.eq(c.STARTER_ID))
                .leftJoin(ender)
                .on(ender.ID.eq(c.ENDED_BY))
                .where(condition);
    }

    private FlowCase read(Record row) {
        var c = WORKFLOW_CASE;
        var v = WORKFLOW_VERSION;
        UUID ender = row.get(c.ENDED_BY);
        return new FlowCase(
                row.get(c.ID),
                row.get(c.VERSION_ID),
                new NamedRef(row.get(v.FLOW_ID), row.get(v.NAME)),
                row.get(v.NUMBER),
                new NamedRef(row.get(c.NODE_ID), row.get("node_name", String.class)),
                row.get(c.OBJECT_KIND),
                row.get(c.OBJECT_ID),
                row.get(c.TITLE),
                new NamedRef(row.get(c.STARTER_ID), row.get(STARTER)),
                row.get(c.STARTED_AT),
                row.get(c.STARTED_ON),
                json.readValue(row.get(c.FACTS).data(), FACTS),
                List.of(row.get(c.CHOSEN)),
                row.get(c.STATE),
                row.get(c.STEP),
                row.get(c.ROUND),
                row.get(c.LATE),
                row.get(c.ENDED_AT),
                ender == null ? null : new NamedRef(ender, row.get(ENDER)),
                row.get(c.END_REASON));
    }
}
