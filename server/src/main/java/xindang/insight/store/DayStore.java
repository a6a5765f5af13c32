package xindang.insight.store;

import static xindang.schema.Tables.INSIGHT_DAY;
import static xindang.schema.Tables.PLATFORM_JOB;
import static xindang.schema.Tables.RECEIVABLE_LEDGER;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/** Table of day changes (日切表). Claims are made with the transaction of the job's row, ends with that of the run. */
@Repository
public class DayStore {

    private static final int AT_ONCE_AGAIN = 2;
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final DSLContext db;
    private final DSLContext engineDb;

    DayStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb) {
        this.db = db;
        this.engineDb = engineDb;
    }

    /**
     * The latest day change of a company.
     *
     * @param jobEnded whether its job has ended, one way or the other
     */
    public record Day(LocalDate date, UUID job, int tries, OffsetDateTime triedAt, boolean finished, boolean jobEnded) {

        /** Whether its job ended without it, and that was not often, or not just now. */
        public boolean mayTryAgain(OffsetDateTime now) {
            return jobEnded && (tries <= AT_ONCE_AGAIN || triedAt.plus(PAUSE).isBefore(now));
        }
    }

    /** Companies with items, of the whole installation. */
    public List<UUID> companies() {
        return engineDb.select(RECEIVABLE_LEDGER.NODE_ID)
                .from(RECEIVABLE_LEDGER)
                .where(RECEIVABLE_LEDGER.VERSION.gt(0L))
                .orderBy(RECEIVABLE_LEDGER.NODE_ID)
                .fetch(RECEIVABLE_LEDGER.NODE_ID);
    }

    /** The latest day change of a company. */
    public Optional<Day> last(UUID company) {
        return db.select(
                        INSIGHT_DAY.BUSINESS_DATE,
                        INSIGHT_DAY.JOB_ID,
                        INSIGHT_DAY.TRIES,
                        INSIGHT_DAY.TRIED_AT,
                        DSL.field(INSIGHT_DAY.FINISHED_AT.isNotNull()),
                        DSL.field(PLATFORM_JOB.FINISHED_AT.isNotNull()))
                .from(INSIGHT_DAY)
                .join(PLATFORM_JOB)
                .on(PLATFORM_JOB.ID.eq(INSIGHT_DAY.JOB_ID))
                .where(INSIGHT_DAY.NODE_ID.eq(company))
                .orderBy(INSIGHT_DAY.BUSINESS_DATE.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Day(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /** Claims a date; false if another process has it, for which this one waits. */
    public boolean claim(UUID company, LocalDate date, UUID job) {
        return db.insertInto(INSIGHT_DAY)
                        .set(INSIGHT_DAY.NODE_ID, company)
                        .set(INSIGHT_DAY.BUSINESS_DATE, date)
                        .set(INSIGHT_DAY.JOB_ID, job)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Takes a claim over from a job that ended; false if another process was first. */
    public boolean takeOver(UUID company, Day day, UUID job) {
        return db.update(INSIGHT_DAY)
                        .set(INSIGHT_DAY.JOB_ID, job)
                        .set(INSIGHT_DAY.TRIES, INSIGHT_DAY.TRIES.plus(1))
                        .set(INSIGHT_DAY.TRIED_AT, DSL.currentOffsetDateTime())
                        .where(INSIGHT_DAY.NODE_ID.eq(company))
                        .and(INSIGHT_DAY.BUSINESS_DATE.eq(day.date()))
                        .and(INSIGHT_DAY.JOB_ID.eq(day.job()))
                        .and(INSIGHT_DAY.FINISHED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Whether a date is done; in a job's transaction. */
    public boolean isFinished(UUID company, LocalDate date) {
        return engineDb.fetchExists(
                INSIGHT_DAY,
                INSIGHT_DAY
                        .NODE_ID
                        .eq(company)
                        .and(INSIGHT_DAY.BUSINESS_DATE.eq(date))
                        .and(INSIGHT_DAY.FINISHED_AT.isNotNull()));
    }

    /** Notes that a date is done, in the run's transaction. */
    public void finish(UUID company, LocalDate date) {
        engineDb.update(INSIGHT_DAY)
                .set(INSIGHT_DAY.FINISHED_AT, DSL.currentOffsetDateTime())
                .where(INSIGHT_DAY.NODE_ID.eq(company))
                .and(INSIGHT_DAY.BUSINESS_DATE.eq(date))
                .execute();
    }
}
