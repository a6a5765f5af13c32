package xindang.forms;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.notification.Audience;
import xindang.notification.EventBook;
import xindang.notification.Notice;
import xindang.notification.Notices;
import xindang.notification.OutgoingEvent;
import xindang.platform.access.Caller;
import xindang.platform.rest.NamedRef;

/** Tells of drafts and publications of forms (表单通知). */
@Component
class FormNews {

    private final Notices notices;
    private final EventBook events;

    FormNews(Notices notices, EventBook events) {
        this.notices = notices;
        this.events = events;
    }

    /** A draft is sound: those who may publish it hear of it, once for each revision. */
    void checked(Caller caller, FormLine form, FormVersion draft) {
        var audience = new Audience.HoldersOf("forms.approve", form.node().id());
        notices.tell(Notice.of(form.node().id(), "forms.draft-checked", audience, about(form))
                .with(Map.of("who", caller.name(), "form", form.labelZh()))
                .once(form.id() + " " + draft.number() + " " + draft.revision()));
    }

    /** It was published: its authors hear of it, and other systems. */
    void published(FormLine form, FormVersion version) {
        var authors =
                new Audience.People(version.authors().stream().map(NamedRef::id).toList());
        notices.tell(Notice.of(form.node().id(), "forms.published", authors, about(form))
                .with(Map.of("form", form.labelZh(), "version", String.valueOf(version.number()))));
        events.enter(new OutgoingEvent(
                form.node().id(),
                "forms.form-published",
                "form",
                form.id(),
                Map.of("code", form.code(), "version", String.valueOf(version.number()))));
    }

    /** A record was added or changed: other systems hear of it. */
    void saved(FormLine form, UUID node, UUID record, String kind) {
        events.enter(new OutgoingEvent(
                node,
                kind,
                "form-record",
                record,
                Map.of("form", form.code(), "formId", form.id().toString())));
    }

    private static Notice.About about(FormLine form) {
        return new Notice.About("form", form.id(), "/settings/forms/" + form.id());
    }
}
