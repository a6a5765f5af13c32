package xindang.integration;

import java.util.Map;
import org.springframework.stereotype.Component;
import xindang.notification.Audience;
import xindang.notification.EventBook;
import xindang.notification.Notice;
import xindang.notification.Notices;
import xindang.notification.OutgoingEvent;
import xindang.platform.access.Caller;

/** Tells of imports that are in (导入通知), within the job's transaction that brought them in. */
@Component
class ImportNews {

    private final Notices notices;
    private final EventBook events;

    ImportNews(Notices notices, EventBook events) {
        this.notices = notices;
        this.events = events;
    }

    /** Whoever imported hears of rows that stayed out; of a file that is in as a whole the list of jobs tells. */
    void finished(Caller by, ImportFile file, String link, long rejected) {
        if (rejected > 0) {
            notices.tellByJob(Notice.of(
                            file.node(),
                            "integration.import-finished",
                            Audience.person(by.id()),
                            new Notice.About("import", file.id(), link))
                    .with(Map.of("file", file.name(), "rejected", String.valueOf(rejected))));
        }
        events.enterByJob(new OutgoingEvent(
                file.node(),
                "integration.import-finished",
                "import",
                file.id(),
                Map.of("rejected", String.valueOf(rejected))));
    }
}
