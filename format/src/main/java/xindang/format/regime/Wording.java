package xindang.format.regime;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a clause says of a value (条文措辞): the sentence of its parameter with the value in it. */
final class Wording {

    private static final Pattern PLACE = Pattern.compile("\\{value(?:\\.([A-Za-z]+))?}");

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
        Sentence sentence = Sentences.builtIn()
                .of(parameter.id())
                .orElseThrow(() -> new IllegalStateException(parameter.id() + " has no sentence"));
        String text = language.of(sentence.wording(value));
        String said = PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        place.group(1) == null
                                ? words.value(parameter, value)
                                : words.member(parameter, member(value, place.group(1)))));
        return new Said(said, text.endsWith("：") || text.endsWith(":"));
    }

    private static @Nullable Object member(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> members ? members.get(name) : null;
    }
}
