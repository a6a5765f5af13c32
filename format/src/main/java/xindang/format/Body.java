package xindang.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xindang.format.FormatProblem.Code;

/**
 * One JSON object being read, which knows where it stands, so that every problem names file and place. A value of another type
 * than asked for is a problem too.
 */
public final class Body {

    private final String file;
    private final String pointer;
    private final Map<?, ?> members;

    private Body(String file, String pointer, Map<?, ?> members) {
        this.file = file;
        this.pointer = pointer;
        this.members = members;
    }

    /** An object at a place of a file. */
    public static Body of(String file, String pointer, @Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return new Body(file, pointer, members);
        }
        throw contradiction(file, pointer, "an object is needed here");
    }

    /** The file, as it appears in problems. */
    public String file() {
        return file;
    }

    /** Where the object stands (RFC 6901). */
    public String pointer() {
        return pointer;
    }

    /** Names of the members, in the order of the file. */
    public List<String> names() {
        return members.keySet().stream().map(String.class::cast).toList();
    }

    /** Whether there is a member that is not {@code null}. */
    public boolean has(String name) {
        return members.get(name) != null;
    }

    /** The members as they were read. */
    Map<?, ?> members() {
        return members;
    }

    /** A member of any type, {@code null} when absent. */
    public @Nullable Object value(String name) {
        return members.get(name);
    }

    /** A text. */
    public String text(String name) {
        return typed(name, String.class, "a text");
    }

    /** A text that may be absent. */
    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A whole number. */
    public int whole(String name) {
        return typed(name, Integer.class, "a whole number");
    }

    /** {@code true} or {@code false}; absent = {@code false}. */
    public boolean flag(String name) {
        return has(name) && typed(name, Boolean.class, "true or false");
    }

    /** An object. */
    public Body object(String name) {
        return of(file, at(name), members.get(name));
    }

    /** An object that may be absent. */
    public Optional<Body> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** The objects of a list; absent = none. */
    public List<Body> objects(String name) {
        var all = new ArrayList<Body>();
        for (Object item : list(name)) {
            all.add(of(file, at(name) + "/" + all.size(), item));
        }
        return all;
    }

    /** The texts of a list; absent = none. */
    public List<String> texts(String name) {
        return items(name, String.class, "a text");
    }

    /** The whole numbers of a list; absent = none. */
    public List<Integer> wholes(String name) {
        return items(name, Integer.class, "a whole number");
    }

    /** A value made from a text; what the maker refuses is told with the place of the text. */
    public <T> T read(String name, Function<String, T> maker) {
        String text = text(name);
        try {
            return maker.apply(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw contradiction(file, at(name), "\"" + JsonTree.shorten(text) + "\": " + e.getMessage());
        }
    }

    /** Values made from the texts of all members, by member name. */
    public <T> Map<String, T> readAll(Function<String, T> maker) {
        var all = new LinkedHashMap<String, T>();
        names().forEach(name -> all.put(name, read(name, maker)));
        return all;
    }

    /** One of several words, each standing for a value. */
    public <T> T word(String name, Map<String, T> words) {
        String text = text(name);
        T value = words.get(text);
        if (value == null) {
            throw contradiction(
                    file,
                    at(name),
                    "\"" + JsonTree.shorten(text) + "\" is none of "
                            + String.join(", ", new TreeSet<>(words.keySet())));
        }
        return value;
    }

    /** A value made from the whole object; what the maker refuses is told with the object's place. */
    public <T> T build(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw contradiction(file, pointer, String.valueOf(e.getMessage()));
        }
    }

    /** A problem with the object as a whole. */
    public FormatException wrong(String expected) {
        return contradiction(file, pointer, expected);
    }

    /** A problem at a member. */
    public FormatException wrong(String name, String expected) {
        return contradiction(file, at(name), expected);
    }

    private <T> T typed(String name, Class<T> type, String expected) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw contradiction(file, at(name), expected + " is needed here");
        }
        return type.cast(value);
    }

    private <T> List<T> items(String name, Class<T> type, String expected) {
        var all = new ArrayList<T>();
        for (Object item : list(name)) {
            if (!type.isInstance(item)) {
                throw contradiction(file, at(name) + "/" + all.size(), expected + " is needed here");
            }
            all.add(type.cast(item));
        }
        return all;
    }

    private List<?> list(String name) {
        return has(name) ? typed(name, List.class, "a list") : List.of();
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static FormatException contradiction(String file, String pointer, String expected) {
        return JsonTree.problem(Code.CONTRADICTION, Map.of("file", file, "pointer", pointer, "expected", expected));
    }
}
