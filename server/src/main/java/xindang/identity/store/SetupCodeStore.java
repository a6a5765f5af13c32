package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_SETUP_CODE;

import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Table of set-up codes (安装码表). */
@Repository
public class SetupCodeStore {

    private final DSLContext db;

    SetupCodeStore(DSLContext db) {
        this.db = db;
    }

    /** Keeps the hash of a new code; earlier ones count no longer. */
    public void replace(String hash, OffsetDateTime now, OffsetDateTime expires) {
        db.deleteFrom(IDENTITY_SETUP_CODE)
                .where(IDENTITY_SETUP_CODE.USED_AT.isNull())
                .execute();
        db.insertInto(IDENTITY_SETUP_CODE)
                .set(IDENTITY_SETUP_CODE.CODE_HASH, hash)
                .set(IDENTITY_SETUP_CODE.CREATED_AT, now)
                .set(IDENTITY_SETUP_CODE.EXPIRES_AT, expires)
                .execute();
    }

    /** Uses a code up; whether it was good. */
    public boolean use(String hash, OffsetDateTime now) {
        return db.update(IDENTITY_SETUP_CODE)
                        .set(IDENTITY_SETUP_CODE.USED_AT, now)
                        .where(IDENTITY_SETUP_CODE.CODE_HASH.eq(hash))
                        .and(IDENTITY_SETUP_CODE.USED_AT.isNull())
                        .and(IDENTITY_SETUP_CODE.EXPIRES_AT.gt(now))
                        .execute()
                == 1;
    }

    /** Lets set-ups go one after the other; must run in a transaction. */
    public void lock() {
        db.select(DSL.field("pg_advisory_xact_lock(hashtextextended('set-up', 0))", Object.class))
                .execute();
    }
}
