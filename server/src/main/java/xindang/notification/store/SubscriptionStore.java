package xindang.notification.store;

import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.NOTIFICATION_EVENT;
import static xindang.schema.Tables.NOTIFICATION_MESSAGE;
import static xindang.schema.Tables.NOTIFICATION_SUBSCRIPTION;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.notification.EventKinds;
import xindang.notification.Subscription;
import xindang.notification.WebhookLine;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;

/** Tables of subscriptions and of what they were sent (事件订阅表、推送记录表), as requests see them. */
@Repository
public class SubscriptionStore {

    private static final Keyset LIST = Keyset.of("notification.subscriptions", NOTIFICATION_SUBSCRIPTION.ID, "-at")
            .sortable("at", NOTIFICATION_SUBSCRIPTION.ID);
    private static final Keyset MESSAGES =
            Keyset.of("notification.messages", NOTIFICATION_MESSAGE.ID, "-at").sortable("at", NOTIFICATION_MESSAGE.ID);

    private final DSLContext db;
    private final Cursors cursors;

    SubscriptionStore(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /** What a subscription is to be. */
    public record Draft(UUID node, String name, String address, List<String> kinds, boolean active) {

        /** Copies the list. */
        public Draft {
            kinds = List.copyOf(kinds);
        }
    }

    /** An id for a row that is sealed before it is written. */
    public UUID newId() {
        return Objects.requireNonNull(
                db.select(DSL.field("uuidv7()", UUID.class)).fetchSingle().value1());
    }

    /** One page within the nodes. */
    public Page<Subscription> page(Collection<UUID> nodes, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = NOTIFICATION_SUBSCRIPTION.NODE_ID.in(nodes);
        var fields = fields();
        fields.add(plan.key());
        fields.add(plan.keyId());
        return plan.fetch(
                db.select(fields)
                        .from(NOTIFICATION_SUBSCRIPTION)
                        .join(IDENTITY_NODE)
                        .on(IDENTITY_NODE.ID.eq(NOTIFICATION_SUBSCRIPTION.NODE_ID))
                        .where(condition),
                cursors,
                Keyset.count(db, NOTIFICATION_SUBSCRIPTION, condition),
                SubscriptionStore::subscription);
    }

    /** One within the nodes. */
    public Optional<Subscription> find(Collection<UUID> nodes, UUID id) {
        return db.select(fields())
                .from(NOTIFICATION_SUBSCRIPTION)
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(NOTIFICATION_SUBSCRIPTION.NODE_ID))
                .where(NOTIFICATION_SUBSCRIPTION.ID.eq(id).and(NOTIFICATION_SUBSCRIPTION.NODE_ID.in(nodes)))
                .fetchOptional(SubscriptionStore::subscription);
    }

    private static List<SelectFieldOrAsterisk> fields() {
        var s = NOTIFICATION_SUBSCRIPTION;
        return new ArrayList<>(List.of(
                s.ID,
                s.NODE_ID,
                s.NAME,
                s.ADDRESS,
                s.KINDS,
                s.ACTIVE,
                s.OLD_UNTIL,
                s.CREATED_AT,
                s.VERSION,
                IDENTITY_NODE.NAME.as("node_name")));
    }

    private static Subscription subscription(Record row) {
        var s = NOTIFICATION_SUBSCRIPTION;
        return new Subscription(
                row.get(s.ID),
                new NamedRef(row.get(s.NODE_ID), row.get("node_name", String.class)),
                row.get(s.NAME),
                row.get(s.ADDRESS),
                List.of(row.get(s.KINDS)),
                row.get(s.ACTIVE),
                row.get(s.OLD_UNTIL),
                row.get(s.CREATED_AT),
                row.get(s.VERSION));
    }

    /** A new one with its sealed secret. */
    public void insert(UUID id, Draft draft, ByteBuffer secret, UUID by, OffsetDateTime now) {
        var s = NOTIFICATION_SUBSCRIPTION;
        db.insertInto(s)
                .set(s.ID, id)
                .set(s.NODE_ID, draft.node())
                .set(s.NAME, draft.name())
                .set(s.ADDRESS, draft.address())
                .set(s.KINDS, draft.kinds().toArray(String[]::new))
                .set(s.ACTIVE, draft.active())
                .set(s.SECRET, bytes(secret))
                .set(s.CREATED_AT, now)
                .set(s.CREATED_BY, by)
                .execute();
    }

    /** Changes one; false if it is no longer in that version. */
    public boolean update(UUID id, int version, Draft draft) {
        var s = NOTIFICATION_SUBSCRIPTION;
        return db.update(s)
                        .set(s.NAME, draft.name())
                        .set(s.ADDRESS, draft.address())
                        .set(s.KINDS, draft.kinds().toArray(String[]::new))
                        .set(s.ACTIVE, draft.active())
                        .set(s.VERSION, s.VERSION.plus(1))
                        .where(s.ID.eq(id).and(s.VERSION.eq(version)))
                        .execute()
                == 1;
    }

    /** Gives one a new secret; the present one also signs for a while. */
    public boolean rotate(UUID id, int version, ByteBuffer secret, OffsetDateTime oldUntil) {
        var s = NOTIFICATION_SUBSCRIPTION;
        return db.update(s)
                        .set(s.OLD_SECRET, s.SECRET)
                        .set(s.OLD_UNTIL, oldUntil)
                        .set(s.SECRET, bytes(secret))
                        .set(s.VERSION, s.VERSION.plus(1))
                        .where(s.ID.eq(id).and(s.VERSION.eq(version)))
                        .execute()
                == 1;
    }

    /** Removes one with what it was sent; false if it is no longer in that version. */
    public boolean delete(UUID id, int version) {
        var s = NOTIFICATION_SUBSCRIPTION;
        return db.deleteFrom(s).where(s.ID.eq(id).and(s.VERSION.eq(version))).execute() == 1;
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** One page of what a subscription was sent, the latest first. */
    public Page<WebhookLine> messages(UUID subscription, @Nullable String state, PageQuery query) {
        var e = NOTIFICATION_EVENT;
        var m = NOTIFICATION_MESSAGE;
        Keyset.Plan plan = MESSAGES.plan(query);
        Condition condition =
                m.SUBSCRIPTION_ID.eq(subscription).and(state == null ? DSL.noCondition() : m.STATE.eq(state));
        var rows = db.select(
                        m.ID,
                        m.EVENT_ID,
                        e.KIND,
                        m.AGGREGATE_ID,
                        m.SEQUENCE,
                        e.AT,
                        m.STATE,
                        m.DUE_AT,
                        m.ATTEMPTS,
                        m.STATUS,
                        m.FAULT,
                        m.FINISHED_AT,
                        plan.key(),
                        plan.keyId())
                .from(m)
                .join(e)
                .on(e.ID.eq(m.EVENT_ID))
                .where(condition);
        return plan.fetch(rows, cursors, Keyset.count(db, m, condition), SubscriptionStore::message);
    }

    private static WebhookLine message(Record row) {
        var e = NOTIFICATION_EVENT;
        var m = NOTIFICATION_MESSAGE;
        return new WebhookLine(
                row.get(m.ID),
                row.get(m.EVENT_ID),
                row.get(e.KIND),
                row.get(m.AGGREGATE_ID),
                row.get(m.SEQUENCE),
                row.get(e.AT),
                row.get(m.STATE),
                row.get(m.DUE_AT),
                row.get(m.ATTEMPTS),
                row.get(m.STATUS),
                row.get(m.FAULT),
                row.get(m.FINISHED_AT));
    }

    /** Sends the events since an instant once more, those that were never sent to this subscription too; how many those are. */
    public int replay(Subscription to, Collection<UUID> nodes, OffsetDateTime since, OffsetDateTime now) {
        var e = NOTIFICATION_EVENT;
        var m = NOTIFICATION_MESSAGE;
        Condition kinds = to.kinds().contains(EventKinds.ANY) ? DSL.noCondition() : e.KIND.in(to.kinds());
        return db.insertInto(m, m.SUBSCRIPTION_ID, m.EVENT_ID, m.AGGREGATE_ID, m.SEQUENCE, m.DUE_AT)
                .select(db.select(DSL.val(to.id()), e.ID, e.AGGREGATE_ID, e.SEQUENCE, DSL.val(now))
                        .from(e)
                        .where(e.NODE_ID.in(nodes))
                        .and(e.AT.ge(since))
                        .and(kinds))
                .onConflict(m.SUBSCRIPTION_ID, m.EVENT_ID)
                .doUpdate()
                .set(m.STATE, "waiting")
                .set(m.DUE_AT, now)
                .set(m.ATTEMPTS, 0)
                .setNull(m.LEASE_UNTIL)
                .setNull(m.FINISHED_AT)
                .where(m.STATE.in("delivered", "dead"))
                .execute();
    }
}
