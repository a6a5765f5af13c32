package xindang.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.calendar.WorkingCalendar;
import xindang.engine.calendar.Shift;
import xindang.engine.workflow.FlowStep;
import xindang.engine.workflow.SignMode;
import xindang.identity.Organisation;
import xindang.identity.User;
import xindang.notification.Audience;
import xindang.notification.Notice;
import xindang.notification.Notices;
import xindang.platform.time.BusinessClock;
import xindang.workflow.store.ActStore;
import xindang.workflow.store.LateStore;

/**
 * Looks after tasks whose day has passed (超时处理): tells once, and asks somebody higher when the step says so, beside whoever is late
 * where one signer is enough, else in his place. Each process looks; the locked case decides which one does it.
 */
@Service
public class Lateness {

    private static final Logger LOG = LoggerFactory.getLogger(Lateness.class);

    private final LateStore store;
    private final ActStore acts;
    private final Versions versions;
    private final Signatories signatories;
    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final Notices notices;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    Lateness(
            LateStore store,
            ActStore acts,
            Versions versions,
            Signatories signatories,
            Organisation organisation,
            WorkingCalendar calendar,
            Notices notices,
            BusinessClock clock,
            @Qualifier("engineTransactions") PlatformTransactionManager transactions) {
        this.store = store;
        this.acts = acts;
        this.versions = versions;
        this.signatories = signatories;
        this.organisation = organisation;
        this.calendar = calendar;
        this.notices = notices;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks at all tasks that are late today. */
    @Scheduled(cron = "${xindang.schedule.workflow}")
    public void look() {
        for (UUID task : store.late(clock.today())) {
            try {
                transaction.executeWithoutResult(_ -> store.lock(task).ifPresent(this::look));
            } catch (RuntimeException e) {
                LOG.error("The late task {} cannot be looked after for the time being", task, e);
            }
        }
    }

    private void look(LateStore.Late late) {
        if (versions.of(late.version()).step(late.step()).orElseThrow() instanceof FlowStep.Approve step) {
            if (!late.toldLate()) {
                List<UUID> people = Stream.concat(Stream.ofNullable(late.user()), Stream.of(late.starter()))
                        .toList();
                tell(late, "workflow.task-late", people);
                store.told(late.task());
            }
            step.escalate().filter(one -> isDue(one, late.due())).ifPresent(one -> escalate(late, step, one));
        }
    }

    private boolean isDue(FlowStep.Escalation escalation, LocalDate due) {
        return !calendar.deadline(due, escalation.after(), Shift.NONE).last().isAfter(clock.today());
    }

    private void escalate(LateStore.Late late, FlowStep.Approve step, FlowStep.Escalation escalation) {
        UUID home = organisation.user(late.starter()).map(User::node).orElse(late.node());
        var asked = new Signatories.Asked(late.node(), late.starter(), home, late.chosen(), late.facts());
        List<UUID> higher = signatories.everybody(escalation.to(), asked).stream()
                .filter(one -> !one.equals(late.starter()) && !store.asked(late, one))
                .toList();
        store.escalated(late.task());
        if (higher.isEmpty()) {
            return;
        }
        List<UUID> whom = step.mode() instanceof SignMode.Single ? higher : List.of(higher.getFirst());
        if (step.mode() instanceof SignMode.Single) {
            whom.forEach(one -> store.beside(late, one, clock.timestamp()));
        } else {
            store.instead(late, whom.getFirst());
        }
        acts.insertByJob(
                ActStore.Done.of(late.flowCase(), late.node(), late.step(), "escalate", null)
                        .about(late.task(), null)
                        .with(whom),
                clock.timestamp());
        tell(late, "workflow.task-escalated", whom);
    }

    private void tell(LateStore.Late late, String kind, List<UUID> people) {
        String starter = organisation.user(late.starter()).map(User::name).orElse("");
        notices.tellByJob(Notice.of(
                        late.node(),
                        kind,
                        new Audience.People(people),
                        new Notice.About("flow-case", late.flowCase(), "/inbox/cases/" + late.flowCase()))
                .with(Map.of(
                        "flow", late.flow(), "who", starter, "due", late.due().toString())));
    }
}
