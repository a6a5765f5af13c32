package xindang.assess;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import xindang.assess.RunResult.AsOfSource;
import xindang.assess.RunResult.Span;
import xindang.engine.assessment.Assessment;
import xindang.engine.creditline.LimitFormula;
import xindang.engine.evaluation.Indicator;
import xindang.format.EffectivePolicies;
import xindang.format.FormatProblem;
import xindang.format.PolicyReader;
import xindang.intake.Ledger;
import xindang.intake.Reading;

/** What the reader of a result should know before trusting it: everything that was assumed or could mislead. */
final class Notes {

    private static final int YEAR = 365;

    private Notes() {}

    static List<String> of(
            Ledger ledger,
            LocalDate asOf,
            AsOfSource source,
            EffectivePolicies policies,
            Optional<Converted> converted,
            Texts texts) {
        var notes = new ArrayList<String>();
        notes.add(texts.named("note.asOf." + source, Map.of("date", asOf)));
        undated(ledger, asOf, texts, notes);
        history(ledger, asOf, texts, notes);
        currencies(ledger, texts, notes);
        if (ledger.rejects().size() > 0) {
            notes.add(texts.get("note.rejects", ledger.rejects().size()));
        }
        for (FormatProblem notice : policies.notices()) {
            // What a scorecard of one's own should be asked before publishing is no news about the built-in one.
            if (notice.code() != FormatProblem.Code.CARD_WARNING || !isBuiltIn(policies)) {
                notes.add(Problems.text(notice, texts));
            }
        }
        unknownFacts(policies, texts, notes);
        converted.ifPresent(sums -> sums.stale(asOf)
                .forEach(rate -> notes.add(texts.named(
                        "note.staleRate",
                        Map.of(
                                "from", rate.from().getCurrencyCode(),
                                "to", rate.to().getCurrencyCode(),
                                "date", rate.date())))));
        return List.copyOf(notes);
    }

    /** A card or formula made for other sources than a ledger says little here; better told than wondered about. */
    private static void unknownFacts(EffectivePolicies policies, Texts texts, List<String> notes) {
        for (Indicator indicator : policies.scorecard().card().indicators()) {
            if (!Assessment.INDICATORS.contains(indicator.name())) {
                notes.add(texts.named("note.indicator", Map.of("name", indicator.name())));
            }
        }
        LimitFormula formula = policies.limit().formula();
        if (asksForStatements(formula)) {
            notes.add(texts.named("note.formula", Map.of("name", formula.id())));
        }
    }

    private static boolean asksForStatements(LimitFormula formula) {
        return switch (formula) {
            case LimitFormula.NetWorthShare _, LimitFormula.WorkingCapitalShare _ -> true;
            case LimitFormula.LowestOf lowest -> lowest.formulas().stream().anyMatch(Notes::asksForStatements);
            default -> false;
        };
    }

    private static boolean isBuiltIn(EffectivePolicies policies) {
        String used = policies.ref("scorecard").sha256();
        return PolicyReader.defaultPreset().documents().stream()
                .anyMatch(document -> document.ref().sha256().equals(used));
    }

    private static void undated(Ledger ledger, LocalDate asOf, Texts texts, List<String> notes) {
        int undated = ledger.undatedSettlements();
        if (undated == 0) {
            return;
        }
        notes.add(texts.get("note.undated", undated));
        OptionalInt latest = ledger.latestDate();
        if (latest.isPresent() && asOf.toEpochDay() < latest.getAsInt()) {
            notes.add(texts.get("note.undatedPast", undated));
        }
    }

    private static void history(Ledger ledger, LocalDate asOf, Texts texts, List<String> notes) {
        Span span = Span.of(ledger);
        if (span.firstIssued().isEmpty()) {
            notes.add(texts.get("note.noIssued"));
            return;
        }
        long days = ChronoUnit.DAYS.between(span.firstIssued().get(), asOf) + 1;
        if (days < YEAR) {
            notes.add(texts.get("note.shortHistory", Math.max(0, days)));
        }
    }

    private static void currencies(Ledger ledger, Texts texts, List<String> notes) {
        for (Reading reading : ledger.readings()) {
            if (!reading.currencyColumn()) {
                notes.add(texts.named(
                        "note.currency." + reading.currencySource(),
                        Map.of("file", reading.file(), "currency", reading.currency())));
            }
        }
    }
}
