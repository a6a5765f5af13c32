package xindang.insight;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.insight.store.DayStore;
import xindang.notification.EventBook;
import xindang.notification.OutgoingEvent;
import xindang.platform.access.Reach;
import xindang.platform.database.Wall;
import xindang.platform.jobs.Job;
import xindang.platform.jobs.Jobs;
import xindang.platform.jobs.Progress;
import xindang.platform.time.BusinessClock;
import xindang.receivable.Snapshots;

/**
 * The change of the business date (日切): assesses every company with items for each new date, dates that were missed in their
 * order, and makes today's ageing before anybody asks. Each process looks; the row of a company and date in the database
 * decides which one does it (docs/adr/0064). What a crash interrupts is done again from its beginning.
 */
@Service
public class DayChange {

    /** Dates missed longer ago stay as they are: nobody acts upon them any more. */
    private static final int CAUGHT_UP = 31;

    private final DayStore store;
    private final AssessPortfolio assessment;
    private final Snapshots snapshots;
    private final Jobs jobs;
    private final EventBook events;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    DayChange(
            DayStore store,
            AssessPortfolio assessment,
            Snapshots snapshots,
            Jobs jobs,
            EventBook events,
            BusinessClock clock,
            @Qualifier("transactionManager") PlatformTransactionManager transactions) {
        this.store = store;
        this.assessment = assessment;
        this.snapshots = snapshots;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins what is due; the dates after it follow by themselves. */
    @Scheduled(cron = "${xindang.schedule.day-change}")
    public void look() {
        store.companies().forEach(company -> Wall.runWithin(company, () -> look(company)));
    }

    private void look(UUID company) {
        LocalDate today = clock.today();
        store.last(company).ifPresentOrElse(last -> after(company, last, today), () -> begin(company, today));
    }

    private void after(UUID company, DayStore.Day last, LocalDate today) {
        if (last.finished()) {
            if (last.date().isBefore(today)) {
                LocalDate next = last.date().plusDays(1);
                LocalDate oldest = today.minusDays(CAUGHT_UP - 1L);
                begin(company, next.isBefore(oldest) ? oldest : next);
            }
        } else if (last.mayTryAgain(OffsetDateTime.now(ZoneOffset.UTC))) {
            transaction.executeWithoutResult(status -> {
                Job job = submit(company, last.date());
                if (!store.takeOver(company, last, job.id())) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    private void begin(UUID company, LocalDate date) {
        transaction.executeWithoutResult(status -> {
            Job job = submit(company, date);
            if (!store.claim(company, date, job.id())) {
                // Another process was first; the job vanishes with this transaction.
                status.setRollbackOnly();
            }
        });
    }

    private Job submit(UUID company, LocalDate date) {
        return jobs.submitBySchedule(
                company, "insight.day-change", "日切 " + date, progress -> change(company, date, progress));
    }

    private void finish(UUID company, LocalDate date) {
        store.finish(company, date);
        events.enterByJob(
                new OutgoingEvent(company, "insight.day-changed", "company", company, Map.of("date", date.toString())));
    }

    private Job.Result change(UUID company, LocalDate date, Progress progress) {
        if (date.equals(clock.today())) {
            snapshots.of(Reach.companies(List.of(company)), date);
        }
        var facts = assessment.bySchedule(
                company, date, progress, () -> !store.isFinished(company, date), () -> finish(company, date));
        look(company);
        return new Job.Result("/insight", facts);
    }
}
