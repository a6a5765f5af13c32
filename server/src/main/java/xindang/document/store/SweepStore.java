package xindang.document.store;

import static xindang.schema.Tables.DOCUMENT_VERSION;

import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/** Which contents no version names (无主内容), for the job that removes them. */
@Repository
public class SweepStore {

    private static final long LOCK = 7_160_161;

    private final DSLContext db;

    SweepStore(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** Keeps uploads out until the transaction ends. */
    public void lock() {
        db.fetch("select pg_advisory_xact_lock(?)", LOCK);
    }

    /** Whether any version of any company names a content. */
    public boolean isNamed(String sha256) {
        return db.fetchExists(DOCUMENT_VERSION, DOCUMENT_VERSION.SHA256.eq(sha256));
    }
}
