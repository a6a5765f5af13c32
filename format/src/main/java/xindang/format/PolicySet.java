package xindang.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.format.FormatProblem.Code;

/**
 * The policies of one file (制度集), in all their versions. {@link #at} picks those of a day.
 *
 * @param file where they come from
 * @param documents all policies of the kinds read here
 * @param notices what was noteworthy about the file
 */
public record PolicySet(String file, List<PolicyDocument> documents, List<FormatProblem> notices) {

    /** Copies the lists. */
    public PolicySet {
        documents = List.copyOf(documents);
        notices = List.copyOf(notices);
    }

    /**
     * The policies in force on a day, as far as the engine reads them: per kind (per card for scorecards) the latest that has begun. A policy that begins later
     * decides nothing yet, and that is reported; a kind the file lacks on the day comes from the preset R0 as a whole and is
     * reported. Fields of two policies are never mixed.
     *
     * @throws FormatException if the chosen policies contradict each other
     */
    public EffectivePolicies at(LocalDate asOf) {
        var notes = new ArrayList<>(notices);
        Map<String, PolicyDocument> chosen = choose(asOf, notes);
        for (var preset :
                PolicyReader.defaultPreset().choose(asOf, new ArrayList<>()).entrySet()) {
            PolicyDocument document = preset.getValue();
            String kind = document.ref().kind();
            boolean lacking =
                    chosen.values().stream().noneMatch(one -> one.ref().kind().equals(kind));
            if (chosen.putIfAbsent(preset.getKey(), document) == null && lacking) {
                notes.add(new FormatProblem(Code.KIND_FROM_PRESET, Map.of("file", file, "kind", kind, "value", "R0")));
            }
        }
        return EffectivePolicies.of(chosen, notes);
    }

    private Map<String, PolicyDocument> choose(LocalDate asOf, List<FormatProblem> notes) {
        var versions = new LinkedHashMap<String, List<PolicyDocument>>();
        documents.stream()
                .filter(document ->
                        SchemaCheck.ENGINE_KINDS.contains(document.ref().kind()))
                .forEach(document -> versions.computeIfAbsent(key(document), _ -> new ArrayList<>())
                        .add(document));
        var chosen = new LinkedHashMap<String, PolicyDocument>();
        versions.forEach((key, all) -> choose(all, asOf, notes).ifPresent(document -> chosen.put(key, document)));
        return chosen;
    }

    private Optional<PolicyDocument> choose(List<PolicyDocument> versions, LocalDate asOf, List<FormatProblem> notes) {
        Comparator<PolicyDocument> byDate = Comparator.comparing(PolicyDocument::validFrom);
        Optional<PolicyDocument> begun = versions.stream()
                .filter(document -> !document.validFrom().isAfter(asOf))
                .max(byDate);
        if (begun.isPresent()) {
            return begun;
        }
        PolicyDocument next = versions.stream().min(byDate).orElseThrow();
        notes.add(new FormatProblem(
                Code.NOT_YET_IN_FORCE,
                Map.of(
                        "file", file,
                        "kind", next.ref().kind(),
                        "value", next.ref().id(),
                        "expected", next.validFrom().toString())));
        return Optional.empty();
    }

    /** What versions have in common: the kind, and for cards the card. */
    static String key(PolicyDocument document) {
        return document.ref().kind().equals("scorecard")
                ? "scorecard " + document.ref().id()
                : document.ref().kind();
    }
}
