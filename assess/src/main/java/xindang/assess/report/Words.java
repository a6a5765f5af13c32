package xindang.assess.report;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xindang.engine.evaluation.Label;

/**
 * The texts of the page in one language: {@code report_zh.properties} and {@code report_en.properties}. Values are filled in
 * once, so that a brace inside a value stays what it is.
 */
final class Words {

    static final String BUNDLE = "xindang.assess.report";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final ResourceBundle bundle;
    private final String language;

    private Words(String language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts in {@code zh} or {@code en}. */
    static Words of(String language) {
        return new Words(language);
    }

    String language() {
        return language;
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The text of a key with its values in the places {@code {0}} … {@code {9}}. */
    String get(String key, Object... values) {
        return PLACE.matcher(bundle.getString(key))
                .replaceAll(
                        place -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(place.group(1))])));
    }

    /** What a code means; a code without text, from a policy of the user's own, stands for itself. */
    String code(String prefix, String code) {
        String key = prefix + "." + code;
        return has(key) ? get(key) : code;
    }

    /** The label of a policy in this language, or in the other where this one is empty. */
    String label(Label label) {
        String own = language.equals("zh") ? label.zh() : label.en();
        return own.isBlank() ? (language.equals("zh") ? label.en() : label.zh()) : own;
    }

    /** Items in a row. */
    String list(List<String> items) {
        return String.join(get("listSeparator"), items);
    }
}
