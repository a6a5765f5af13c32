package xindang.format.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.format.PolicyDocument;
import xindang.format.PolicyReader;

/**
 * A whole regime with every parameter set (完整制度): a company's own value before that of a sample regime before that of R0. It is composed
 * once, when a draft is made; from then on the bodies stand for themselves.
 *
 * @param preset the sample it starts from
 * @param kinds bodies by kind, in the order of the regime; scorecards are not among them
 */
public record Composition(String preset, Map<String, Part> kinds) {

    private static final String OWN = "own";
    private static final String SCALE = "rat.scale";

    /** Copies the bodies. */
    public Composition {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    }

    /**
     * The parameters of one kind.
     *
     * @param body values by key
     * @param origins where each came from, by key
     */
    public record Part(Map<String, @Nullable Object> body, Map<String, String> origins) {

        /** Copies both. */
        public Part {
            body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
            origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
        }

        /** Of values that stand elsewhere. */
        public static Part of(Map<String, ? extends @Nullable Object> body, Map<String, String> origins) {
            return new Part(new LinkedHashMap<String, @Nullable Object>(body), origins);
        }
    }

    /** A sample regime without anything of one's own. */
    public static Composition of(Preset preset) {
        return of(preset, Map.of());
    }

    /**
     * A sample regime with a company's own values.
     *
     * @param own values by parameter
     * @throws IllegalArgumentException for a parameter that does not exist
     */
    public static Composition of(Preset preset, Map<String, @Nullable Object> own) {
        Catalogue catalogue = Catalogue.builtIn();
        own.keySet().stream()
                .filter(id -> catalogue.find(id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalArgumentException("there is no parameter " + id);
                });
        var values = new LinkedHashMap<String, @Nullable Object>();
        var origins = new LinkedHashMap<String, String>();
        for (Parameter parameter : catalogue.parameters()) {
            String id = parameter.id();
            values.put(id, parameter.standard());
            origins.put(id, Preset.RECOMMENDED + ": " + parameter.ground());
        }
        String usual = String.valueOf(values.get(SCALE));
        if (!preset.id().equals(Preset.RECOMMENDED)) {
            preset.values().forEach(value -> apply(value, preset.id(), values, origins));
        }
        own.forEach((id, value) -> {
            values.put(id, Trees.over(values.get(id), value));
            origins.put(id, OWN);
        });
        translateGrades(usual, values, origins);
        dropMissingGroup(values, origins);
        return new Composition(preset.id(), parts(catalogue, values, origins));
    }

    private static void apply(
            Preset.Value said, String preset, Map<String, @Nullable Object> values, Map<String, String> origins) {
        String id = said.parameter();
        String state = said.state().name().toLowerCase(Locale.ROOT);
        origins.put(id, preset + ":" + state + ": " + said.clause());
        if (said.state() == Preset.State.FIXED) {
            values.put(id, stated(id, values.get(id), said.value()));
        }
    }

    private static @Nullable Object stated(String id, @Nullable Object standard, @Nullable Object value) {
        return switch (id) {
            case "eval.dimensions" -> equalShares(Trees.object(value));
            // The rows of R0 serve every scale by the places of its grades; a sample tells which columns it prints.
            case "rat.policyTable" -> standard;
            default -> Trees.over(standard, value);
        };
    }

    /** Named dimensions share a hundred points equally, the rest goes to the first. */
    private static Map<String, @Nullable Object> equalShares(Map<String, @Nullable Object> named) {
        int share = 100 / named.size();
        int first = 100 - share * (named.size() - 1);
        var weights = new LinkedHashMap<String, @Nullable Object>();
        named.keySet().forEach(name -> weights.put(name, weights.isEmpty() ? first : share));
        return weights;
    }

    private static void translateGrades(
            String usual, Map<String, @Nullable Object> values, Map<String, String> origins) {
        String scale = String.valueOf(values.get(SCALE));
        Map<String, @Nullable Object> scales = Trees.object(values.get("rat.scales"));
        if (scale.equals(usual) || !scales.containsKey(scale)) {
            return;
        }
        GradeTables tables = GradeTables.between(scales, usual, scale);
        values.replaceAll(
                (id, value) -> origins.getOrDefault(id, "").startsWith(Preset.RECOMMENDED) || isNamed(origins.get(id))
                        ? tables.moved(id, value)
                        : value);
    }

    private static boolean isNamed(@Nullable String origin) {
        return origin != null && origin.contains(":named:");
    }

    /** Without a leading group nobody is asked in its name: its step drops out, and the credit department interprets. */
    private static void dropMissingGroup(Map<String, @Nullable Object> values, Map<String, String> origins) {
        if (!"none".equals(values.get("org.leadingBody"))) {
            return;
        }
        if (origins.getOrDefault("pol.interpreter", "").startsWith(Preset.RECOMMENDED)) {
            values.put("pol.interpreter", "creditDept");
        }
        if (values.get("app.chain") instanceof Map<?, ?> chain && chain.get("bands") instanceof List<?> bands) {
            Map<String, @Nullable Object> without = Trees.object(chain);
            without.put("bands", bands.stream().map(Composition::withoutGroup).toList());
            values.put("app.chain", without);
        }
    }

    private static Object withoutGroup(@Nullable Object band) {
        Map<String, @Nullable Object> members = Trees.object(band);
        if (members.get("chain") instanceof List<?> chain) {
            members.put(
                    "chain",
                    chain.stream().filter(role -> !"leadingGroup".equals(role)).toList());
        }
        return members;
    }

    private static Map<String, Part> parts(
            Catalogue catalogue, Map<String, @Nullable Object> values, Map<String, String> origins) {
        var parts = new LinkedHashMap<String, Part>();
        for (Catalogue.Group group : catalogue.groups()) {
            var body = new LinkedHashMap<String, @Nullable Object>();
            var from = new LinkedHashMap<String, String>();
            for (Parameter parameter : catalogue.of(group.kind())) {
                body.put(parameter.key(), values.get(parameter.id()));
                from.put(parameter.key(), origins.getOrDefault(parameter.id(), ""));
            }
            parts.put(group.kind(), new Part(body, from));
        }
        return parts;
    }

    /**
     * The whole regime R0 as policies in force since 2000: what decides where an installation says nothing. The kinds that the engine
     * reads, and the scorecards, are those of its own preset.
     */
    public static List<PolicyDocument> standard() {
        return Standard.ALL;
    }

    private static final class Standard {
        private static final List<PolicyDocument> ALL = all();

        private static List<PolicyDocument> all() {
            List<PolicyDocument> engine = PolicyReader.defaultPreset().documents();
            var all = new ArrayList<>(engine);
            var place = new PolicyDocument.Place("company", LocalDate.of(2000, 1, 1));
            of(Preset.recommended()).kinds().forEach((kind, part) -> {
                if (engine.stream().noneMatch(one -> one.ref().kind().equals(kind))) {
                    all.add(PolicyDocument.of(kind, Preset.RECOMMENDED, "1", place, part.body(), part.origins()));
                }
            });
            return List.copyOf(all);
        }
    }
}
