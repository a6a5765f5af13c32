package xindang.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.policy.store.PolicyStore.Stored;

/**
 * Chooses among the versions on the way from a node up to the root (制度适用规则): per kind those of the nearest node that has begun, unless
 * one further up is binding; of one policy the version that began last.
 */
final class Resolver {

    private final LocalDate date;

    private Resolver(LocalDate date) {
        this.date = date;
    }

    /**
     * What was chosen for a kind.
     *
     * @param chosen versions that decide: one, or one per card of kind {@code scorecard}
     * @param skipped the others with the reason
     */
    record Choice(List<Stored> chosen, List<Passed> skipped) {}

    /** A version that was passed over, and why. */
    record Passed(Stored version, String why) {}

    /** Chooses for every kind that any node has a say in. */
    static Map<String, Choice> choose(List<Stored> upward, LocalDate date) {
        var kinds = new LinkedHashMap<String, List<Stored>>();
        upward.forEach(
                one -> kinds.computeIfAbsent(one.kind(), _ -> new ArrayList<>()).add(one));
        var resolver = new Resolver(date);
        var choices = new LinkedHashMap<String, Choice>();
        kinds.forEach((kind, versions) -> choices.put(kind, resolver.choose(versions)));
        return choices;
    }

    private Choice choose(List<Stored> versions) {
        var skipped = new ArrayList<Passed>();
        var latest = new LinkedHashMap<String, Stored>();
        // The latest first, so that the first of a policy at a node is the one that holds there.
        versions.stream()
                .sorted(Comparator.comparing(Stored::validFrom)
                        .thenComparing(Stored::id)
                        .reversed())
                .forEach(one -> {
                    if (one.validFrom().isAfter(date)) {
                        skipped.add(new Passed(one, "not-begun"));
                    } else if (latest.putIfAbsent(policyAtNode(one), one) != null) {
                        skipped.add(new Passed(one, "superseded"));
                    }
                });
        Optional<Integer> binding = latest.values().stream()
                .filter(Stored::binding)
                .map(Stored::distance)
                .max(Comparator.naturalOrder());
        int at = binding.orElseGet(
                () -> latest.values().stream().mapToInt(Stored::distance).min().orElse(-1));
        latest.values().stream()
                .filter(one -> one.distance() != at)
                .forEach(one -> skipped.add(new Passed(one, one.distance() < at ? "binding" : "nearer")));
        return new Choice(
                latest.values().stream().filter(one -> one.distance() == at).toList(), skipped);
    }

    /** Versions of one policy follow each other; cards are policies of their own. */
    private static String policyAtNode(Stored one) {
        return one.distance() + (one.kind().equals("scorecard") ? " " + one.policy() : "");
    }
}
