package xindang.receivable.store;

import static xindang.schema.Tables.RECEIVABLE_LEDGER;

import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/** Table of ledger versions (账簿版本表). */
@Repository
public class LedgerStore {

    private final DSLContext db;
    private final DSLContext engineDb;

    LedgerStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb) {
        this.db = db;
        this.engineDb = engineDb;
    }

    /** The version of a company's ledger; 0 before any change. */
    public long version(UUID company) {
        return db.select(RECEIVABLE_LEDGER.VERSION)
                .from(RECEIVABLE_LEDGER)
                .where(RECEIVABLE_LEDGER.NODE_ID.eq(company))
                .fetchOptional(RECEIVABLE_LEDGER.VERSION)
                .orElse(0L);
    }

    /** The version, held until the end of the transaction: changes of items wait, so that several statements see one state. */
    public long hold(UUID company) {
        db.insertInto(RECEIVABLE_LEDGER)
                .set(RECEIVABLE_LEDGER.NODE_ID, company)
                .set(RECEIVABLE_LEDGER.VERSION, 0L)
                .onConflictDoNothing()
                .execute();
        return db.selectFrom(RECEIVABLE_LEDGER)
                .where(RECEIVABLE_LEDGER.NODE_ID.eq(company))
                .forShare()
                .fetchSingle()
                .getVersion();
    }

    /** Raises the version in a request's transaction. */
    public void raise(UUID company) {
        raise(db, company);
    }

    /** Raises the version in a job's transaction. */
    public void raiseByJob(UUID company) {
        raise(engineDb, company);
    }

    private static void raise(DSLContext in, UUID company) {
        in.insertInto(RECEIVABLE_LEDGER)
                .set(RECEIVABLE_LEDGER.NODE_ID, company)
                .set(RECEIVABLE_LEDGER.VERSION, 1L)
                .onConflict(RECEIVABLE_LEDGER.NODE_ID)
                .doUpdate()
                .set(RECEIVABLE_LEDGER.VERSION, RECEIVABLE_LEDGER.VERSION.plus(1))
                .execute();
    }
}
