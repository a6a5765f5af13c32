package xindang.policy.store;

import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.IDENTITY_USER;
import static xindang.schema.Tables.POLICY_ACKNOWLEDGEMENT;
import static xindang.schema.Tables.POLICY_DRAFT;
import static xindang.schema.Tables.POLICY_POLICY;
import static xindang.schema.Tables.POLICY_READING_RULE;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.platform.rest.NamedRef;
import xindang.policy.Reading;
import xindang.schema.tables.records.PolicyReadingRuleRecord;

/** Tables of who reads the regime (制度阅读表). */
@Repository
public class ReadingStore {

    private final DSLContext db;
    private final DSLContext engineDb;

    ReadingStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb) {
        this.db = db;
        this.engineDb = engineDb;
    }

    /** The rule of a node, and since when it asks. */
    public record Asked(UUID node, Reading.Rule rule, OffsetDateTime since) {}

    /** The rules of some nodes. */
    public List<Asked> rules(Collection<UUID> nodes) {
        return db.selectFrom(POLICY_READING_RULE)
                .where(POLICY_READING_RULE.NODE_ID.in(nodes))
                .orderBy(POLICY_READING_RULE.NODE_ID)
                .fetch(ReadingStore::asked);
    }

    private static Asked asked(PolicyReadingRuleRecord row) {
        return new Asked(
                row.getNodeId(),
                new Reading.Rule(List.of(row.getRoles()), row.getWithinDays(), row.getVersion()),
                row.getSince());
    }

    /** The rules of the whole house, for the reminders. */
    public List<Asked> everywhere() {
        return engineDb.selectFrom(POLICY_READING_RULE)
                .orderBy(POLICY_READING_RULE.NODE_ID)
                .fetch(ReadingStore::asked);
    }

    /** Whoever acknowledged a publication, in the whole house. */
    public Set<UUID> allWhoAcknowledged(UUID draft) {
        return engineDb.select(POLICY_ACKNOWLEDGEMENT.USER_ID)
                .from(POLICY_ACKNOWLEDGEMENT)
                .where(POLICY_ACKNOWLEDGEMENT.DRAFT_ID.eq(draft))
                .fetchSet(POLICY_ACKNOWLEDGEMENT.USER_ID);
    }

    /** Sets the rule of a node; whether it stood in the version that the caller saw, 0 for none. */
    public boolean put(UUID node, Reading.Rule rule, UUID by, OffsetDateTime now) {
        var r = POLICY_READING_RULE;
        String[] roles = rule.roles().toArray(String[]::new);
        if (rule.version() == 0) {
            return db.insertInto(r)
                            .set(r.NODE_ID, node)
                            .set(r.ROLES, roles)
                            .set(r.WITHIN_DAYS, rule.withinDays())
                            // As publications are recorded: by the clock of the database.
                            .set(r.SINCE, DSL.currentOffsetDateTime())
                            .set(r.CHANGED_BY, by)
                            .set(r.CHANGED_AT, now)
                            .onConflictDoNothing()
                            .execute()
                    == 1;
        }
        return db.update(r)
                        .set(r.ROLES, roles)
                        .set(r.WITHIN_DAYS, rule.withinDays())
                        .set(r.CHANGED_BY, by)
                        .set(r.CHANGED_AT, now)
                        .set(r.VERSION, r.VERSION.plus(1))
                        .where(r.NODE_ID.eq(node), r.VERSION.eq(rule.version()))
                        .execute()
                == 1;
    }

    /** The publication at a node that began last by a day, of those made since an instant. */
    public Optional<Reading.Edition> latest(UUID node, LocalDate date, OffsetDateTime since) {
        var p = POLICY_POLICY;
        var d = POLICY_DRAFT;
        return db.select(p.DRAFT_ID, DSL.coalesce(d.NAME, p.POLICY_ID), IDENTITY_NODE.NAME, p.RECORDED_AT, p.VALID_FROM)
                .from(p)
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(p.NODE_ID))
                .leftJoin(d)
                .on(d.ID.eq(p.DRAFT_ID))
                .where(p.NODE_ID.eq(node), p.STATE.eq("in-force"), p.DRAFT_ID.isNotNull())
                .and(p.VALID_FROM.le(date))
                .and(p.RECORDED_AT.ge(since))
                .orderBy(p.VALID_FROM.desc(), p.RECORDED_AT.desc(), p.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Reading.Edition(
                        row.value1(), row.value2(), new NamedRef(node, row.value3()), row.value4(), row.value5()));
    }

    /** Who acknowledged a publication, as far as the caller reaches. */
    public List<Reading.Reader> acknowledged(UUID draft) {
        var a = POLICY_ACKNOWLEDGEMENT;
        return db.select(a.USER_ID, IDENTITY_USER.NAME, a.AT)
                .from(a)
                .join(IDENTITY_USER)
                .on(IDENTITY_USER.ID.eq(a.USER_ID))
                .where(a.DRAFT_ID.eq(draft))
                .orderBy(a.AT, a.USER_ID)
                .fetch(row -> new Reading.Reader(new NamedRef(row.value1(), row.value2()), row.value3()));
    }

    /** Whether somebody acknowledged a publication. */
    public boolean hasAcknowledged(UUID draft, UUID user) {
        return db.fetchExists(
                POLICY_ACKNOWLEDGEMENT,
                POLICY_ACKNOWLEDGEMENT.DRAFT_ID.eq(draft),
                POLICY_ACKNOWLEDGEMENT.USER_ID.eq(user));
    }

    /** Notes an acknowledgement; whether it is the first of this person. */
    public boolean acknowledge(UUID draft, UUID user, UUID node, OffsetDateTime now) {
        var a = POLICY_ACKNOWLEDGEMENT;
        return db.insertInto(a)
                        .set(a.DRAFT_ID, draft)
                        .set(a.USER_ID, user)
                        .set(a.NODE_ID, node)
                        .set(a.AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
