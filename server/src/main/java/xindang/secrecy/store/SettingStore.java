package xindang.secrecy.store;

import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.SECRECY_EXCEPTION;
import static xindang.schema.Tables.SECRECY_SETTING;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import xindang.platform.access.Caller;
import xindang.platform.access.FourEyes;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.secrecy.ExceptionLine;
import xindang.secrecy.SecrecySettings;

/** Tables of settings and of exceptions from the four eyes (保密设置表、例外登记表). */
@Repository
public class SettingStore {

    /** Ids rise with time, so they are the order. */
    private static final Keyset EXCEPTIONS =
            Keyset.of("secrecy.exceptions", SECRECY_EXCEPTION.ID, "-at").sortable("at", SECRECY_EXCEPTION.ID);

    private final DSLContext db;
    private final Cursors cursors;

    SettingStore(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /** The settings, if anybody changed them. */
    public Optional<SecrecySettings> find() {
        return db.selectFrom(SECRECY_SETTING)
                .fetchOptional(row -> new SecrecySettings(
                        row.getShownInLists(),
                        row.getSegregation(),
                        row.getAgreement(),
                        row.getRenewalMonths(),
                        row.getSecondFactor(),
                        row.getVersion()));
    }

    /** Root of the installation, to which settings belong. */
    public UUID root() {
        return db.select(IDENTITY_NODE.ID)
                .from(IDENTITY_NODE)
                .where(IDENTITY_NODE.PARENT_ID.isNull())
                .orderBy(IDENTITY_NODE.ID)
                .limit(1)
                .fetchSingle()
                .value1();
    }

    /** Writes the settings, if they still have the version the change starts from. */
    public boolean put(UUID root, SecrecySettings after) {
        var s = SECRECY_SETTING;
        if (after.version() == 0) {
            return db.insertInto(s)
                            .set(s.NODE_ID, root)
                            .set(s.SHOWN_IN_LISTS, after.shownInLists())
                            .set(s.SEGREGATION, after.segregation())
                            .set(s.AGREEMENT, after.agreement())
                            .set(s.RENEWAL_MONTHS, after.renewalMonths())
                            .set(s.SECOND_FACTOR, after.secondFactor())
                            .onConflictDoNothing()
                            .execute()
                    == 1;
        }
        return db.update(s)
                        .set(s.SHOWN_IN_LISTS, after.shownInLists())
                        .set(s.SEGREGATION, after.segregation())
                        .set(s.AGREEMENT, after.agreement())
                        .set(s.RENEWAL_MONTHS, after.renewalMonths())
                        .set(s.SECOND_FACTOR, after.secondFactor())
                        .set(s.VERSION, s.VERSION.plus(1))
                        .where(s.NODE_ID.eq(root).and(s.VERSION.eq(after.version())))
                        .execute()
                == 1;
    }

    /** Keeps an exception. */
    public void insert(Caller decider, FourEyes.Matter matter, String reason, OffsetDateTime now) {
        db.insertInto(SECRECY_EXCEPTION)
                .set(SECRECY_EXCEPTION.NODE_ID, matter.node())
                .set(SECRECY_EXCEPTION.RECORDED_AT, now)
                .set(SECRECY_EXCEPTION.ACTOR_ID, decider.id())
                .set(SECRECY_EXCEPTION.ACTOR_NAME, decider.name())
                .set(SECRECY_EXCEPTION.ACT, matter.act())
                .set(SECRECY_EXCEPTION.OBJECT_ID, matter.object())
                .set(SECRECY_EXCEPTION.OBJECT_NAME, matter.name())
                .set(SECRECY_EXCEPTION.REASON, reason)
                .execute();
    }

    /** One page of the exceptions of some nodes, the latest first. */
    public Page<ExceptionLine> exceptions(List<UUID> nodes, PageQuery query) {
        Keyset.Plan plan = EXCEPTIONS.plan(query);
        var e = SECRECY_EXCEPTION;
        Condition condition = e.NODE_ID.in(nodes);
        return plan.fetch(
                db.select(
                                e.ID,
                                e.RECORDED_AT,
                                e.ACTOR_ID,
                                e.ACTOR_NAME,
                                e.ACT,
                                e.OBJECT_NAME,
                                e.REASON,
                                plan.key(),
                                plan.keyId())
                        .from(e)
                        .where(condition),
                cursors,
                Keyset.count(db, e, condition),
                row -> new ExceptionLine(
                        row.get(e.ID),
                        row.get(e.RECORDED_AT),
                        new NamedRef(row.get(e.ACTOR_ID), row.get(e.ACTOR_NAME)),
                        row.get(e.ACT),
                        row.get(e.OBJECT_NAME),
                        row.get(e.REASON)));
    }
}
