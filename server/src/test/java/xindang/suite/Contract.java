package xindang.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import xindang.gates.Modules;

/** What {@code openapi.yaml} promises (接口约定), for tests that walk through all endpoints. */
@SuppressWarnings("unchecked")
public final class Contract {

    private static final String PREFIX = "/api/v1";

    private final Map<String, Object> whole;

    private Contract(Map<String, Object> whole) {
        this.whole = whole;
    }

    /** The committed contract. */
    public static Contract read() {
        try {
            return new Contract(new Yaml()
                    .load(Files.readString(Modules.repository(Path.of("")).resolve("openapi.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An endpoint.
     *
     * @param method such as {@code GET}
     * @param path below {@code /api/v1}, with parameters in braces
     * @param parameters all parameters, those of the path too
     * @param body schema of the body, if it takes JSON
     * @param right right it asks for; null if it asks for none
     */
    public record Endpoint(
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable Map<String, Object> body,
            @Nullable String right) {

        /** Parameters of one place. */
        public List<Parameter> in(String place) {
            return parameters.stream()
                    .filter(parameter -> parameter.in().equals(place))
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * A parameter.
     *
     * @param in {@code path}, {@code query} or {@code header}
     */
    public record Parameter(String in, String name, Map<String, Object> schema) {}

    /** All endpoints, in the order of the file. */
    public List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        map(whole.get("paths"))
                .forEach((path, methods) -> map(methods)
                        .forEach((method, operation) -> endpoints.add(new Endpoint(
                                method.toUpperCase(java.util.Locale.ROOT),
                                path.substring(PREFIX.length()),
                                parameters(map(operation)),
                                body(map(operation)),
                                (String) map(operation).get("x-right")))));
        return endpoints;
    }

    /** A schema with its reference followed. */
    public Map<String, Object> schema(Object schema) {
        Map<String, Object> direct = map(schema);
        if (!(direct.get("$ref") instanceof String reference)) {
            return direct;
        }
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return map(map(map(whole.get("components")).get("schemas")).get(name));
    }

    /** Properties of an object's schema; none of anything else. */
    public Map<String, Object> properties(Map<String, Object> schema) {
        return schema.get("properties") instanceof Map<?, ?> properties
                ? (Map<String, Object>) properties
                : new LinkedHashMap<>();
    }

    private static List<Parameter> parameters(Map<String, Object> operation) {
        var parameters = new ArrayList<Parameter>();
        for (Object one : (List<Object>) operation.getOrDefault("parameters", List.of())) {
            Map<String, Object> parameter = map(one);
            parameters.add(new Parameter(
                    String.valueOf(parameter.get("in")),
                    String.valueOf(parameter.get("name")),
                    map(parameter.get("schema"))));
        }
        return parameters;
    }

    private @Nullable Map<String, Object> body(Map<String, Object> operation) {
        if (!(operation.get("requestBody") instanceof Map<?, ?> body)
                || !(map(map(body).get("content")).get("application/json") instanceof Map<?, ?> json)) {
            return null;
        }
        return schema(map(map(json).get("schema")));
    }

    private static Map<String, Object> map(@Nullable Object value) {
        if (!(value instanceof Map<?, ?>)) {
            throw new IllegalArgumentException("no map: " + value);
        }
        return (Map<String, Object>) value;
    }
}
