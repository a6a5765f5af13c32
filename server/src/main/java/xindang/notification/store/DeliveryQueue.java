package xindang.notification.store;

import static xindang.schema.Tables.NOTIFICATION_CHANNEL;
import static xindang.schema.Tables.NOTIFICATION_DELIVERY;
import static xindang.schema.Tables.NOTIFICATION_NOTICE;
import static xindang.schema.Tables.NOTIFICATION_PREFERENCE;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.notification.BotKind;

/** Notices on their way out of the house (外发队列), as whoever sends them sees it: as xd_engine, apart from any request. */
@Repository
public class DeliveryQueue {

    private final DSLContext engineDb;
    private final InboxStore words;

    DeliveryQueue(@Qualifier("engineDb") DSLContext engineDb, InboxStore words) {
        this.engineDb = engineDb;
        this.words = words;
    }

    /**
     * A notice to send.
     *
     * @param attempts this one counted
     */
    public record Item(UUID id, String kind, Map<String, String> words, String link, boolean urgent, int attempts) {

        /** Copies the words. */
        public Item {
            words = Map.copyOf(words);
        }
    }

    /**
     * What goes to one person as one mail.
     *
     * @param address where he wants it now; null if he wants none any more
     */
    public record Letter(UUID user, @Nullable String address, List<Item> items) {

        /** Copies the list. */
        public Letter {
            items = List.copyOf(items);
        }
    }

    /** What goes to one bot as one message; address and secret are sealed. */
    public record Post(
            UUID channel,
            BotKind kind,
            String language,
            ByteBuffer address,
            @Nullable ByteBuffer secret,
            List<Item> items) {

        /** Copies the list. */
        public Post {
            items = List.copyOf(items);
        }
    }

    private static Condition isDue(OffsetDateTime now) {
        var d = NOTIFICATION_DELIVERY;
        return d.STATE
                .eq("waiting")
                .and(d.DUE_AT.le(now))
                .or(d.STATE.eq("sending").and(d.LEASE_UNTIL.lt(now)));
    }

    /** Takes mails that are due, for a time: all that is due to each of some people. */
    public List<Letter> letters(int most, OffsetDateTime now, OffsetDateTime until) {
        var d = NOTIFICATION_DELIVERY;
        List<UUID> taken = take(d.USER_ID.isNotNull(), most, now, until);
        var p = NOTIFICATION_PREFERENCE;
        Map<UUID, List<UUID>> byUser = engineDb.select(d.USER_ID, d.ID)
                .from(d)
                .where(d.ID.in(taken))
                .orderBy(d.USER_ID, d.ID)
                .fetchGroups(d.USER_ID, d.ID);
        Map<UUID, String> addresses = engineDb.select(p.USER_ID, p.MAIL)
                .from(p)
                .where(p.USER_ID.in(byUser.keySet()).and(p.MAIL.isNotNull()))
                .fetchMap(p.USER_ID, p.MAIL);
        var letters = new ArrayList<Letter>();
        byUser.forEach((user, ids) -> letters.add(new Letter(user, addresses.get(user), items(ids))));
        return letters;
    }

    private List<UUID> take(Condition which, int most, OffsetDateTime now, OffsetDateTime until) {
        var d = NOTIFICATION_DELIVERY;
        var due = engineDb.select(d.ID)
                .from(d)
                .where(which.and(isDue(now)))
                .orderBy(d.USER_ID, d.ID)
                .limit(most)
                .forUpdate()
                .skipLocked();
        return engineDb.update(d)
                .set(d.STATE, "sending")
                .set(d.ATTEMPTS, d.ATTEMPTS.plus(1))
                .set(d.LEASE_UNTIL, until)
                .where(d.ID.in(due))
                .returning(d.ID)
                .fetch(d.ID);
    }

    private List<Item> items(List<UUID> ids) {
        var d = NOTIFICATION_DELIVERY;
        var n = NOTIFICATION_NOTICE;
        return engineDb.select(d.ID, n.KIND, n.WORDS, n.LINK, n.URGENT, d.ATTEMPTS)
                .from(d)
                .join(n)
                .on(n.ID.eq(d.NOTICE_ID))
                .where(d.ID.in(ids))
                .orderBy(n.ID)
                .fetch(row -> new Item(
                        row.value1(),
                        row.value2(),
                        words.words(row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }

    /**
     * Takes what is due to one bot that may be called, for a time; its next call waits.
     *
     * @param next not before this it is called again
     */
    public Optional<Post> post(int most, OffsetDateTime now, OffsetDateTime until, OffsetDateTime next) {
        var c = NOTIFICATION_CHANNEL;
        var d = NOTIFICATION_DELIVERY;
        var channel = engineDb.select(c.ID, c.KIND, c.LANGUAGE, c.ADDRESS, c.SECRET)
                .from(c)
                .where(c.ACTIVE)
                .and(c.NEXT_AT.isNull().or(c.NEXT_AT.le(now)))
                .and(DSL.exists(
                        DSL.selectOne().from(d).where(d.CHANNEL_ID.eq(c.ID)).and(isDue(now))))
                .orderBy(c.ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional();
        return channel.map(row -> {
            engineDb.update(c).set(c.NEXT_AT, next).where(c.ID.eq(row.value1())).execute();
            byte[] secret = row.value5();
            return new Post(
                    row.value1(),
                    BotKind.of(row.value2()),
                    row.value3(),
                    ByteBuffer.wrap(row.value4()),
                    secret == null ? null : ByteBuffer.wrap(secret),
                    items(take(d.CHANNEL_ID.eq(row.value1()), most, now, until)));
        });
    }

    /** Notes that a notice was handed over. */
    public void sent(UUID id, OffsetDateTime now) {
        finish(id, "sent", null, now, now);
    }

    /** Notes that an attempt failed and there will be another. */
    public void failed(UUID id, String fault, OffsetDateTime next) {
        finish(id, "waiting", fault, next, null);
    }

    /** Notes that it was given up. */
    public void givenUp(UUID id, String fault, OffsetDateTime now) {
        finish(id, "failed", fault, now, null);
    }

    private void finish(
            UUID id, String state, @Nullable String fault, OffsetDateTime due, @Nullable OffsetDateTime sent) {
        var d = NOTIFICATION_DELIVERY;
        engineDb.update(d)
                .set(d.STATE, state)
                .set(d.FAULT, fault)
                .set(d.DUE_AT, due)
                .set(d.SENT_AT, sent)
                .setNull(d.LEASE_UNTIL)
                .where(d.ID.eq(id).and(d.STATE.eq("sending")))
                .execute();
    }
}
