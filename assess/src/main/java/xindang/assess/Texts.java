package xindang.assess;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The texts people read, in one language: {@code texts_zh.properties} and {@code texts_en.properties}. Headers, codes and
 * JSON never come from here.
 */
public final class Texts {

    private final ResourceBundle bundle;
    private final String language;

    private Texts(String language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "xindang.assess.texts",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts in {@code zh} or {@code en}. */
    public static Texts of(String language) {
        return new Texts(language);
    }

    /** Chinese first; English where the environment speaks it. */
    static String languageOf(String environment) {
        return environment.startsWith("en") ? "en" : "zh";
    }

    /** {@code zh} or {@code en}. */
    public String language() {
        return language;
    }

    /** The text of a key with its values filled in; numbers are grouped. */
    public String get(String key, Object... values) {
        String pattern = bundle.getString(key);
        return new MessageFormat(pattern, Locale.ENGLISH).format(values);
    }

    /** The text of a key with values filled in by name; lists are joined. */
    public String named(String key, Map<String, ?> values) {
        String text = bundle.getString(key);
        for (var value : values.entrySet()) {
            String shown = value.getValue() instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    : String.valueOf(value.getValue());
            text = text.replace("{" + value.getKey() + "}", shown);
        }
        return text;
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
