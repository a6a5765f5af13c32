package xindang.audittrail.store;

import static xindang.schema.Tables.AUDITTRAIL_ENTRY;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.TrailEntry;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;

/** Table of the trail (留痕表): rows are only added. */
@Repository
public class TrailStore {

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> BASIS = new TypeReference<>() {};

    /** Ids rise with time, so they are the order. */
    private static final Keyset LIST =
            Keyset.of("audittrail.entries", AUDITTRAIL_ENTRY.ID, "-at").sortable("at", AUDITTRAIL_ENTRY.ID);

    private final DSLContext db;
    private final DSLContext engineDb;
    private final JsonMapper json;
    private final Cursors cursors;

    TrailStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb, JsonMapper json, Cursors cursors) {
        this.db = db;
        this.engineDb = engineDb;
        this.json = json;
        this.cursors = cursors;
    }

    /** Adds an entry in a request's transaction. */
    public void insert(UUID actor, String name, Act act, UUID command, LocalDate date, OffsetDateTime now) {
        insert(db, actor, name, act, command, date, now);
    }

    /** Adds an entry in a job's transaction. */
    public void insertByJob(UUID actor, String name, Act act, UUID command, LocalDate date, OffsetDateTime now) {
        insert(engineDb, actor, name, act, command, date, now);
    }

    private void insert(
            DSLContext in, UUID actor, String name, Act act, UUID command, LocalDate date, OffsetDateTime now) {
        in.insertInto(AUDITTRAIL_ENTRY)
                .set(AUDITTRAIL_ENTRY.NODE_ID, act.node())
                .set(AUDITTRAIL_ENTRY.RECORDED_AT, now)
                .set(AUDITTRAIL_ENTRY.BUSINESS_DATE, date)
                .set(AUDITTRAIL_ENTRY.ACTOR_ID, actor)
                .set(AUDITTRAIL_ENTRY.ACTOR_NAME, name)
                .set(AUDITTRAIL_ENTRY.ACTION, act.action())
                .set(AUDITTRAIL_ENTRY.OBJECT_KIND, act.objectKind())
                .set(AUDITTRAIL_ENTRY.OBJECT_ID, act.objectId())
                .set(AUDITTRAIL_ENTRY.OBJECT_NAME, act.objectName())
                .set(AUDITTRAIL_ENTRY.CHANGES, JSONB.valueOf(json.writeValueAsString(act.changes())))
                .set(AUDITTRAIL_ENTRY.BASIS, JSONB.valueOf(json.writeValueAsString(act.basis())))
                .set(AUDITTRAIL_ENTRY.COMMAND_ID, command)
                .execute();
    }

    /** One page of an object's entries within the nodes. */
    public Page<TrailEntry> page(List<UUID> nodes, UUID object, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = AUDITTRAIL_ENTRY.OBJECT_ID.eq(object).and(AUDITTRAIL_ENTRY.NODE_ID.in(nodes));
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(AUDITTRAIL_ENTRY.fields()));
        fields.add(plan.key());
        fields.add(plan.keyId());
        return plan.fetch(
                db.select(fields).from(AUDITTRAIL_ENTRY).where(condition),
                cursors,
                Keyset.count(db, AUDITTRAIL_ENTRY, condition),
                this::entry);
    }

    private TrailEntry entry(Record row) {
        return new TrailEntry(
                row.get(AUDITTRAIL_ENTRY.ID),
                row.get(AUDITTRAIL_ENTRY.RECORDED_AT),
                new TrailEntry.Actor(row.get(AUDITTRAIL_ENTRY.ACTOR_ID), row.get(AUDITTRAIL_ENTRY.ACTOR_NAME)),
                row.get(AUDITTRAIL_ENTRY.ACTION),
                row.get(AUDITTRAIL_ENTRY.OBJECT_NAME),
                json.readValue(row.get(AUDITTRAIL_ENTRY.CHANGES).data(), CHANGES),
                json.readValue(row.get(AUDITTRAIL_ENTRY.BASIS).data(), BASIS));
    }
}
