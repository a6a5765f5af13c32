package xindang.platform.export;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Texts of exported files in one language (导出用语), from {@code export_zh.properties} and {@code export_en.properties}. */
final class ExportWords {

    private static final ExportWords CHINESE = new ExportWords("zh");
    private static final ExportWords ENGLISH = new ExportWords("en");

    private final Properties texts = new Properties();

    private ExportWords(String language) {
        String name = "export_" + language + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(ExportWords.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExportWords(ExportWords all, Map<String, String> more) {
        texts.putAll(all.texts);
        texts.putAll(more);
    }

    /** The same with titles of the columns of a list, which a user wrote. */
    ExportWords with(String list, Map<String, String> titles) {
        var more = new HashMap<String, String>();
        titles.forEach((column, title) -> more.put(list + "." + column, title));
        return titles.isEmpty() ? this : new ExportWords(this, more);
    }

    static ExportWords of(String language) {
        return language.equals("en") ? ENGLISH : CHINESE;
    }

    /** A text that must be there. */
    String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("export has no text " + key);
        }
        return text;
    }

    /** Name of a filter; its key where it has none. */
    String filter(String key) {
        return texts.getProperty("filter." + key, key);
    }

    /** Word for a code in a column; the code itself where it has none. */
    String word(String list, String column, String code) {
        return texts.getProperty(list + "." + column + "." + code, code);
    }

    /** Header of a column. */
    String header(String list, String column) {
        return text(list + "." + column);
    }
}
