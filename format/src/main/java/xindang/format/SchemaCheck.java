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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import xindang.engine.canonical.CanonicalJson;
import xindang.format.FormatProblem.Code;

/** Checks values against the JSON Schemas (2020-12) that lie beside this class; their descriptions are the format's manual. */
final class SchemaCheck {

    /** Kinds that have a schema for their body. */
    static final List<String> KINDS = List.of("rat", "eval", "lim", "ews", "col", "scorecard");

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

    private static FormatProblem problem(String file, String pointer, Error error) {
        String place = pointer + error.getInstanceLocation();
        JsonNode found = error.getInstanceNode();
        String message = String.valueOf(error.getMessage());
        // The library repeats the place in front of its message.
        String prefix = error.getInstanceLocation() + ": ";
        String told = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
        return new FormatProblem(
                Code.SCHEMA,
                Map.of(
                        "file",
                        file,
                        "pointer",
                        place,
                        "keyword",
                        String.valueOf(error.getKeyword()),
                        "value",
                        found == null ? "the object" : JsonTree.shorten(found.toString()),
                        "expected",
                        told + description(error.getSchemaLocation().toString())));
    }

    /** What the schema says about the place, for people who do not read patterns. */
    private static String description(String location) {
        int hash = location.indexOf('#');
        if (hash < 0 || !location.startsWith(URI)) {
            return "";
        }
        Object node = JsonTree.parse(location, resource(location.substring(URI.length(), hash)));
        String[] path = location.substring(hash + 1).split("/", -1);
        // The first segment is empty, the last one is the keyword that was not met.
        for (int i = 1; i < path.length - 1; i++) {
            node = below(node, path[i]);
        }
        return below(node, "description") instanceof String text ? " (" + text + ")" : "";
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
