package xindang.notification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice in somebody's list, before it is put into words (站内通知).
 *
 * @param id id in this list
 * @param readAt null as long as it is unread
 */
public record InboxLine(
        UUID id,
        String kind,
        Topic topic,
        boolean urgent,
        String objectKind,
        UUID objectId,
        String link,
        Map<String, String> words,
        LocalDate businessDate,
        OffsetDateTime toldAt,
        @Nullable OffsetDateTime readAt) {

    /** Copies the words. */
    public InboxLine {
        words = Map.copyOf(words);
    }

    /** What it is called. */
    public String title(Locale language) {
        return NoticeTexts.name(kind, language);
    }

    /** What it says. */
    public String text(Locale language) {
        return NoticeTexts.sentence(kind, words, language);
    }
}
