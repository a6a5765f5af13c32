package xindang.notification.store;

import static xindang.schema.Tables.NOTIFICATION_DELIVERY;
import static xindang.schema.Tables.NOTIFICATION_NOTICE;
import static xindang.schema.Tables.NOTIFICATION_RECEIPT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xindang.notification.Audience;
import xindang.notification.Notice;
import xindang.notification.Topic;

/** Tables of notices and of who was told (通知表、站内通知表). Commands write as xd_app, spreading works as xd_engine. */
@Repository
public class NoticeStore {

    private final DSLContext db;
    private final DSLContext engineDb;
    private final JsonMapper json;

    NoticeStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb, JsonMapper json) {
        this.db = db;
        this.engineDb = engineDb;
        this.json = json;
    }

    /** A notice whose readers are to be found. */
    public record Waiting(
            UUID id, UUID node, String kind, Topic topic, boolean urgent, Audience audience, OffsetDateTime toldAt) {}

    /** Writes a notice within a command's transaction; nothing if its key is taken. */
    public void insert(Notice notice, Topic topic, LocalDate date, OffsetDateTime now) {
        insert(db, notice, topic, date, now);
    }

    /** The same within a job's transaction. */
    public void insertByJob(Notice notice, Topic topic, LocalDate date, OffsetDateTime now) {
        insert(engineDb, notice, topic, date, now);
    }

    private void insert(DSLContext by, Notice notice, Topic topic, LocalDate date, OffsetDateTime now) {
        var n = NOTIFICATION_NOTICE;
        by.insertInto(n)
                .set(n.NODE_ID, notice.node())
                .set(n.KIND, notice.kind())
                .set(n.TOPIC, topic.code())
                .set(n.URGENT, notice.urgent())
                .set(n.AUDIENCE, JSONB.valueOf(json.writeValueAsString(written(notice.audience()))))
                .set(n.OBJECT_KIND, notice.about().kind())
                .set(n.OBJECT_ID, notice.about().id())
                .set(n.LINK, notice.about().link())
                .set(n.WORDS, JSONB.valueOf(json.writeValueAsString(notice.words())))
                .set(n.BUSINESS_DATE, date)
                .set(n.TOLD_AT, now)
                .set(n.ONCE_KEY, notice.once())
                .onConflictDoNothing()
                .execute();
    }

    private static Map<String, Object> written(Audience audience) {
        return new LinkedHashMap<>(
                switch (audience) {
                    case Audience.People(List<UUID> users) -> Map.of("users", users);
                    case Audience.HoldersOf(String right, UUID node) -> Map.of("right", right, "node", node);
                    case Audience.InRole(String role, UUID node) -> Map.of("role", role, "node", node);
                });
    }

    private Audience read(JSONB text) {
        JsonNode audience = json.readTree(text.data());
        if (audience.has("users")) {
            return new Audience.People(audience.at("/users")
                    .valueStream()
                    .map(one -> UUID.fromString(one.asString()))
                    .toList());
        }
        UUID node = UUID.fromString(audience.at("/node").asString());
        return audience.has("right")
                ? new Audience.HoldersOf(audience.at("/right").asString(), node)
                : new Audience.InRole(audience.at("/role").asString(), node);
    }

    /**
     * Tells of jobs that failed in the last day, each once, those that ended with their process too: read from the jobs themselves, as
     * whoever would have told may be the one that died.
     *
     * @param machine the machine's own time, which jobs have
     */
    public void tellOfFailedJobs(OffsetDateTime machine, LocalDate date, OffsetDateTime now) {
        engineDb.query("""
                insert into notification_notice (node_id, kind, topic, audience, object_kind, object_id, link, words, business_date,
                    told_at, once_key)
                select j.node_id, 'platform.job-failed', 'system', jsonb_build_object('users', jsonb_build_array(j.user_id)), 'job', j.id,
                    '/admin/jobs', jsonb_build_object('title', left(j.title, 200)), ?::date, ?::timestamptz, j.id::text
                from platform_job j
                where j.state = 'failed' and j.finished_at > ?::timestamptz and j.user_id is not null
                    and not exists (select from notification_notice n where n.kind = 'platform.job-failed' and n.once_key = j.id::text)
                on conflict do nothing""", date, now, machine.minusDays(1)).execute();
    }

    /** Notices whose readers are to be found, the oldest first, locked; another process takes others. */
    public List<Waiting> waiting(int most) {
        var n = NOTIFICATION_NOTICE;
        return engineDb.select(n.ID, n.NODE_ID, n.KIND, n.TOPIC, n.URGENT, n.AUDIENCE, n.TOLD_AT)
                .from(n)
                .where(n.SPREAD_AT.isNull())
                .orderBy(n.ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Waiting(
                        row.get(n.ID),
                        row.get(n.NODE_ID),
                        row.get(n.KIND),
                        Topic.of(row.get(n.TOPIC)),
                        row.get(n.URGENT),
                        read(row.get(n.AUDIENCE)),
                        row.get(n.TOLD_AT)));
    }

    /** Notes that the readers of a notice were found. */
    public void spread(UUID notice, OffsetDateTime now) {
        engineDb.update(NOTIFICATION_NOTICE)
                .set(NOTIFICATION_NOTICE.SPREAD_AT, now)
                .where(NOTIFICATION_NOTICE.ID.eq(notice))
                .execute();
    }

    /** Puts a notice into a reader's list. */
    public void show(UUID notice, UUID user, OffsetDateTime now) {
        engineDb.insertInto(NOTIFICATION_RECEIPT)
                .set(NOTIFICATION_RECEIPT.NOTICE_ID, notice)
                .set(NOTIFICATION_RECEIPT.USER_ID, user)
                .set(NOTIFICATION_RECEIPT.TOLD_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    /** Sends a notice on its way by mail. */
    public void mail(UUID notice, UUID user, OffsetDateTime due) {
        engineDb.insertInto(NOTIFICATION_DELIVERY)
                .set(NOTIFICATION_DELIVERY.NOTICE_ID, notice)
                .set(NOTIFICATION_DELIVERY.USER_ID, user)
                .set(NOTIFICATION_DELIVERY.DUE_AT, due)
                .onConflictDoNothing()
                .execute();
    }

    /** Sends a notice on its way to a bot. */
    public void post(UUID notice, UUID channel, OffsetDateTime due) {
        engineDb.insertInto(NOTIFICATION_DELIVERY)
                .set(NOTIFICATION_DELIVERY.NOTICE_ID, notice)
                .set(NOTIFICATION_DELIVERY.CHANNEL_ID, channel)
                .set(NOTIFICATION_DELIVERY.DUE_AT, due)
                .onConflictDoNothing()
                .execute();
    }
}
