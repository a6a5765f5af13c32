package xindang.proof;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts people read, in one language: {@code texts_zh.properties} and {@code texts_en.properties}. */
final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    private final ResourceBundle bundle;

    private Texts(String language) {
        this.bundle = ResourceBundle.getBundle(
                "xindang.proof.texts",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts in {@code zh} or {@code en}. */
    static Texts of(String language) {
        return new Texts(language);
    }

    /** The text of a key with values filled in by name. */
    String get(String key, Map<String, String> values) {
        // One pass, so that a value which looks like a placeholder stays what it is.
        return PLACEHOLDER.matcher(bundle.getString(key)).replaceAll(found -> {
            String value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }

    /** Whether there is a text of this key. */
    boolean has(String key) {
        return bundle.containsKey(key);
    }
}
