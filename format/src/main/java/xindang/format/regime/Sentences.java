package xindang.format.regime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xindang.engine.evaluation.Label;
import xindang.format.Body;

/** The sentences in which a regime document words its parameters (制度条款用语), read once from the resource. */
public final class Sentences {

    private final Map<String, Sentence> sentences;
    private final Map<String, Label> heads;

    private Sentences(Map<String, Sentence> sentences, Map<String, Label> heads) {
        this.sentences = sentences;
        this.heads = heads;
    }

    private static final class BuiltIn {
        private static final Sentences ALL = load();

        private static Sentences load() {
            Body file = Resources.read("sentences.json");
            return new Sentences(
                    each(file.object("sentences"), Sentences::sentence), each(file.object("heads"), Catalogue::label));
        }
    }

    /** The sentences of this program. */
    public static Sentences builtIn() {
        return BuiltIn.ALL;
    }

    /** The sentence of a parameter, such as {@code hnd.contract.within}. */
    public Optional<Sentence> of(String parameter) {
        return Optional.ofNullable(sentences.get(parameter));
    }

    /** The head of a table's column for a member of rows, records and maps, such as {@code creditPeriodDays}. */
    public Optional<Label> head(String member) {
        return Optional.ofNullable(heads.get(member));
    }

    private static Sentence sentence(Body one) {
        return new Sentence(
                one.has("zh") ? Catalogue.label(one) : null,
                optional(one, "whenTrue"),
                optional(one, "whenFalse"),
                optional(one, "whenNull"),
                optional(one, "whenEmpty"),
                optional(one, "whenOff"),
                optional(one, "whenDay"),
                labels(one, "cases"),
                labels(one, "without"),
                optional(one, "key"),
                optional(one, "entry"));
    }

    private static @Nullable Label optional(Body one, String name) {
        return one.optionalObject(name).map(Catalogue::label).orElse(null);
    }

    private static Map<String, Label> labels(Body one, String name) {
        return one.optionalObject(name).map(all -> each(all, Catalogue::label)).orElse(Map.of());
    }

    private static <T> Map<String, T> each(Body all, Function<Body, T> reader) {
        var read = new LinkedHashMap<String, T>();
        all.names().forEach(name -> read.put(name, reader.apply(all.object(name))));
        return read;
    }
}
