package xindang.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of notices with their groups and texts (通知种类与文字): data beside this class, one line per kind and language. */
public final class NoticeTexts {

    private static final Properties KINDS = read("kinds");
    private static final Map<String, Properties> TEXTS = Map.of("zh", read("notices_zh"), "en", read("notices_en"));

    private NoticeTexts() {}

    private static Properties read(String name) {
        try (InputStream file = Objects.requireNonNull(NoticeTexts.class.getResourceAsStream(name + ".properties"));
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(text);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All kinds. */
    public static Set<String> kinds() {
        return new TreeSet<>(KINDS.stringPropertyNames());
    }

    /** The group of a kind. */
    public static Topic topic(String kind) {
        String topic = KINDS.getProperty(kind);
        if (topic == null) {
            throw new IllegalArgumentException("no kind of notice: " + kind);
        }
        return Topic.of(topic.strip());
    }

    /** What a kind is called. */
    public static String name(String kind, Locale language) {
        return text(kind, language);
    }

    /** A notice as a sentence. */
    public static String sentence(String kind, Map<String, String> words, Locale language) {
        String sentence = text(kind + ".text", language);
        var told = new StringBuilder();
        int from = 0;
        // In one pass, so that a value which looks like a place is not filled again.
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            int close = sentence.indexOf('}', open);
            told.append(sentence, from, open).append(words.getOrDefault(sentence.substring(open + 1, close), "—"));
            from = close + 1;
        }
        return told.append(sentence, from, sentence.length()).toString();
    }

    /** A text that belongs to no kind, such as the foot of a mail. */
    static String text(String key, Locale language) {
        Properties texts =
                Objects.requireNonNull(TEXTS.get(language.getLanguage().equals("en") ? "en" : "zh"));
        // A kind that a later version knew is shown by its code.
        return texts.getProperty(key, key);
    }
}
