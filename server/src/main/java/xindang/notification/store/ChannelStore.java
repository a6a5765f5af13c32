package xindang.notification.store;

import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.NOTIFICATION_CHANNEL;
import static xindang.schema.Tables.NOTIFICATION_DELIVERY;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.notification.Bot;
import xindang.notification.BotKind;
import xindang.notification.DeliveryLine;
import xindang.notification.Topic;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;

/** Tables of bots and of what they were sent (群机器人表、外发记录表), as requests see them. */
@Repository
public class ChannelStore {

    private static final Keyset LIST =
            Keyset.of("notification.bots", NOTIFICATION_CHANNEL.ID, "at").sortable("at", NOTIFICATION_CHANNEL.ID);
    private static final Keyset DELIVERIES = Keyset.of("notification.deliveries", NOTIFICATION_DELIVERY.ID, "-at")
            .sortable("at", NOTIFICATION_DELIVERY.ID);

    private final DSLContext db;
    private final DSLContext engineDb;
    private final Cursors cursors;

    ChannelStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb, Cursors cursors) {
        this.db = db;
        this.engineDb = engineDb;
        this.cursors = cursors;
    }

    /**
     * What a bot is to be.
     *
     * @param host host of its address
     */
    public record Draft(
            UUID node, BotKind kind, String name, String language, Set<Topic> topics, String host, boolean active) {

        /** Copies the set. */
        public Draft {
            topics = Set.copyOf(topics);
        }
    }

    /** The active bots of some nodes that tell of a topic. */
    public List<UUID> of(Collection<UUID> nodes, Topic topic) {
        var c = NOTIFICATION_CHANNEL;
        return engineDb.select(c.ID)
                .from(c)
                .where(c.NODE_ID.in(nodes))
                .and(c.ACTIVE)
                .and(DSL.val(topic.code()).eq(DSL.any(c.TOPICS)))
                .fetch(c.ID);
    }

    /** One page within the nodes. */
    public Page<Bot> page(Collection<UUID> nodes, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = NOTIFICATION_CHANNEL.NODE_ID.in(nodes);
        var fields = fields();
        fields.add(plan.key());
        fields.add(plan.keyId());
        return plan.fetch(
                db.select(fields)
                        .from(NOTIFICATION_CHANNEL)
                        .join(IDENTITY_NODE)
                        .on(IDENTITY_NODE.ID.eq(NOTIFICATION_CHANNEL.NODE_ID))
                        .where(condition),
                cursors,
                Keyset.count(db, NOTIFICATION_CHANNEL, condition),
                ChannelStore::bot);
    }

    /** One within the nodes. */
    public Optional<Bot> find(Collection<UUID> nodes, UUID id) {
        return db.select(fields())
                .from(NOTIFICATION_CHANNEL)
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(NOTIFICATION_CHANNEL.NODE_ID))
                .where(NOTIFICATION_CHANNEL.ID.eq(id).and(NOTIFICATION_CHANNEL.NODE_ID.in(nodes)))
                .fetchOptional(ChannelStore::bot);
    }

    private static List<SelectFieldOrAsterisk> fields() {
        var c = NOTIFICATION_CHANNEL;
        return new ArrayList<>(List.of(
                c.ID,
                c.NODE_ID,
                c.KIND,
                c.NAME,
                c.LANGUAGE,
                c.TOPICS,
                c.HOST,
                c.ACTIVE,
                c.VERSION,
                DSL.field(c.SECRET.isNotNull()).as("signs"),
                IDENTITY_NODE.NAME.as("node_name")));
    }

    private static Bot bot(Record row) {
        var c = NOTIFICATION_CHANNEL;
        return new Bot(
                row.get(c.ID),
                new NamedRef(row.get(c.NODE_ID), row.get("node_name", String.class)),
                BotKind.of(row.get(c.KIND)),
                row.get(c.NAME),
                row.get(c.LANGUAGE),
                InboxStore.topics(row.get(c.TOPICS)),
                row.get(c.HOST),
                row.get("signs", boolean.class),
                row.get(c.ACTIVE),
                row.get(c.VERSION));
    }

    /** A new one with sealed address and secret. */
    public void insert(UUID id, Draft draft, ByteBuffer address, @Nullable ByteBuffer secret) {
        var c = NOTIFICATION_CHANNEL;
        db.insertInto(c)
                .set(c.ID, id)
                .set(c.NODE_ID, draft.node())
                .set(c.KIND, draft.kind().code())
                .set(c.NAME, draft.name())
                .set(c.LANGUAGE, draft.language())
                .set(c.TOPICS, InboxStore.codes(draft.topics()))
                .set(c.HOST, draft.host())
                .set(c.ACTIVE, draft.active())
                .set(c.ADDRESS, SubscriptionStore.bytes(address))
                .set(c.SECRET, secret == null ? null : SubscriptionStore.bytes(secret))
                .execute();
    }

    /** Changes name, language, topics and whether it is active; false if it is no longer in that version. */
    public boolean update(UUID id, int version, String name, String language, Set<Topic> topics, boolean active) {
        var c = NOTIFICATION_CHANNEL;
        return db.update(c)
                        .set(c.NAME, name)
                        .set(c.LANGUAGE, language)
                        .set(c.TOPICS, InboxStore.codes(topics))
                        .set(c.ACTIVE, active)
                        .set(c.VERSION, c.VERSION.plus(1))
                        .where(c.ID.eq(id).and(c.VERSION.eq(version)))
                        .execute()
                == 1;
    }

    /** Removes one with what it was sent; false if it is no longer in that version. */
    public boolean delete(UUID id, int version) {
        var c = NOTIFICATION_CHANNEL;
        return db.deleteFrom(c).where(c.ID.eq(id).and(c.VERSION.eq(version))).execute() == 1;
    }

    /** One page of what a bot was sent, the latest first. */
    public Page<DeliveryLine> deliveries(UUID channel, @Nullable String state, PageQuery query) {
        var d = NOTIFICATION_DELIVERY;
        // Of a notice that was for others nothing is read but its kind.
        var kind = DSL.field("notification_kind({0})", String.class, d.NOTICE_ID);
        Keyset.Plan plan = DELIVERIES.plan(query);
        Condition condition = d.CHANNEL_ID.eq(channel).and(state == null ? DSL.noCondition() : d.STATE.eq(state));
        var rows = db.select(d.ID, kind, d.STATE, d.DUE_AT, d.ATTEMPTS, d.FAULT, d.SENT_AT, plan.key(), plan.keyId())
                .from(d)
                .where(condition);
        return plan.fetch(
                rows,
                cursors,
                Keyset.count(db, d, condition),
                row -> new DeliveryLine(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    /** An id for a row that is sealed before it is written. */
    public UUID newId() {
        return db.select(DSL.field("uuidv7()", UUID.class)).fetchSingle().value1();
    }
}
