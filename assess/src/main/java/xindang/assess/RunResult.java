package xindang.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import xindang.engine.decision.PolicyRef;
import xindang.engine.receivable.SettledDays;
import xindang.format.EffectivePolicies;
import xindang.intake.Ledger;

/**
 * All that summary and report tell about one run.
 *
 * @param ledger the ledger as read
 * @param asOf the day of the assessment
 * @param asOfSource where that day comes from
 * @param span first and last days of the ledger
 * @param totals measures per currency code, sorted
 * @param tally counts and sums of what was decided
 * @param policies the policies used
 * @param policy the policies used, as one reference
 * @param converted everything in one currency, if rates were given
 * @param notes what the reader of the result should know, in the language of the run
 */
public record RunResult(
        Ledger ledger,
        LocalDate asOf,
        AsOfSource asOfSource,
        Span span,
        Map<String, CurrencyTotals> totals,
        Tally tally,
        EffectivePolicies policies,
        PolicyRef policy,
        Optional<Converted> converted,
        List<String> notes) {

    /** Where the as-of date comes from. */
    public enum AsOfSource {
        /** The option {@code --as-of}. */
        GIVEN,
        /** The latest date of issue or settlement. */
        LATEST,
        /** The ledger has no such date, so today. */
        TODAY
    }

    /** First and last days found in the ledger; empty where no row has one. */
    public record Span(
            Optional<LocalDate> firstIssued, Optional<LocalDate> lastIssued, Optional<LocalDate> lastSettled) {

        static Span of(Ledger ledger) {
            return new Span(date(ledger.firstIssued()), date(ledger.lastIssued()), date(ledger.lastSettled()));
        }

        private static Optional<LocalDate> date(OptionalInt day) {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day.getAsInt()));
        }
    }

    /** Days over all currencies; amounts are left out. */
    SettledDays settledDays() {
        var days = new SettledDays();
        totals.values().forEach(total -> days.addDays(total.measures().settledDays()));
        return days;
    }
}
