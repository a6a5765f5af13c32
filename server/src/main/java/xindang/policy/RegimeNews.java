package xindang.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import xindang.notification.Audience;
import xindang.notification.EventBook;
import xindang.notification.Notice;
import xindang.notification.Notices;
import xindang.notification.OutgoingEvent;
import xindang.platform.access.Caller;
import xindang.platform.rest.NamedRef;

/** Tells of drafts and publications (制度通知). */
@Component
class RegimeNews {

    private final Notices notices;
    private final EventBook events;

    RegimeNews(Notices notices, EventBook events) {
        this.notices = notices;
        this.events = events;
    }

    /** A draft was found free of contradictions: those who may approve it hear of it, once for each version of it. */
    void checked(Caller caller, RegimeDraft draft) {
        notices.tell(notice(
                        draft,
                        "policy.regime-submitted",
                        new Audience.HoldersOf("policy.approve", draft.node().id()))
                .with(Map.of("who", caller.name(), "draft", draft.name()))
                .once(draft.id() + " " + draft.changedAt().toInstant()));
    }

    /** It was published: its authors hear of it, and other systems. */
    void published(RegimeDraft draft, LocalDate from, List<String> kinds) {
        notices.tell(notice(draft, "policy.regime-published", authors(draft))
                .with(Map.of("draft", draft.name(), "from", from.toString())));
        events.enter(new OutgoingEvent(
                draft.node().id(),
                "policy.regime-published",
                "policy",
                draft.node().id(),
                Map.of("validFrom", from.toString(), "kinds", String.join(",", kinds))));
    }

    /** Something it changes was published by others meanwhile: its authors hear of it. */
    void overtaken(RegimeDraft draft) {
        notices.tell(notice(draft, "policy.regime-overtaken", authors(draft)).with(Map.of("draft", draft.name())));
    }

    private static Notice notice(RegimeDraft draft, String kind, Audience audience) {
        return Notice.of(
                draft.node().id(),
                kind,
                audience,
                new Notice.About("policy-draft", draft.id(), "/policy/drafts/" + draft.id()));
    }

    private static Audience authors(RegimeDraft draft) {
        return new Audience.People(draft.authors().stream().map(NamedRef::id).toList());
    }
}
