package xindang.format.regime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.format.Body;
import xindang.format.PolicyKinds;

/**
 * All settings of a regime by parameter (制度取值), whatever policies they stand in. What a version lacks, because the parameter is younger
 * than it, has its standard.
 */
public final class Settings {

    private final Map<String, @Nullable Object> values;

    private Settings(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** The settings of some bodies by kind; scorecards are passed over. */
    public static Settings of(Map<String, ? extends Map<String, ? extends @Nullable Object>> bodies) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        Catalogue.builtIn().parameters().forEach(parameter -> values.put(parameter.id(), parameter.standard()));
        bodies.forEach(
                (kind, body) -> body.forEach((key, value) -> values.put(PolicyKinds.parameter(kind, key), value)));
        return new Settings(values);
    }

    /** The settings of a composition. */
    public static Settings of(Composition composition) {
        var bodies = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        composition.kinds().forEach((kind, part) -> bodies.put(kind, part.body()));
        return of(bodies);
    }

    /** A value as JSON gives it. */
    public @Nullable Object value(String parameter) {
        return values.get(parameter);
    }

    /** A text; nothing if it is null. */
    public Optional<String> text(String parameter) {
        return value(parameter) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Texts of a list; none for anything else. */
    public List<String> texts(String parameter) {
        return value(parameter) instanceof List<?> items
                ? items.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** Whether a switch is on. */
    public boolean isOn(String parameter) {
        return Boolean.TRUE.equals(value(parameter));
    }

    /** An object; empty for anything else. */
    public Map<String, @Nullable Object> object(String parameter) {
        return value(parameter) instanceof Map<?, ?> members ? Trees.object(members) : Map.of();
    }

    /** The objects of a list. */
    public List<Body> rows(String parameter) {
        return value(parameter) instanceof List<?> items
                ? items.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> Body.of(parameter, "", item))
                        .toList()
                : List.of();
    }

    /** Every parameter with its value. */
    Map<String, @Nullable Object> all() {
        return values;
    }

    /** Grades of the leading scale, best first; none if there is no such scale. */
    public List<Body> grades() {
        Object scale = object("rat.scales").get(text("rat.scale").orElse(""));
        return scale instanceof Map<?, ?> ? Body.of("rat.scales", "", scale).objects("grades") : List.of();
    }
}
