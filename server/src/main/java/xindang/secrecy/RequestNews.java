package xindang.secrecy;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.notification.Audience;
import xindang.notification.EventBook;
import xindang.notification.Notice;
import xindang.notification.Notices;
import xindang.notification.OutgoingEvent;
import xindang.platform.access.Caller;
import xindang.secrecy.store.GateStore;

/** Tells of requests to read files (查阅申请通知). The file is not named: who decides may not be cleared for it. */
@Component
class RequestNews {

    private static final String LINK = "/secrecy/requests";

    private final Notices notices;
    private final EventBook events;

    RequestNews(Notices notices, EventBook events) {
        this.notices = notices;
        this.events = events;
    }

    /** Somebody asked: those who may decide hear of it. */
    void asked(Caller caller, GateStore.Head file, UUID request) {
        notices.tell(Notice.of(
                        file.company(),
                        "secrecy.access-asked",
                        new Audience.HoldersOf(AccessRequests.DECIDES, file.place()),
                        new Notice.About("request", request, LINK))
                .with(Map.of("who", caller.name())));
        events.enter(new OutgoingEvent(
                file.company(),
                "secrecy.access-asked",
                "customer",
                file.file(),
                Map.of("request", request.toString())));
    }

    /** Somebody decided: who asked hears of it, not how. */
    void decided(Caller caller, GateStore.Head file, RequestLine request) {
        notices.tell(Notice.of(
                        file.company(),
                        "secrecy.access-decided",
                        Audience.person(request.requester().id()),
                        new Notice.About("request", request.id(), LINK))
                .with(Map.of("who", caller.name())));
        events.enter(new OutgoingEvent(
                file.company(),
                "secrecy.access-decided",
                "customer",
                file.file(),
                Map.of("request", request.id().toString())));
    }
}
