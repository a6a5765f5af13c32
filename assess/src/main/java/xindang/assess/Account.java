package xindang.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.engine.assessment.AssessmentRecord;
import xindang.engine.evaluation.Grade;
import xindang.engine.warning.WarningLevel;
import xindang.format.WarningMapping;

/** What the command tells at its end: the few figures people look for first, and where the rest is. */
final class Account {

    private Account() {}

    static List<String> of(AssessRun.Outcome outcome, Texts texts) {
        RunResult result = outcome.result().orElseThrow();
        var lines = new ArrayList<String>();
        lines.add(texts.get(
                "done.rows",
                result.ledger().rows(),
                result.ledger().customers(),
                outcome.rejected(),
                result.asOf().toString()));
        for (CurrencyTotals totals : result.totals().values()) {
            lines.add(texts.named(
                    "done.currency",
                    Map.of(
                            "currency", totals.currency().getCurrencyCode(),
                            "open",
                                    Summary.decimal(
                                            totals.currency(), totals.measures().open()),
                            "overdue",
                                    Summary.decimal(
                                            totals.currency(), totals.measures().overdue()),
                            "dso", totals.dso().simple().map(Object::toString).orElse("—"))));
        }
        lines.add(texts.named("done.grades", Map.of("grades", grades(result, texts))));
        lines.add(texts.named("done.warnings", Map.of("warnings", warnings(result, texts))));
        result.notes().forEach(note -> lines.add("  · " + note));
        lines.add(texts.named("done.folder", Map.of("folder", outcome.folder(), "files", files(outcome))));
        return lines;
    }

    private static List<String> files(AssessRun.Outcome outcome) {
        String[] files = outcome.folder().toFile().list();
        return files == null ? List.of() : Arrays.stream(files).sorted().toList();
    }

    /** Best grade first, customers without one last. */
    private static String grades(RunResult result, Texts texts) {
        Map<String, Integer> counts = result.tally().grades();
        var parts = new ArrayList<String>();
        for (Grade grade : result.policies().rating().scale().grades()) {
            counted(parts, grade.code(), counts.get(grade.code()));
        }
        counted(parts, texts.get("grade.none"), counts.get(AssessmentRecord.gradeCode(Optional.empty())));
        return String.join(", ", parts);
    }

    /** Weakest level first, as the policy orders them. */
    private static String warnings(RunResult result, Texts texts) {
        var parts = new ArrayList<String>();
        for (WarningLevel level :
                WarningMapping.policy(result.policies().body("ews")).levels()) {
            String name = texts.has("level." + level.code()) ? texts.get("level." + level.code()) : level.label();
            counted(parts, name, result.tally().warningsByLevel().get(level.code()));
        }
        return parts.isEmpty() ? "0" : String.join(", ", parts);
    }

    private static void counted(List<String> parts, String name, @Nullable Integer count) {
        if (count != null) {
            parts.add(name + " " + count);
        }
    }
}
