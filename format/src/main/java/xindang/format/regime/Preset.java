package xindang.format.regime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xindang.engine.evaluation.Label;
import xindang.format.Body;

/**
 * A sample regime (制度样本): what it says of which parameter, and how it is divided into chapters.
 *
 * @param id {@code R0}, {@code S01} … {@code S21}, {@code A0} or {@code Y1}
 * @param name how people call it
 * @param about in one line
 * @param numbering how chapters are numbered
 * @param synthetic whether no sample of the sources stands behind it
 * @param chapters chapters in order
 * @param values what it says; R0 says the standard of every parameter
 */
public record Preset(
        String id,
        Label name,
        Label about,
        String numbering,
        boolean synthetic,
        List<Chapter> chapters,
        List<Value> values) {

    /** The recommended regime, from which everything else deviates. */
    public static final String RECOMMENDED = "R0";

    private static final List<String> IDS = Stream.of(
                    Stream.of(RECOMMENDED),
                    IntStream.rangeClosed(1, 21).mapToObj("S%02d"::formatted),
                    Stream.of("A0", "Y1"))
            .flatMap(Function.identity())
            .toList();

    /** Copies the lists. */
    public Preset {
        chapters = List.copyOf(chapters);
        values = List.copyOf(values);
    }

    /**
     * A chapter (章).
     *
     * @param title title without number
     * @param groups groups it prints as a whole; only in R0
     * @param only parameters of the groups that it prints alone; empty = all
     * @param except parameters of the groups that another chapter prints
     */
    public record Chapter(Label title, List<String> groups, List<String> only, List<String> except) {

        /** Copies the lists. */
        public Chapter {
            groups = List.copyOf(groups);
            only = List.copyOf(only);
            except = List.copyOf(except);
        }
    }

    /** How far a sample says something (表述程度). */
    public enum State {
        /** It states the value (明确规定). */
        FIXED,
        /** It states the rule without a figure, or without the choice (只提及). */
        NAMED,
        /** It leaves a gap to fill in (留空). */
        BLANK
    }

    /**
     * What a sample says of a parameter.
     *
     * @param parameter parameter
     * @param state how far
     * @param value the value if it is stated
     * @param clause where
     * @param chapter number of the chapter, from 1
     */
    public record Value(
            String parameter, State state, @Nullable Object value, String clause, int chapter) {}

    private static final class BuiltIn {
        private static final Map<String, Preset> ALL = IDS.stream()
                .map(id -> read(Resources.read("presets/" + id + ".json")))
                .collect(Collectors.toUnmodifiableMap(Preset::id, Function.identity()));
    }

    /** All of them, the recommended one first. */
    public static List<Preset> all() {
        return IDS.stream().map(BuiltIn.ALL::get).toList();
    }

    /** One of them. */
    public static Optional<Preset> find(String id) {
        return Optional.ofNullable(BuiltIn.ALL.get(id));
    }

    /** The recommended one. */
    public static Preset recommended() {
        return find(RECOMMENDED).orElseThrow();
    }

    /** What it says of a parameter. */
    public Optional<Value> of(String parameter) {
        return values.stream()
                .filter(value -> value.parameter().equals(parameter))
                .findFirst();
    }

    private static Preset read(Body file) {
        return new Preset(
                file.text("id"),
                Catalogue.label(file),
                new Label(file.text("aboutZh"), file.text("aboutEn")),
                file.text("numbering"),
                file.flag("synthetic"),
                file.objects("chapters").stream()
                        .map(chapter -> new Chapter(
                                Catalogue.label(chapter),
                                chapter.texts("groups"),
                                chapter.texts("only"),
                                chapter.texts("except")))
                        .toList(),
                file.objects("values").stream().map(Preset::value).toList());
    }

    private static Value value(Body one) {
        State state = one.word("state", Map.of("fixed", State.FIXED, "named", State.NAMED, "blank", State.BLANK));
        return new Value(one.text("parameter"), state, one.value("value"), one.text("clause"), one.whole("chapter"));
    }
}
