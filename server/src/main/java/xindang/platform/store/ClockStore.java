package xindang.platform.store;

import static xindang.schema.Tables.PLATFORM_CLOCK;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** How far the clock is moved (时钟偏移表). */
@Repository
public class ClockStore {

    private final DSLContext db;

    ClockStore(DSLContext db) {
        this.db = db;
    }

    /** Seconds ahead of the machine; 0 if never moved. */
    public long offsetSeconds() {
        return db.select(PLATFORM_CLOCK.OFFSET_SECONDS)
                .from(PLATFORM_CLOCK)
                .fetchOptional(PLATFORM_CLOCK.OFFSET_SECONDS)
                .orElse(0L);
    }

    /** Keeps the seconds. */
    public void keep(long seconds) {
        db.insertInto(PLATFORM_CLOCK)
                .set(PLATFORM_CLOCK.ID, true)
                .set(PLATFORM_CLOCK.OFFSET_SECONDS, seconds)
                .onConflict(PLATFORM_CLOCK.ID)
                .doUpdate()
                .set(PLATFORM_CLOCK.OFFSET_SECONDS, seconds)
                .execute();
    }
}
