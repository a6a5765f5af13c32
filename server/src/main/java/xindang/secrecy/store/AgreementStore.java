package xindang.secrecy.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static xindang.schema.Tables.IDENTITY_USER;
import static xindang.schema.Tables.SECRECY_ACKNOWLEDGEMENT;
import static xindang.schema.Tables.SECRECY_AGREEMENT;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.platform.access.Caller;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.secrecy.Agreement;
import xindang.secrecy.SignatoryLine;

/** Tables of the confidentiality agreement (保密协议表、签署记录表). */
@Repository
public class AgreementStore {

    private static final Keyset LIST =
            Keyset.of("secrecy.signatories", IDENTITY_USER.ID, "login").sortable("login", IDENTITY_USER.LOGIN);

    private final DSLContext db;
    private final Cursors cursors;

    AgreementStore(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /** The text in force. */
    public Optional<Agreement> inForce() {
        return db.selectFrom(SECRECY_AGREEMENT)
                .orderBy(SECRECY_AGREEMENT.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> new Agreement(
                        row.getId(),
                        row.getNumber(),
                        row.getTextZh(),
                        row.getTextEn(),
                        row.getPublishedAt(),
                        row.getPublisherName()));
    }

    /**
     * An acknowledgement that will end.
     *
     * @param endsAt when it no longer counts
     */
    public record Ending(UUID user, OffsetDateTime endsAt) {}

    /** The last acknowledgements of active people that end after a moment and before another, where the house asks for them. */
    public List<Ending> ending(OffsetDateTime after, OffsetDateTime before) {
        return db.resultQuery("""
                        select user_id, ends_at from (
                            select k.user_id, max(k.acknowledged_at) + make_interval(months => s.renewal_months) as ends_at
                            from secrecy_setting s, secrecy_acknowledgement k join identity_user u on u.id = k.user_id
                            where s.agreement and u.active
                                and k.agreement_id = (select a.id from secrecy_agreement a order by a.number desc limit 1)
                            group by k.user_id, s.renewal_months) as last
                        where ends_at > ?::timestamptz and ends_at <= ?::timestamptz order by 2, 1""", after, before)
                .fetch(row -> new Ending(row.get(0, UUID.class), row.get(1, OffsetDateTime.class)));
    }

    /** Publishes a text as the next version; nothing if somebody else was just first. */
    public boolean insert(UUID root, String zh, String en, Caller by, OffsetDateTime now) {
        var a = SECRECY_AGREEMENT;
        return db.insertInto(a)
                        .set(a.NODE_ID, root)
                        .set(
                                a.NUMBER,
                                DSL.field(select(coalesce(max(a.NUMBER), DSL.inline(0))
                                                .plus(1))
                                        .from(a)))
                        .set(a.TEXT_ZH, zh)
                        .set(a.TEXT_EN, en)
                        .set(a.PUBLISHED_AT, now)
                        .set(a.PUBLISHED_BY, by.id())
                        .set(a.PUBLISHER_NAME, by.name())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Keeps that a user acknowledged a text. */
    public void acknowledge(UUID user, UUID agreement, OffsetDateTime now) {
        db.insertInto(SECRECY_ACKNOWLEDGEMENT)
                .set(SECRECY_ACKNOWLEDGEMENT.USER_ID, user)
                .set(SECRECY_ACKNOWLEDGEMENT.AGREEMENT_ID, agreement)
                .set(SECRECY_ACKNOWLEDGEMENT.ACKNOWLEDGED_AT, now)
                .execute();
    }

    /** Whether the house asks for the agreement and this user has not acknowledged the text in force, or too long ago. */
    public boolean isNeeded(UUID user, OffsetDateTime now) {
        return Boolean.TRUE.equals(db.resultQuery("""
                        select exists (select from secrecy_setting s where s.agreement and not exists (
                            select from secrecy_acknowledgement k where k.user_id = ?::uuid
                                and k.agreement_id = (select a.id from secrecy_agreement a order by a.number desc limit 1)
                                and k.acknowledged_at > ?::timestamptz - make_interval(months => s.renewal_months)))""", user, now).fetchOne(0, Boolean.class));
    }

    /** One page of the active users of some nodes and their last acknowledgement. */
    public Page<SignatoryLine> page(
            List<UUID> nodes,
            @Nullable Boolean valid,
            @Nullable Agreement inForce,
            OffsetDateTime since,
            PageQuery query) {
        var k = SECRECY_ACKNOWLEDGEMENT;
        Keyset.Plan plan = LIST.plan(query);
        Condition acknowledged = DSL.exists(select(DSL.one())
                .from(k)
                .where(k.USER_ID.eq(IDENTITY_USER.ID).and(k.ACKNOWLEDGED_AT.gt(since)))
                .and(inForce == null ? DSL.falseCondition() : k.AGREEMENT_ID.eq(inForce.id())));
        Field<Boolean> good = DSL.field(acknowledged).as("good");
        Condition condition = IDENTITY_USER
                .NODE_ID
                .in(nodes)
                .and(IDENTITY_USER.ACTIVE)
                .and(valid == null ? DSL.noCondition() : valid ? acknowledged : DSL.not(acknowledged));
        var rows = db.select(
                        IDENTITY_USER.ID,
                        IDENTITY_USER.LOGIN,
                        IDENTITY_USER.NAME,
                        last("number", Integer.class),
                        last("acknowledged_at", OffsetDateTime.class),
                        good,
                        plan.key(),
                        plan.keyId())
                .from(IDENTITY_USER)
                .where(condition);
        return plan.fetch(rows, cursors, Keyset.count(db, IDENTITY_USER, condition), row -> line(row, good));
    }

    private static <T> Field<T> last(String column, Class<T> type) {
        return DSL.field("""
                (select %s from secrecy_acknowledgement k join secrecy_agreement a on a.id = k.agreement_id
                 where k.user_id = identity_user.id order by k.acknowledged_at desc limit 1)""".formatted(column), type).as("last_" + column);
    }

    private static SignatoryLine line(Record row, Field<Boolean> good) {
        return new SignatoryLine(
                row.get(IDENTITY_USER.ID),
                row.get(IDENTITY_USER.LOGIN),
                row.get(IDENTITY_USER.NAME),
                row.get("last_number", Integer.class),
                row.get("last_acknowledged_at", OffsetDateTime.class),
                row.get(good));
    }
}
