package xindang.platform.store;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Partitions of decision records (决定记录分区), one per month. */
@Repository
public class DecisionMonths {

    private final DSLContext db;

    DecisionMonths(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** Makes the partitions of so many months from a day's on, where they are missing; one process at a time. */
    @Transactional("engineTransactions")
    public void prepare(LocalDate from, int months) {
        db.execute("select pg_advisory_xact_lock(hashtextextended('platform_prepare_month', 0))");
        for (int month = 0; month < months; month++) {
            db.execute("select platform_prepare_month(?)", from.plusMonths(month));
        }
    }
}
