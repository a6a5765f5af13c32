package xindang.proof.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as evidence uses it: one object whose members are texts, lists of texts, or {@code true}. Anything else, such as
 * numbers, nesting and double names, has no place there and is refused with {@link IllegalArgumentException}.
 */
final class FlatJson {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MAX_LIST = 64;

    private final Map<String, Object> members;

    private FlatJson(Map<String, Object> members) {
        this.members = members;
    }

    static String write(Map<String, Object> members) {
        return MAPPER.writeValueAsString(members);
    }

    static FlatJson read(String text) {
        Map<String, Object> members = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "not an object");
            for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
                String name = parser.currentName();
                parser.nextToken();
                require(members.put(name, value(parser)) == null, "a member twice");
            }
            require(
                    parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null,
                    "more than one object");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
        return new FlatJson(members);
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case START_ARRAY -> list(parser);
            default -> throw new IllegalArgumentException("a member that is neither text, list nor true");
        };
    }

    private static List<String> list(JsonParser parser) {
        List<String> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken() == JsonToken.VALUE_STRING, "a list of something else than texts");
            require(list.size() < MAX_LIST, "a list of more than " + MAX_LIST);
            list.add(parser.getString());
        }
        return list;
    }

    /** Refuses members that the form does not know. */
    FlatJson only(Set<String> known) {
        require(known.containsAll(members.keySet()), "an unknown member");
        return this;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text " + name);
    }

    /** A member that is {@code true} or not there. */
    boolean flag(String name) {
        Object value = members.get(name);
        require(value == null || value.equals(true), name + " is not true");
        return value != null;
    }

    /** A whole number that is not negative, written the one way there is. */
    long number(String name) {
        String text = text(name);
        long number = Long.parseLong(text);
        require(number >= 0 && Long.toString(number).equals(text), name + " is no index");
        return number;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (!(members.get(name) instanceof List<?> list)) {
            throw new IllegalArgumentException("no list " + name);
        }
        list.forEach(one -> texts.add((String) one));
        return texts;
    }

    @Nullable
    List<String> textsIfThere(String name) {
        return has(name) ? texts(name) : null;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
