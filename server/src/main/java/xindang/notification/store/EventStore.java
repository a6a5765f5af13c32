package xindang.notification.store;

import static xindang.schema.Tables.NOTIFICATION_EVENT;
import static xindang.schema.Tables.NOTIFICATION_MESSAGE;
import static xindang.schema.Tables.NOTIFICATION_SEQUENCE;
import static xindang.schema.Tables.NOTIFICATION_SUBSCRIPTION;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import xindang.notification.EventKinds;
import xindang.notification.OutgoingEvent;

/** Table of events for other systems (对外事件表). */
@Repository
public class EventStore {

    private final DSLContext db;
    private final DSLContext engineDb;
    private final JsonMapper json;

    EventStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb, JsonMapper json) {
        this.db = db;
        this.engineDb = engineDb;
        this.json = json;
    }

    /** An event whose subscribers are to be found. */
    public record Waiting(UUID id, UUID node, String kind, UUID aggregate, long sequence) {}

    /** Writes an event within a command's transaction. */
    public void insert(OutgoingEvent event, LocalDate date, OffsetDateTime now) {
        insert(db, event, date, now);
    }

    /** The same within a job's transaction. */
    public void insertByJob(OutgoingEvent event, LocalDate date, OffsetDateTime now) {
        insert(engineDb, event, date, now);
    }

    private void insert(DSLContext by, OutgoingEvent event, LocalDate date, OffsetDateTime now) {
        var s = NOTIFICATION_SEQUENCE;
        // Whoever writes of the same object waits here until this transaction ends, so numbers have the order of
        // commits.
        Long number = by.insertInto(s)
                .set(s.AGGREGATE_ID, event.aggregate())
                .set(s.LAST, 1L)
                .onConflict(s.AGGREGATE_ID)
                .doUpdate()
                .set(s.LAST, s.LAST.plus(1))
                .returning(s.LAST)
                .fetchSingle()
                .getLast();
        var e = NOTIFICATION_EVENT;
        by.insertInto(e)
                .set(e.NODE_ID, event.node())
                .set(e.KIND, event.kind())
                .set(e.AGGREGATE_KIND, event.aggregateKind())
                .set(e.AGGREGATE_ID, event.aggregate())
                .set(e.SEQUENCE, number)
                .set(e.FACTS, JSONB.valueOf(json.writeValueAsString(event.facts())))
                .set(e.BUSINESS_DATE, date)
                .set(e.AT, now)
                .execute();
    }

    /** Lets one process at a time find subscribers, so that the events of an object stay in their order. */
    public boolean lock() {
        return Boolean.TRUE.equals(engineDb.select(DSL.field(
                        "pg_try_advisory_xact_lock(hashtextextended('notification.events', 0))", Boolean.class))
                .fetchSingle()
                .value1());
    }

    /** Events whose subscribers are to be found, the oldest first. */
    public List<Waiting> waiting(int most) {
        var e = NOTIFICATION_EVENT;
        return engineDb.select(e.ID, e.NODE_ID, e.KIND, e.AGGREGATE_ID, e.SEQUENCE)
                .from(e)
                .where(e.SPREAD_AT.isNull())
                .orderBy(e.AGGREGATE_ID, e.SEQUENCE)
                .limit(most)
                .fetch(row -> new Waiting(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Sends an event on its way to those who subscribed to its kind at some nodes. */
    public void spread(Waiting event, Collection<UUID> nodes, OffsetDateTime now) {
        var s = NOTIFICATION_SUBSCRIPTION;
        var m = NOTIFICATION_MESSAGE;
        engineDb.insertInto(m, m.SUBSCRIPTION_ID, m.EVENT_ID, m.AGGREGATE_ID, m.SEQUENCE, m.DUE_AT)
                .select(engineDb.select(
                                s.ID,
                                DSL.val(event.id()),
                                DSL.val(event.aggregate()),
                                DSL.val(event.sequence()),
                                DSL.val(now))
                        .from(s)
                        .where(s.NODE_ID.in(nodes))
                        .and(s.ACTIVE)
                        .and(DSL.val(event.kind())
                                .eq(DSL.any(s.KINDS))
                                .or(DSL.val(EventKinds.ANY).eq(DSL.any(s.KINDS)))))
                .onConflictDoNothing()
                .execute();
        engineDb.update(NOTIFICATION_EVENT)
                .set(NOTIFICATION_EVENT.SPREAD_AT, now)
                .where(NOTIFICATION_EVENT.ID.eq(event.id()))
                .execute();
    }
}
