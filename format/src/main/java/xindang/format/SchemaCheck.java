package xindang.format;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import xindang.engine.canonical.CanonicalJson;
import xindang.format.FormatProblem.Code;

/** Checks values against the JSON Schemas (2020-12) that lie beside this class; their descriptions are the format's manual. */
final class SchemaCheck {

    /** Kinds that the engine reads, with a schema file each. */
    static final List<String> ENGINE_KINDS = List.of("rat", "eval", "lim", "ews", "col", "scorecard");

    /** All kinds that have a schema for their body. */
    static final List<String> KINDS =
            Stream.concat(ENGINE_KINDS.stream(), KindSchemas.KINDS.stream()).toList();

    private static final String URI = "urn:xindang:format:";
    private static final int MOST_PROBLEMS = 50;

    private final SchemaRegistry registry;

    SchemaCheck() {
        var config = SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(config)
                        .schemas(uri -> uri.startsWith(URI) ? resource(uri.substring(URI.length())) : null));
    }

    /** Problems of a whole export, without looking into the bodies. */
    List<FormatProblem> envelope(String file, @Nullable Object value) {
        return check("policies", file, "", value);
    }

    /** Problems of one body. */
    List<FormatProblem> body(String kind, String file, String pointer, @Nullable Object value) {
        return check(kind, file, pointer, value);
    }

    /** Problems of a file of holidays. */
    List<FormatProblem> holidays(String file, @Nullable Object value) {
        return check("holidays", file, "", value);
    }

    /** Problems of a flow. */
    List<FormatProblem> flow(String file, @Nullable Object value) {
        return check("flow", file, "", value);
    }

    /** Problems of a form. */
    List<FormatProblem> form(String file, @Nullable Object value) {
        return check("form", file, "", value);
    }

    private List<FormatProblem> check(String name, String file, String pointer, @Nullable Object value) {
        Schema schema = registry.getSchema(SchemaLocation.of(URI + name));
        var problems = new ArrayList<FormatProblem>();
        for (Error error : schema.validate(node(value))) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(problem(file, pointer, error));
            }
        }
        return problems;
    }

    /** The problem with the facts that its keyword needs: what is wrong, what the schema asks for, an example. */
    private static FormatProblem problem(String file, String pointer, Error error) {
        JsonNode found = error.getInstanceNode();
        String message = String.valueOf(error.getMessage());
        // The library repeats the place in front of its message.
        String prefix = error.getInstanceLocation() + ": ";
        String told = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
        String keyword = String.valueOf(error.getKeyword());
        Object schema = holder(error.getSchemaLocation().toString());
        String about = below(schema, "description") instanceof String text ? " (" + text + ")" : "";
        var args = new HashMap<String, String>();
        args.put("file", file);
        args.put("pointer", pointer + error.getInstanceLocation());
        args.put("keyword", keyword);
        args.put("value", found == null ? "the object" : JsonTree.shorten(found.toString()));
        args.put("expected", told + about);
        args.put("name", name(keyword, error));
        args.put("limit", listed(below(schema, keyword)));
        args.put("example", example(schema, keyword));
        args.put("about", about);
        return new FormatProblem(Code.SCHEMA, args);
    }

    /** The member that is missing, unknown or misnamed. */
    private static String name(String keyword, Error error) {
        Object[] told = error.getArguments();
        if (keyword.equals("propertyNames") && told != null && told.length > 0) {
            return JsonTree.shorten(String.valueOf(told[0]));
        }
        return error.getProperty() == null ? "" : JsonTree.shorten(error.getProperty());
    }

    private static String listed(@Nullable Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    /** What the schema gives as an example of a text or of a member's name. */
    private static String example(@Nullable Object schema, String keyword) {
        Object names = keyword.equals("propertyNames") ? below(schema, keyword) : schema;
        return below(below(names, "examples"), "0") instanceof String text ? "\"" + text + "\"" : "";
    }

    /** The part of a schema that holds the keyword which was not met, with its description for people. */
    private static @Nullable Object holder(String location) {
        int hash = location.indexOf('#');
        if (hash < 0 || !location.startsWith(URI)) {
            return null;
        }
        Object node = JsonTree.parse(location, resource(location.substring(URI.length(), hash)));
        String[] path = location.substring(hash + 1).split("/", -1);
        // The first segment is empty, the last one is the keyword.
        for (int i = 1; i < path.length - 1; i++) {
            node = below(node, path[i]);
        }
        return node;
    }

    private static @Nullable Object below(@Nullable Object node, String name) {
        return switch (node) {
            case Map<?, ?> members -> members.get(name);
            case List<?> items
            when name.matches("[0-9]{1,4}") && Integer.parseInt(name) < items.size() ->
                items.get(Integer.parseInt(name));
            case null, default -> null;
        };
    }

    static String resource(String name) {
        Optional<String> composed = KindSchemas.text(name);
        if (composed.isPresent()) {
            return composed.get();
        }
        String path = "schema/" + name + ".json";
        try (InputStream in = SchemaCheck.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("resource " + path + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode node(@Nullable Object value) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        return switch (value) {
            case null -> factory.nullNode();
            case String text -> factory.stringNode(text);
            case Integer number -> factory.numberNode(number.intValue());
            case Boolean truth -> factory.booleanNode(truth);
            case Map<?, ?> members -> {
                ObjectNode object = factory.objectNode();
                members.forEach((name, member) -> object.set((String) name, node(member)));
                yield object;
            }
            case List<?> items -> {
                ArrayNode array = factory.arrayNode();
                items.forEach(item -> array.add(node(item)));
                yield array;
            }
            default -> throw new IllegalArgumentException(CanonicalJson.text(value));
        };
    }
}
