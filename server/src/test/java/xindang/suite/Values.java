package xindang.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values that a schema of the contract allows (样值), with one id wherever an id is asked for. */
public final class Values {

    private final Contract contract;
    private final String id;

    /** Values with this id. */
    public Values(Contract contract, String id) {
        this.contract = contract;
        this.id = id;
    }

    /** A value of a schema; null where only null is allowed. */
    public @Nullable Object of(Object any) {
        Map<String, Object> schema = contract.schema(any);
        if (schema.get("enum") instanceof List<?> words) {
            return words.getFirst();
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> List.of();
            case "integer", "number" -> schema.getOrDefault("minimum", 1);
            case "boolean" -> true;
            case "string" -> text(schema);
            default -> null;
        };
    }

    /** An object with all its properties. */
    public Map<String, @Nullable Object> object(Map<String, Object> schema) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        contract.properties(schema).forEach((name, property) -> object.put(name, of(property)));
        return object;
    }

    private String text(Map<String, Object> schema) {
        String format = String.valueOf(schema.get("format"));
        return switch (format) {
            case "uuid" -> id;
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T00:00:00Z";
            default -> schema.get("pattern") instanceof String pattern ? matching(pattern) : "some text " + id;
        };
    }

    /** The first alternative of a pattern of words; else something short that many patterns allow. */
    private static String matching(String pattern) {
        String first = pattern.split("\\|", -1)[0];
        return first.matches("[a-z-]+") ? first : pattern.startsWith("[A-Z]{3}") ? "CNY" : "a1";
    }

    private static String type(Map<String, Object> schema) {
        Object type = schema.get("type");
        var all = new ArrayList<Object>(type instanceof List<?> several ? several : List.of(String.valueOf(type)));
        all.remove("null");
        return all.isEmpty() ? "null" : String.valueOf(all.getFirst());
    }
}
