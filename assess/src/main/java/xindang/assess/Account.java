package xindang.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        lines.add(texts.named(
                "done.grades", Map.of("grades", counts(result.tally().grades()))));
        lines.add(texts.named(
                "done.warnings", Map.of("warnings", counts(result.tally().warningsByLevel()))));
        result.notes().forEach(note -> lines.add("  · " + note));
        lines.add(texts.named("done.folder", Map.of("folder", outcome.folder())));
        return lines;
    }

    private static String counts(Map<String, Integer> counts) {
        var parts = new ArrayList<String>();
        counts.forEach((name, count) -> parts.add(name + " " + count));
        return parts.isEmpty() ? "0" : String.join(", ", parts);
    }
}
