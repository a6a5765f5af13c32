package xindang.notification.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.notification.Inbox;
import xindang.notification.InboxLine;
import xindang.notification.Topic;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Problems;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;

/** What the caller was told (我的通知). */
@RestController
@RequestMapping("/api/v1/notification/notices")
class NoticesController {

    private static final String TOPIC = "task|deadline|warning|decision|system";

    private final Inbox inbox;

    NoticesController(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * A notice in the reader's language (通知).
     *
     * @param title what its kind is called
     * @param link page of the object
     * @param readAt null as long as it is unread
     */
    record NoticeLine(
            UUID id,
            String kind,
            String topic,
            boolean urgent,
            String title,
            String text,
            String objectKind,
            UUID objectId,
            String link,
            LocalDate businessDate,
            OffsetDateTime toldAt,
            @Nullable OffsetDateTime readAt) {

        static NoticeLine of(InboxLine line, Locale language) {
            return new NoticeLine(
                    line.id(),
                    line.kind(),
                    line.topic().code(),
                    line.urgent(),
                    line.title(language),
                    line.text(language),
                    line.objectKind(),
                    line.objectId(),
                    line.link(),
                    line.businessDate(),
                    line.toldAt(),
                    line.readAt());
        }
    }

    /**
     * How many are unread (未读数).
     *
     * @param unread counted up to 100
     */
    record Unread(int unread) {}

    /**
     * Up to where somebody has read (已读至).
     *
     * @param last the latest notice he saw
     */
    record ReadUpTo(@NotNull UUID last) {}

    @GetMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    Page<NoticeLine> page(
            @RequestParam(required = false) @Nullable @Pattern(regexp = TOPIC) String topic,
            @RequestParam(defaultValue = "false") boolean unread,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        Locale language = Problems.language(request);
        return inbox.page(caller, topic == null ? null : Topic.of(topic), unread, page)
                .map(line -> NoticeLine.of(line, language));
    }

    @GetMapping("/unread")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    Unread unread(Caller caller) {
        return new Unread(inbox.unread(caller));
    }

    @PostMapping("/{id}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    void read(@PathVariable UUID id, Caller caller) {
        inbox.read(caller, id);
    }

    @PostMapping("/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    void readUpTo(@Valid @RequestBody ReadUpTo upTo, Caller caller) {
        inbox.readUpTo(caller, upTo.last());
    }
}
