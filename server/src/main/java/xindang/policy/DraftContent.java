package xindang.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.format.FormatProblem;
import xindang.format.PolicyDocument;
import xindang.format.PolicyKinds;
import xindang.format.regime.Composition;
import xindang.format.regime.Difference;
import xindang.format.regime.GradesMoved;
import xindang.format.regime.Preset;

/** What drafts say and how that changes (草案内容); nothing here is stored. */
final class DraftContent {

    /** Where a value came from that somebody set himself. */
    static final String OWN = "own";

    private static final String LEADING = "rat.scale";
    private static final String SCALES = "rat.scales";

    private DraftContent() {}

    /** The settings in force as a draft that changes nothing yet. */
    static Map<String, DraftPart> inForce(Map<String, PolicyDocument> settings) {
        var parts = new LinkedHashMap<String, DraftPart>();
        settings.forEach((kind, policy) -> {
            Map<String, @Nullable Object> body = members(policy);
            parts.put(kind, new DraftPart(body, policy.origins(), body));
        });
        return parts;
    }

    /** A sample regime, beside what is in force. */
    static Map<String, DraftPart> sample(Preset preset, Map<String, PolicyDocument> settings) {
        var parts = new LinkedHashMap<String, DraftPart>();
        Composition.of(preset)
                .kinds()
                .forEach((kind, part) ->
                        parts.put(kind, new DraftPart(part.body(), part.origins(), before(settings.get(kind)))));
        return parts;
    }

    /** Policies of a file, beside what is in force; what the file lacks stays as it is, and of several versions the last one counts. */
    static Map<String, DraftPart> imported(List<PolicyDocument> file, Map<String, PolicyDocument> settings) {
        Map<String, DraftPart> parts = inForce(settings);
        var latest = new LinkedHashMap<String, PolicyDocument>();
        file.stream()
                .sorted(Comparator.comparing(PolicyDocument::validFrom))
                .forEach(policy -> latest.put(policy.ref().kind(), policy));
        for (PolicyDocument policy : latest.values()) {
            DraftPart known = parts.get(policy.ref().kind());
            if (known != null) {
                Map<String, @Nullable Object> body = new LinkedHashMap<>(known.body());
                body.putAll(members(policy));
                var origins = new LinkedHashMap<>(known.origins());
                policy.origins().forEach((key, origin) -> {
                    if (body.containsKey(key)) {
                        origins.put(key, origin.replaceAll("\\p{Cntrl}", " "));
                    }
                });
                parts.put(policy.ref().kind(), new DraftPart(body, origins, known.before()));
            }
        }
        return parts;
    }

    /** Another base under what somebody set himself; what he set per grade follows the scale that then leads. */
    static Map<String, DraftPart> rebased(Map<String, DraftPart> base, Map<String, DraftPart> own) {
        var parts = new LinkedHashMap<>(base);
        for (String parameter : List.of(SCALES, LEADING)) {
            if (isWish(own, parameter)) {
                parts.putAll(set(parts, parameter, value(own, parameter), OWN));
            }
        }
        Optional<GradesMoved> grades =
                value(own, LEADING) instanceof String from && value(parts, LEADING) instanceof String to
                        ? GradesMoved.between(value(parts, SCALES), from, to)
                        : Optional.empty();
        own.forEach((kind, part) -> part.body().forEach((key, value) -> {
            String parameter = PolicyKinds.parameter(kind, key);
            DraftPart under = parts.get(kind);
            if (under != null && isWish(own, parameter) && !parameter.equals(LEADING)) {
                parts.put(
                        kind,
                        under.with(
                                key,
                                grades.map(moved -> moved.moved(parameter, value))
                                        .orElse(value),
                                OWN));
            }
        }));
        return parts;
    }

    /** Whether the authors of a draft set it; what an earlier version of their own says is no wish of theirs. */
    private static boolean isWish(Map<String, DraftPart> own, String parameter) {
        DraftPart part = own.get(PolicyKinds.of(parameter));
        String key = PolicyKinds.key(parameter);
        return part != null
                && OWN.equals(part.origins().get(key))
                && !Objects.equals(part.body().get(key), part.before().get(key));
    }

    private static @Nullable Object value(Map<String, DraftPart> parts, String parameter) {
        DraftPart part = parts.get(PolicyKinds.of(parameter));
        return part == null ? null : part.body().get(PolicyKinds.key(parameter));
    }

    /**
     * A parameter as the base has it. With the scale of the base everything comes back that nobody set himself.
     *
     * @param base what the draft was started from
     * @param name how origins call it
     * @return the parts that changed
     */
    static Map<String, DraftPart> reset(
            Map<String, DraftPart> parts, Map<String, DraftPart> base, String parameter, String name) {
        DraftPart under = base.get(PolicyKinds.of(parameter));
        String key = PolicyKinds.key(parameter);
        Map<String, DraftPart> changed = set(
                parts,
                parameter,
                value(base, parameter),
                under == null ? OWN : under.origins().getOrDefault(key, name));
        if (parameter.equals(LEADING)) {
            changed.replaceAll((kind, part) -> restored(part, base.get(kind)));
        }
        return changed;
    }

    private static DraftPart restored(DraftPart part, @Nullable DraftPart base) {
        DraftPart restored = part;
        if (base != null) {
            for (Map.Entry<String, @Nullable Object> value : base.body().entrySet()) {
                String origin = base.origins().getOrDefault(value.getKey(), OWN);
                if (origin.equals(part.origins().getOrDefault(value.getKey(), OWN)) && !origin.equals(OWN)) {
                    restored = restored.with(value.getKey(), value.getValue(), origin);
                }
            }
        }
        return restored;
    }

    static Map<String, @Nullable Object> before(@Nullable PolicyDocument policy) {
        return policy == null ? Map.of() : members(policy);
    }

    static Map<String, @Nullable Object> members(PolicyDocument policy) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        policy.body().names().forEach(name -> members.put(name, policy.body().value(name)));
        return members;
    }

    /**
     * A parameter set in a draft. With another scale everything that is set per grade moves along.
     *
     * @return the parts that changed
     */
    static Map<String, DraftPart> set(
            Map<String, DraftPart> parts, String parameter, @Nullable Object value, String origin) {
        String kind = PolicyKinds.of(parameter);
        String key = PolicyKinds.key(parameter);
        DraftPart part = Objects.requireNonNull(parts.get(kind), kind);
        Object old = part.body().get(key);
        var changed = new LinkedHashMap<String, DraftPart>();
        changed.put(kind, part.with(key, value, origin));
        if (parameter.equals(LEADING) && old instanceof String from && value instanceof String to) {
            var after = new LinkedHashMap<>(parts);
            after.putAll(changed);
            moved(after, from, to).forEach(changed::put);
        }
        return changed;
    }

    private static Map<String, DraftPart> moved(Map<String, DraftPart> parts, String from, String to) {
        var moved = new LinkedHashMap<String, DraftPart>();
        GradesMoved.between(value(parts, SCALES), from, to)
                .ifPresent(grades -> parts.forEach((kind, part) -> {
                    DraftPart after = moved(kind, part, grades);
                    if (!after.equals(part)) {
                        moved.put(kind, after);
                    }
                }));
        return moved;
    }

    private static DraftPart moved(String kind, DraftPart part, GradesMoved grades) {
        DraftPart after = part;
        for (Map.Entry<String, @Nullable Object> value : part.body().entrySet()) {
            Object translated = grades.moved(PolicyKinds.parameter(kind, value.getKey()), value.getValue());
            if (!Objects.equals(translated, value.getValue())) {
                after = after.with(value.getKey(), translated, part.origins().getOrDefault(value.getKey(), OWN));
            }
        }
        return after;
    }

    /** What a draft changes, in the order of the regime. */
    static List<Difference> differences(Map<String, DraftPart> parts) {
        var all = new ArrayList<Difference>();
        for (String kind : PolicyKinds.all()) {
            DraftPart part = parts.get(kind);
            if (part != null) {
                all.addAll(Difference.between(kind, part.before(), part.body()));
            }
        }
        return all;
    }

    /** What is wrong with the shape of a part. */
    static List<FormatProblem> problems(String kind, DraftPart part) {
        return PolicyKinds.problems(kind, part.body());
    }

    /** The policies that a draft would put in force: the kinds it changes. */
    static List<PolicyDocument> policies(Map<String, DraftPart> parts, String node, LocalDate from, Naming naming) {
        var place = new PolicyDocument.Place(node, from);
        var policies = new ArrayList<PolicyDocument>();
        for (String kind : PolicyKinds.all()) {
            DraftPart part = parts.get(kind);
            if (part != null && part.isChange()) {
                policies.add(PolicyDocument.of(
                        kind, naming.id(kind), naming.version(kind), place, part.body(), part.origins()));
            }
        }
        return policies;
    }

    /** How new versions are called. */
    interface Naming {

        /** Name of the policy of a kind. */
        String id(String kind);

        /** Its next version. */
        String version(String kind);
    }
}
