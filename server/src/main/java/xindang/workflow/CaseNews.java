package xindang.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import xindang.notification.Audience;
import xindang.notification.EventBook;
import xindang.notification.Notice;
import xindang.notification.Notices;
import xindang.notification.OutgoingEvent;
import xindang.platform.jobs.Events;

/** Tells of cases (流程通知): notices to people, a hint to their open pages, and events to other systems. */
@Component
class CaseNews {

    private final Notices notices;
    private final EventBook events;
    private final Events pages;

    CaseNews(Notices notices, EventBook events, Events pages) {
        this.notices = notices;
        this.events = events;
        this.pages = pages;
    }

    /** Somebody is asked. */
    void asked(FlowCase flowCase, UUID task, Collection<UUID> people) {
        if (!people.isEmpty()) {
            notices.tell(notice(flowCase, "workflow.task-arrived", people, "/inbox/" + task));
            hint(people);
        }
    }

    /** It came back to its starter, to be mended. */
    void returned(FlowCase flowCase, UUID task) {
        List<UUID> starter = List.of(flowCase.starter().id());
        notices.tell(notice(flowCase, "workflow.case-returned", starter, "/inbox/" + task));
        hint(starter);
    }

    /** A copy. */
    void copied(FlowCase flowCase, Collection<UUID> people) {
        if (!people.isEmpty()) {
            notices.tell(notice(flowCase, "workflow.case-copied", people, link(flowCase)));
        }
    }

    /** The starter asks them to hurry. */
    void reminded(FlowCase flowCase, Collection<UUID> people) {
        notices.tell(
                notice(flowCase, "workflow.task-reminded", people, "/inbox").urgently());
    }

    /** It has ended. */
    void ended(FlowCase flowCase, String outcome) {
        List<UUID> starter = List.of(flowCase.starter().id());
        if (!outcome.equals("withdrawn")) {
            notices.tell(notice(flowCase, "workflow.case-ended", starter, link(flowCase)));
        }
        events.enter(new OutgoingEvent(
                flowCase.node().id(),
                "workflow.case-ended",
                "flow-case",
                flowCase.id(),
                Map.of(
                        "outcome",
                        outcome,
                        "flow",
                        flowCase.flow().name(),
                        "version",
                        String.valueOf(flowCase.number()))));
        hint(starter);
    }

    /** Open pages of some people look again once this is committed. */
    void hint(Collection<UUID> people) {
        Set<UUID> told = Set.copyOf(people);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                pages.sendTo(told, "inbox", Map.of());
            }
        });
    }

    private static String link(FlowCase flowCase) {
        return "/inbox/cases/" + flowCase.id();
    }

    private static Notice notice(FlowCase flowCase, String kind, Collection<UUID> people, String link) {
        return Notice.of(
                        flowCase.node().id(),
                        kind,
                        new Audience.People(List.copyOf(people)),
                        new Notice.About("flow-case", flowCase.id(), link))
                .with(Map.of(
                        "flow",
                        flowCase.flow().name(),
                        "who",
                        flowCase.starter().name()));
    }
}
