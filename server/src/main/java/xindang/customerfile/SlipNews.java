package xindang.customerfile;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.notification.Audience;
import xindang.notification.EventBook;
import xindang.notification.Notice;
import xindang.notification.Notices;
import xindang.notification.OutgoingEvent;
import xindang.platform.access.Caller;

/** Tells of hand-over slips (移交单通知): whoever is to sign next, and the giver when it is through. */
@Component
class SlipNews {

    private final Notices notices;
    private final EventBook events;

    SlipNews(Notices notices, EventBook events) {
        this.notices = notices;
        this.events = events;
    }

    /** A slip waits for somebody's signature; he knows if he made it himself. */
    void waits(Caller caller, Slip slip, UUID signer) {
        tell(caller, slip, "customerfile.slip-to-sign", signer);
    }

    /** The giver signed, or somebody in his place. */
    void given(Caller caller, Slip slip) {
        tell(caller, slip, "customerfile.slip-to-sign", slip.receiver().id());
        enter(slip, "customerfile.slip-given", Map.of());
    }

    /** The receiver signed and the files moved. */
    void received(Caller caller, Slip slip, int files) {
        ended(caller, slip);
        enter(slip, "customerfile.slip-received", Map.of("files", String.valueOf(files)));
    }

    /** The slip is through, whichever way. */
    void ended(Caller caller, Slip slip) {
        tell(caller, slip, "customerfile.slip-ended", slip.giver().id());
    }

    private void tell(Caller caller, Slip slip, String kind, UUID reader) {
        if (reader.equals(caller.id())) {
            return;
        }
        notices.tell(Notice.of(
                        slip.node().id(),
                        kind,
                        Audience.person(reader),
                        new Notice.About("slip", slip.id(), "/handover"))
                .with(Map.of(
                        "giver",
                        slip.giver().name(),
                        "receiver",
                        slip.receiver().name(),
                        "who",
                        caller.name())));
    }

    private void enter(Slip slip, String kind, Map<String, String> facts) {
        events.enter(new OutgoingEvent(slip.node().id(), kind, "slip", slip.id(), facts));
    }
}
