package xindang.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final String SCALE = "scale";

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

    /** Policies of a file, beside what is in force; what the file lacks stays as it is. */
    static Map<String, DraftPart> imported(List<PolicyDocument> file, Map<String, PolicyDocument> settings) {
        Map<String, DraftPart> parts = inForce(settings);
        for (PolicyDocument policy : file) {
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

    /** Another base under what somebody set himself. */
    static Map<String, DraftPart> rebased(Map<String, DraftPart> base, Map<String, DraftPart> own) {
        var parts = new LinkedHashMap<>(base);
        own.forEach((kind, part) -> part.origins().forEach((key, origin) -> {
            DraftPart under = parts.get(kind);
            Object value = part.body().get(key);
            // What was set in an earlier version and is not touched by this draft is no wish of its authors.
            if (origin.equals(OWN)
                    && under != null
                    && !Objects.equals(value, part.before().get(key))) {
                parts.put(kind, under.with(key, value, OWN));
            }
        }));
        return parts;
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
        if (kind.equals("rat") && key.equals(SCALE) && old instanceof String from && value instanceof String to) {
            var after = new LinkedHashMap<>(parts);
            after.putAll(changed);
            moved(after, from, to).forEach(changed::put);
        }
        return changed;
    }

    private static Map<String, DraftPart> moved(Map<String, DraftPart> parts, String from, String to) {
        var moved = new LinkedHashMap<String, DraftPart>();
        Object scales = Objects.requireNonNull(parts.get("rat"), "rat").body().get("scales");
        GradesMoved.between(scales, from, to)
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
