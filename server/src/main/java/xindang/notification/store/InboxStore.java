package xindang.notification.store;

import static xindang.schema.Tables.NOTIFICATION_NOTICE;
import static xindang.schema.Tables.NOTIFICATION_PREFERENCE;
import static xindang.schema.Tables.NOTIFICATION_RECEIPT;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.notification.InboxLine;
import xindang.notification.Preference;
import xindang.notification.Topic;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.schema.tables.records.NotificationPreferenceRecord;

/** Tables of what a person was told and how he wants to be told (站内通知表、通知偏好表). */
@Repository
public class InboxStore {

    private static final Keyset LIST =
            Keyset.of("notification.notices", NOTIFICATION_RECEIPT.ID, "-at").sortable("at", NOTIFICATION_RECEIPT.ID);
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final DSLContext db;
    private final DSLContext engineDb;
    private final JsonMapper json;
    private final Cursors cursors;

    InboxStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb, JsonMapper json, Cursors cursors) {
        this.db = db;
        this.engineDb = engineDb;
        this.json = json;
        this.cursors = cursors;
    }

    /** One page of a person's notices, the latest first. */
    public Page<InboxLine> page(UUID user, @Nullable Topic topic, boolean unread, PageQuery query) {
        var n = NOTIFICATION_NOTICE;
        var r = NOTIFICATION_RECEIPT;
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = r.USER_ID
                .eq(user)
                .and(topic == null ? DSL.noCondition() : n.TOPIC.eq(topic.code()))
                .and(unread ? r.READ_AT.isNull() : DSL.noCondition());
        var rows = db.select(
                        r.ID,
                        n.KIND,
                        n.TOPIC,
                        n.URGENT,
                        n.OBJECT_KIND,
                        n.OBJECT_ID,
                        n.LINK,
                        n.WORDS,
                        n.BUSINESS_DATE,
                        r.TOLD_AT,
                        r.READ_AT,
                        plan.key(),
                        plan.keyId())
                .from(r)
                .join(n)
                .on(n.ID.eq(r.NOTICE_ID))
                .where(condition);
        return plan.fetch(rows, cursors, Keyset.count(db, r.join(n).on(n.ID.eq(r.NOTICE_ID)), condition), this::line);
    }

    private InboxLine line(Record row) {
        var n = NOTIFICATION_NOTICE;
        var r = NOTIFICATION_RECEIPT;
        return new InboxLine(
                row.get(r.ID),
                row.get(n.KIND),
                Topic.of(row.get(n.TOPIC)),
                row.get(n.URGENT),
                row.get(n.OBJECT_KIND),
                row.get(n.OBJECT_ID),
                row.get(n.LINK),
                words(row.get(n.WORDS)),
                row.get(n.BUSINESS_DATE),
                row.get(r.TOLD_AT),
                row.get(r.READ_AT));
    }

    Map<String, String> words(JSONB text) {
        return json.readValue(text.data(), WORDS);
    }

    /** How many a person has not read, counted up to a number. */
    public int unread(UUID user, int most) {
        var r = NOTIFICATION_RECEIPT;
        return db.fetchCount(DSL.selectOne()
                .from(r)
                .where(r.USER_ID.eq(user).and(r.READ_AT.isNull()))
                .limit(most));
    }

    /** Notes that a person has read a notice; whether there is such a one of his. */
    public boolean read(UUID user, UUID id, OffsetDateTime now) {
        var r = NOTIFICATION_RECEIPT;
        return db.update(r)
                        .set(r.READ_AT, DSL.coalesce(r.READ_AT, DSL.val(now)))
                        .where(r.USER_ID.eq(user).and(r.ID.eq(id)))
                        .execute()
                == 1;
    }

    /** Notes that a person has read all up to one, which may be another's: ids have the order of time. */
    public void readUpTo(UUID user, UUID last, OffsetDateTime now) {
        var r = NOTIFICATION_RECEIPT;
        db.update(r)
                .set(r.READ_AT, now)
                .where(r.USER_ID.eq(user).and(r.READ_AT.isNull()).and(r.ID.le(last)))
                .execute();
    }

    /** How a person wants to be told, if he said so. */
    public Optional<Preference> preference(UUID user) {
        return db.selectFrom(NOTIFICATION_PREFERENCE)
                .where(NOTIFICATION_PREFERENCE.USER_ID.eq(user))
                .fetchOptional(InboxStore::preference);
    }

    /** The same of several people, for what works without a request. */
    public Map<UUID, Preference> preferences(Collection<UUID> users) {
        return engineDb.selectFrom(NOTIFICATION_PREFERENCE)
                .where(NOTIFICATION_PREFERENCE.USER_ID.in(users))
                .fetchMap(NOTIFICATION_PREFERENCE.USER_ID, InboxStore::preference);
    }

    private static Preference preference(NotificationPreferenceRecord row) {
        var from = row.getQuietFrom();
        var to = row.getQuietTo();
        return new Preference(
                row.getMail(),
                topics(List.of(row.getMailTopics())),
                topics(List.of(row.getQuietTopics())),
                Preference.Bundling.of(row.getBundling()),
                row.getDigestHour(),
                from == null || to == null ? null : new Preference.QuietHours(from, to),
                row.getUrgentPasses(),
                row.getVersion());
    }

    private static Set<Topic> topics(Collection<String> codes) {
        return codes.stream().map(Topic::of).collect(Collectors.toUnmodifiableSet());
    }

    static String[] codes(Collection<Topic> topics) {
        return topics.stream().map(Topic::code).sorted().toArray(String[]::new);
    }

    static Set<Topic> topics(String[] codes) {
        return topics(Arrays.asList(codes));
    }

    /** Keeps how a person wants to be told; false if he changed it elsewhere since its version. */
    public boolean put(UUID user, Preference wish) {
        var p = NOTIFICATION_PREFERENCE;
        var quiet = wish.quiet();
        NotificationPreferenceRecord row = db.newRecord(p);
        row.setMail(wish.mail());
        row.setMailTopics(codes(wish.mailTopics()));
        row.setQuietTopics(codes(wish.quietTopics()));
        row.setBundling(wish.bundling().code());
        row.setDigestHour(wish.digestHour());
        row.setQuietFrom(quiet == null ? null : quiet.from());
        row.setQuietTo(quiet == null ? null : quiet.to());
        row.setUrgentPasses(wish.urgentPasses());
        row.setVersion(wish.version() + 1);
        if (wish.version() == 0) {
            row.setUserId(user);
            return db.insertInto(p).set(row).onConflictDoNothing().execute() == 1;
        }
        return db.update(p)
                        .set(row)
                        .where(p.USER_ID.eq(user).and(p.VERSION.eq(wish.version())))
                        .execute()
                == 1;
    }
}
