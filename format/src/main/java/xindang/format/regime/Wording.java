package xindang.format.regime;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a clause says of a value (条文措辞). */
final class Wording {

    private static final Set<String> TABLES = Set.of("rows", "map", "record");

    private Wording() {}

    /**
     * The words of a clause.
     *
     * @param text sentence, or the introduction to a table
     * @param withTable whether the value follows as a table
     */
    record Said(String text, boolean withTable) {}

    /** The sentence about a value. */
    static Said of(Parameter parameter, @Nullable Object value, RegimeWords words) {
        Language language = words.language();
        String name = language.of(parameter.name()) + language.of("：", ": ");
        return TABLES.contains(parameter.form()) && value != null
                ? new Said(name, true)
                : new Said(name + words.value(parameter, value) + language.of("。", "."), false);
    }
}
