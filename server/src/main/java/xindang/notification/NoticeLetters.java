package xindang.notification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import xindang.notification.store.DeliveryQueue.Item;

/** Puts notices into the words of a mail or a message (通知成文): sentences and ways back into the application, nothing else. */
@Component
class NoticeLetters {

    /** WeCom takes 2,048 bytes. */
    private static final int MOST_BYTES = 1900;

    private final String home;

    NoticeLetters(@Value("${xindang.public-address:}") String home) {
        this.home = home.strip().replaceFirst("/+$", "");
    }

    /** The subject: what it is, or how many they are. */
    String subject(List<Item> items, Locale language) {
        String first = NoticeTexts.name(items.getFirst().kind(), language);
        return NoticeTexts.text("product", language) + " · "
                + (items.size() == 1
                        ? first
                        : NoticeTexts.text("many", language).replace("{count}", String.valueOf(items.size())));
    }

    /** As plain text. */
    String plain(List<Item> items, Locale language) {
        var text = new StringBuilder();
        items.forEach(item -> text.append(line(item, language)).append('\n'));
        return text.append('\n').append(NoticeTexts.text("foot", language)).toString();
    }

    private String line(Item item, Locale language) {
        String sentence = NoticeTexts.sentence(item.kind(), item.words(), language);
        return mark(item, language)
                + NoticeTexts.name(item.kind(), language)
                + NoticeTexts.text("colon", language)
                + sentence
                + (home.isEmpty() ? "" : "\n" + home + item.link());
    }

    private static String mark(Item item, Locale language) {
        return item.urgent() ? NoticeTexts.text("urgent", language) : "";
    }

    /** As a page of HTML. */
    String html(List<Item> items, Locale language) {
        var page = new StringBuilder("<!doctype html><html lang=\"")
                .append(language.getLanguage())
                .append("\"><body><ul>");
        for (Item item : items) {
            String name = escaped(mark(item, language) + NoticeTexts.name(item.kind(), language));
            page.append("<li>")
                    .append(
                            home.isEmpty()
                                    ? "<b>" + name + "</b>"
                                    : "<a href=\"" + escaped(home + item.link()) + "\">" + name + "</a>")
                    .append("<br>")
                    .append(escaped(NoticeTexts.sentence(item.kind(), item.words(), language)))
                    .append("</li>");
        }
        return page.append("</ul><p>")
                .append(escaped(NoticeTexts.text("foot", language)))
                .append("</p></body></html>")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** As a message of a bot, as many as fit; how many did not is said. */
    String message(List<Item> items, Locale language) {
        var text = new StringBuilder();
        int told = 0;
        for (Item item : items) {
            String line = line(item, language) + "\n";
            if (told > 0 && bytes(text + line) > MOST_BYTES) {
                break;
            }
            text.append(line);
            told++;
        }
        if (told < items.size()) {
            text.append(NoticeTexts.text("more", language).replace("{count}", String.valueOf(items.size() - told)));
        }
        return text.toString().strip();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
