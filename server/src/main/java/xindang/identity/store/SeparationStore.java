package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_SEPARATION;
import static xindang.schema.Tables.IDENTITY_USER;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;
import xindang.identity.SeparationSwitch;
import xindang.platform.rest.NamedRef;

/** The one row that says whether the three administrators are kept apart (三员分立表). */
@Repository
public class SeparationStore {

    private final DSLContext db;

    SeparationStore(DSLContext db) {
        this.db = db;
    }

    /** Whether they are. */
    public boolean isActive() {
        return db.fetchExists(IDENTITY_SEPARATION, IDENTITY_SEPARATION.ACTIVE.isTrue());
    }

    /** Keeps them apart from now on. */
    public void on(UUID root) {
        var s = IDENTITY_SEPARATION;
        db.insertInto(s)
                .set(s.NODE_ID, root)
                .set(s.ACTIVE, true)
                .onConflict(s.NODE_ID)
                .doUpdate()
                .set(s.ACTIVE, true)
                .set(s.VERSION, s.VERSION.plus(1))
                .execute();
    }

    /** Enters a wish to switch it off; false if it is off, or somebody asked before. */
    public boolean ask(UUID by, String kind, String reason, OffsetDateTime now) {
        var s = IDENTITY_SEPARATION;
        return db.update(s)
                        .set(s.ASKED_BY, by)
                        .set(s.ASKED_AS, kind)
                        .set(s.ASKED_AT, now)
                        .set(s.REASON, reason)
                        .where(s.ACTIVE.isTrue().and(s.ASKED_BY.isNull()))
                        .execute()
                == 1;
    }

    /** The wish to switch it off. */
    public Optional<SeparationSwitch.Request> request() {
        return select().fetchOptional(SeparationStore::request);
    }

    /** The same, locked for a decision. */
    public Optional<SeparationSwitch.Request> lockRequest() {
        return select().forUpdate().of(IDENTITY_SEPARATION).fetchOptional(SeparationStore::request);
    }

    private SelectConditionStep<? extends Record> select() {
        var s = IDENTITY_SEPARATION;
        return db.select(s.ASKED_BY, IDENTITY_USER.NAME, s.ASKED_AS, s.ASKED_AT, s.REASON)
                .from(s)
                .join(IDENTITY_USER)
                .on(IDENTITY_USER.ID.eq(s.ASKED_BY))
                .where(s.ACTIVE.isTrue());
    }

    private static SeparationSwitch.Request request(Record row) {
        var s = IDENTITY_SEPARATION;
        return new SeparationSwitch.Request(
                new NamedRef(row.get(s.ASKED_BY), row.get(IDENTITY_USER.NAME)),
                row.get(s.ASKED_AS),
                row.get(s.ASKED_AT),
                row.get(s.REASON));
    }

    /** Drops the wish; false if there is none. */
    public boolean decline() {
        var s = IDENTITY_SEPARATION;
        return db.update(s)
                        .setNull(s.ASKED_BY)
                        .setNull(s.ASKED_AS)
                        .setNull(s.ASKED_AT)
                        .setNull(s.REASON)
                        .where(s.ASKED_BY.isNotNull())
                        .execute()
                == 1;
    }

    /** No longer keeps them apart. */
    public void off() {
        decline();
        db.update(IDENTITY_SEPARATION)
                .set(IDENTITY_SEPARATION.ACTIVE, false)
                .set(IDENTITY_SEPARATION.VERSION, IDENTITY_SEPARATION.VERSION.plus(1))
                .execute();
    }
}
