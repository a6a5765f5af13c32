package xindang.notification.store;

import static xindang.schema.Tables.NOTIFICATION_EVENT;
import static xindang.schema.Tables.NOTIFICATION_MESSAGE;
import static xindang.schema.Tables.NOTIFICATION_SUBSCRIPTION;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Events on their way to subscribers (推送队列), as whoever sends them sees it: as xd_engine, apart from any request. */
@Repository
public class WebhookQueue {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final DSLContext engineDb;
    private final JsonMapper json;

    WebhookQueue(@Qualifier("engineDb") DSLContext engineDb, JsonMapper json) {
        this.engineDb = engineDb;
        this.json = json;
    }

    /**
     * A message to send.
     *
     * @param attempts this one counted
     * @param secret sealed
     * @param oldSecret sealed; null if there is none
     */
    public record Message(
            UUID id,
            UUID subscription,
            String address,
            int attempts,
            ByteBuffer secret,
            @Nullable ByteBuffer oldSecret,
            @Nullable OffsetDateTime oldUntil,
            Content content) {}

    /** What a message tells. */
    public record Content(
            UUID id,
            String kind,
            OffsetDateTime at,
            LocalDate businessDate,
            UUID node,
            String aggregateKind,
            UUID aggregate,
            long sequence,
            Map<String, String> facts) {

        /** Copies the facts. */
        public Content {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * Takes messages that are due, for a time; of the events of one object the first only. Somebody else takes others meanwhile.
     */
    public List<Message> claim(int most, OffsetDateTime now, OffsetDateTime until) {
        var m = NOTIFICATION_MESSAGE;
        var before = NOTIFICATION_MESSAGE.as("before");
        Condition isDue = m.STATE
                .eq("waiting")
                .and(m.DUE_AT.le(now))
                .or(m.STATE.eq("sending").and(m.LEASE_UNTIL.lt(now)));
        Condition isFirst = DSL.notExists(DSL.selectOne()
                .from(before)
                .where(before.SUBSCRIPTION_ID.eq(m.SUBSCRIPTION_ID))
                .and(before.AGGREGATE_ID.eq(m.AGGREGATE_ID))
                .and(before.SEQUENCE.lt(m.SEQUENCE))
                .and(before.STATE.in("waiting", "sending")));
        Condition isWanted = DSL.exists(DSL.selectOne()
                .from(NOTIFICATION_SUBSCRIPTION)
                .where(NOTIFICATION_SUBSCRIPTION.ID.eq(m.SUBSCRIPTION_ID))
                .and(NOTIFICATION_SUBSCRIPTION.ACTIVE));
        var due = engineDb.select(m.ID)
                .from(m)
                .where(isDue.and(isFirst).and(isWanted))
                .orderBy(m.DUE_AT, m.ID)
                .limit(most)
                .forUpdate()
                .skipLocked();
        List<UUID> taken = engineDb.update(m)
                .set(m.STATE, "sending")
                .set(m.ATTEMPTS, m.ATTEMPTS.plus(1))
                .set(m.LEASE_UNTIL, until)
                .where(m.ID.in(due))
                .returning(m.ID)
                .fetch(m.ID);
        return taken.isEmpty() ? List.of() : read(taken);
    }

    private List<Message> read(List<UUID> ids) {
        var e = NOTIFICATION_EVENT;
        var m = NOTIFICATION_MESSAGE;
        var s = NOTIFICATION_SUBSCRIPTION;
        return engineDb.select(m.ID, m.SUBSCRIPTION_ID, m.ATTEMPTS, s.ADDRESS, s.SECRET, s.OLD_SECRET, s.OLD_UNTIL)
                .select(e.fields())
                .from(m)
                .join(s)
                .on(s.ID.eq(m.SUBSCRIPTION_ID))
                .join(e)
                .on(e.ID.eq(m.EVENT_ID))
                .where(m.ID.in(ids))
                .orderBy(m.ID)
                .fetch(this::message);
    }

    private Message message(Record row) {
        var e = NOTIFICATION_EVENT;
        var m = NOTIFICATION_MESSAGE;
        var s = NOTIFICATION_SUBSCRIPTION;
        byte[] old = row.get(s.OLD_SECRET);
        return new Message(
                row.get(m.ID),
                row.get(m.SUBSCRIPTION_ID),
                row.get(s.ADDRESS),
                row.get(m.ATTEMPTS),
                ByteBuffer.wrap(row.get(s.SECRET)),
                old == null ? null : ByteBuffer.wrap(old),
                row.get(s.OLD_UNTIL),
                new Content(
                        row.get(e.ID),
                        row.get(e.KIND),
                        row.get(e.AT),
                        row.get(e.BUSINESS_DATE),
                        row.get(e.NODE_ID),
                        row.get(e.AGGREGATE_KIND),
                        row.get(e.AGGREGATE_ID),
                        row.get(e.SEQUENCE),
                        json.readValue(row.get(e.FACTS).data(), FACTS)));
    }

    /** Notes that a message arrived. */
    public void delivered(UUID id, int status, OffsetDateTime now) {
        finish(id, "delivered", status, null, now, now);
    }

    /** Notes that an attempt failed and there will be another. */
    public void failed(UUID id, @Nullable Integer status, String fault, OffsetDateTime next) {
        finish(id, "waiting", status, fault, null, next);
    }

    /** Notes that the last attempt failed. */
    public void dead(UUID id, @Nullable Integer status, String fault, OffsetDateTime now) {
        finish(id, "dead", status, fault, now, now);
    }

    private void finish(
            UUID id,
            String state,
            @Nullable Integer status,
            @Nullable String fault,
            @Nullable OffsetDateTime finished,
            OffsetDateTime due) {
        var m = NOTIFICATION_MESSAGE;
        engineDb.update(m)
                .set(m.STATE, state)
                .set(m.STATUS, status)
                .set(m.FAULT, fault)
                .set(m.FINISHED_AT, finished)
                .set(m.DUE_AT, due)
                .setNull(m.LEASE_UNTIL)
                .where(m.ID.eq(id).and(m.STATE.eq("sending")))
                .execute();
    }
}
