package xindang.assess;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts people read, in one language: {@code texts_zh.properties} and {@code texts_en.properties}. Headers, codes and
 * JSON never come from here.
 */
public final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9]+)}");

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
        // One pass, so that a value which looks like a placeholder stays what it is.
        return PLACEHOLDER.matcher(bundle.getString(key)).replaceAll(found -> {
            Object value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : shown(value));
        });
    }

    private static String shown(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
