package xindang.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.identity.Competence;
import xindang.notification.Audience;
import xindang.notification.Notice;
import xindang.notification.Notices;
import xindang.platform.database.Wall;
import xindang.platform.rest.NamedRef;
import xindang.platform.time.BusinessClock;
import xindang.policy.store.ReadingStore;

/**
 * Tells readers of a regime that there is something to read, and reminds those who have not (制度阅读提醒, POL-10): on the first day, on
 * the day before the last one, and once a week while they are late.
 */
@Service
public class ReadingReminders {

    private final ReadingStore store;
    private final Competence competence;
    private final Notices notices;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    ReadingReminders(
            ReadingStore store,
            Competence competence,
            Notices notices,
            BusinessClock clock,
            @Qualifier("transactionManager") PlatformTransactionManager transactions) {
        this.store = store;
        this.competence = competence;
        this.notices = notices;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks once an hour; who was told of a step is not told of it again. */
    @Scheduled(cron = "${xindang.schedule.reading}")
    public void look() {
        for (ReadingStore.Asked asked : store.everywhere()) {
            Wall.runWithin(asked.node(), () -> transaction.executeWithoutResult(_ -> remind(asked)));
        }
    }

    private void remind(ReadingStore.Asked asked) {
        LocalDate today = clock.today();
        store.latest(asked.node(), today, asked.since()).ifPresent(edition -> {
            LocalDate until = Readings.until(edition, asked.rule());
            String step = step(today, until);
            Set<UUID> done = store.allWhoAcknowledged(edition.draft());
            List<UUID> missing = competence
                    .inRolesWithin(Set.copyOf(asked.rule().roles()), asked.node())
                    .stream()
                    .map(NamedRef::id)
                    .filter(reader -> !done.contains(reader))
                    .toList();
            missing.forEach(reader -> tell(asked.node(), reader, edition, until, step));
        });
    }

    private void tell(UUID node, UUID reader, Reading.Edition edition, LocalDate until, String step) {
        notices.tell(Notice.of(
                        node,
                        step.startsWith("late") ? "policy.regime-reading-late" : "policy.regime-to-read",
                        Audience.person(reader),
                        new Notice.About("policy-draft", edition.draft(), "/policy/readings"))
                .with(Map.of("draft", edition.name(), "until", until.toString()))
                .once(edition.draft() + " " + reader + " " + step));
    }

    /** The step of a day; a new one every seven days after the last day. */
    static String step(LocalDate today, LocalDate until) {
        if (today.isAfter(until)) {
            return "late " + (today.toEpochDay() - until.toEpochDay() - 1) / 7;
        }
        return today.isBefore(until.minusDays(1)) ? "first" : "last";
    }
}
