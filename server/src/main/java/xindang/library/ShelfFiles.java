package xindang.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.format.form.Label;

/**
 * Files of templates in a folder beside a class (模板文件): JSON, one per template, named in {@code index.txt}. They are read when somebody first
 * asks for them, so that starting does not wait for them.
 *
 * @param <T> what a file is read to
 */
public final class ShelfFiles<T> {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    private final Class<?> beside;
    private final JsonMapper json;
    private final Function<Map<String, Object>, T> reader;
    private @Nullable SequencedMap<String, T> read;

    /**
     * The files of {@code library} beside a class.
     *
     * @param reader makes something of the members of a file
     */
    public ShelfFiles(Class<?> beside, JsonMapper json, Function<Map<String, Object>, T> reader) {
        this.beside = beside;
        this.json = json;
        this.reader = reader;
    }

    /** What the files say, by their codes, in the order of the index. */
    public synchronized SequencedMap<String, T> all() {
        if (read == null) {
            var found = new LinkedHashMap<String, T>();
            text("index.txt").lines().filter(line -> !line.isBlank()).forEach(code -> found.put(code, one(code)));
            read = Collections.unmodifiableSequencedMap(found);
        }
        return read;
    }

    /** What the file with a code says. */
    public T of(String code) {
        return Objects.requireNonNull(all().get(code), code);
    }

    private T one(String code) {
        Map<String, Object> members = json.readValue(text(code + ".json"), MEMBERS);
        if (!code.equals(members.get("code"))) {
            throw new IllegalStateException(beside.getSimpleName() + ": " + code + ".json has another code");
        }
        return reader.apply(members);
    }

    private String text(String name) {
        try (InputStream in = beside.getResourceAsStream("library/" + name)) {
            if (in == null) {
                throw new IllegalStateException(beside.getSimpleName() + ": the library has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The group that a file names. */
    public static LibraryGroup group(Map<String, Object> members) {
        return LibraryGroup.named(String.valueOf(members.get("group")));
    }

    /** A text of a file in both languages. */
    public static Label label(@Nullable Object told) {
        if (told instanceof Map<?, ?> members
                && members.get("zh") instanceof String zh
                && members.get("en") instanceof String en) {
            return new Label(zh, en);
        }
        throw new IllegalStateException("a text of the library is not in both languages: " + told);
    }

    /** The same tree with every text in both languages replaced by that in one of them. */
    public static Object in(String language, Object tree) {
        return switch (tree) {
            case Map<?, ?> members
            when members.keySet().equals(LANGUAGES) -> label(members).in(language);
            case Map<?, ?> members -> {
                var told = new LinkedHashMap<String, Object>();
                members.forEach((name, value) -> told.put(String.valueOf(name), in(language, value)));
                yield told;
            }
            case List<?> items -> items.stream().map(one -> in(language, one)).toList();
            default -> tree;
        };
    }
}
