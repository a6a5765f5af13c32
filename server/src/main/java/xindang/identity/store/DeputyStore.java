package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_DEPUTY;
import static xindang.schema.Tables.IDENTITY_USER;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import xindang.identity.Deputy;
import xindang.schema.tables.IdentityUser;

/** Table of who stands in for whom (代理表). */
@Repository
public class DeputyStore {

    private static final IdentityUser USER = IDENTITY_USER.as("stood_in_for");
    private static final IdentityUser DEPUTY = IDENTITY_USER.as("deputy");

    private final DSLContext db;

    DeputyStore(DSLContext db) {
        this.db = db;
    }

    /** For whom somebody stands in on a day; not for people whose account is closed. */
    public List<Deputy> counting(UUID deputy, LocalDate on) {
        return fetch(IDENTITY_DEPUTY
                .DEPUTY_ID
                .eq(deputy)
                .and(IDENTITY_DEPUTY.VALID_FROM.le(on))
                .and(IDENTITY_DEPUTY.VALID_TO.gt(on))
                .and(USER.ACTIVE));
    }

    /** What is not over on a day: of a user, and of all users of some nodes. */
    public List<Deputy> notOver(UUID user, Collection<UUID> nodes, LocalDate on) {
        return fetch(IDENTITY_DEPUTY
                .VALID_TO
                .gt(on)
                .and(DSL.or(
                        IDENTITY_DEPUTY.USER_ID.eq(user), IDENTITY_DEPUTY.DEPUTY_ID.eq(user), USER.NODE_ID.in(nodes))));
    }

    /** What is not over on a day, of anybody. */
    public List<Deputy> notOver(LocalDate on) {
        return fetch(IDENTITY_DEPUTY.VALID_TO.gt(on));
    }

    /** One of them. */
    public Optional<Deputy> find(UUID id) {
        return fetch(IDENTITY_DEPUTY.ID.eq(id)).stream().findFirst();
    }

    private List<Deputy> fetch(Condition condition) {
        return db.select(IDENTITY_DEPUTY.fields())
                .select(USER.LOGIN, USER.NAME, USER.NODE_ID, DEPUTY.LOGIN, DEPUTY.NAME, DEPUTY.NODE_ID)
                .from(IDENTITY_DEPUTY)
                .join(USER)
                .on(USER.ID.eq(IDENTITY_DEPUTY.USER_ID))
                .join(DEPUTY)
                .on(DEPUTY.ID.eq(IDENTITY_DEPUTY.DEPUTY_ID))
                .where(condition)
                .orderBy(IDENTITY_DEPUTY.VALID_FROM, IDENTITY_DEPUTY.ID)
                .fetch(DeputyStore::deputy);
    }

    /** Enters a deputyship, and its id. */
    public UUID insert(UUID user, UUID deputy, LocalDate from, LocalDate to, String reason, UUID by) {
        return db.insertInto(IDENTITY_DEPUTY)
                .set(IDENTITY_DEPUTY.USER_ID, user)
                .set(IDENTITY_DEPUTY.DEPUTY_ID, deputy)
                .set(IDENTITY_DEPUTY.VALID_FROM, from)
                .set(IDENTITY_DEPUTY.VALID_TO, to)
                .set(IDENTITY_DEPUTY.REASON, reason)
                .set(IDENTITY_DEPUTY.MADE_BY, by)
                .returning(IDENTITY_DEPUTY.ID)
                .fetchSingle()
                .getId();
    }

    /** Ends it with a day that it no longer counts; one that never counted goes. */
    public void end(Deputy deputy, LocalDate to) {
        if (deputy.from().isBefore(to)) {
            db.update(IDENTITY_DEPUTY)
                    .set(IDENTITY_DEPUTY.VALID_TO, to)
                    .where(IDENTITY_DEPUTY.ID.eq(deputy.id()))
                    .execute();
        } else {
            db.deleteFrom(IDENTITY_DEPUTY)
                    .where(IDENTITY_DEPUTY.ID.eq(deputy.id()))
                    .execute();
        }
    }

    private static Deputy deputy(Record row) {
        return new Deputy(
                row.get(IDENTITY_DEPUTY.ID),
                new Deputy.Named(
                        row.get(IDENTITY_DEPUTY.USER_ID),
                        row.get(USER.LOGIN),
                        row.get(USER.NAME),
                        row.get(USER.NODE_ID)),
                new Deputy.Named(
                        row.get(IDENTITY_DEPUTY.DEPUTY_ID),
                        row.get(DEPUTY.LOGIN),
                        row.get(DEPUTY.NAME),
                        row.get(DEPUTY.NODE_ID)),
                row.get(IDENTITY_DEPUTY.VALID_FROM),
                row.get(IDENTITY_DEPUTY.VALID_TO),
                row.get(IDENTITY_DEPUTY.REASON));
    }
}
