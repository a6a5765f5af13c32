package xindang.platform.jobs;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import xindang.platform.store.DecisionMonths;

/**
 * Prepares the months of decision records ahead of time (按月分区), so that no insert has to wait for its month or lands among
 * what has none. Records carry the machine's time, not the business date.
 */
@Service
public class MonthsAhead {

    private static final int MONTHS = 4;

    private final DecisionMonths months;

    MonthsAhead(DecisionMonths months) {
        this.months = months;
    }

    /** This month and the three after it. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT1M")
    public void prepare() {
        prepare(LocalDate.now(ZoneOffset.UTC));
    }

    /** The month of a day and the three after it. */
    void prepare(LocalDate day) {
        months.prepare(day.withDayOfMonth(1), MONTHS);
    }
}
