package xindang.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;
import xindang.engine.receivable.DaysSalesOutstanding;
import xindang.engine.receivable.IssuedWindows;
import xindang.intake.Ledger;

/**
 * The whole ledger's measures of one currency (分币种合计).
 *
 * @param currency the currency
 * @param measures sums over all accounts
 * @param issued amounts issued per window of 30 days
 */
public record CurrencyTotals(Currency currency, AccountMeasures measures, IssuedWindows issued) {

    private static final int SHARE_DECIMALS = 4;

    /** Days sales outstanding of the currency. */
    public DaysSalesOutstanding dso() {
        return DaysSalesOutstanding.of(measures.open(), measures.notDue(), issued);
    }

    /** An amount's part of all open receivables of the currency; empty unless something is open. */
    public Optional<BigDecimal> share(long open) {
        return measures.open() <= 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(open)
                        .divide(BigDecimal.valueOf(measures.open()), SHARE_DECIMALS, RoundingMode.HALF_UP));
    }

    /** Measures the whole ledger, in as many parts as there are processors; by currency code. */
    static Map<String, CurrencyTotals> of(Ledger ledger, int asOf) {
        var totals = new TreeMap<String, CurrencyTotals>();
        for (var part : Parallel.ranges(ledger.accounts(), (from, to) -> part(ledger, asOf, from, to))) {
            part.forEach((code, sum) -> totals.merge(code, sum, CurrencyTotals::plus));
        }
        return totals;
    }

    private static Map<String, CurrencyTotals> part(Ledger ledger, int asOf, int from, int to) {
        var totals = new TreeMap<String, CurrencyTotals>();
        var measures = new AccountMeasures(AgeingSchedule.STANDARD, asOf);
        for (int account = from; account < to; account++) {
            CurrencyTotals sum = totals.computeIfAbsent(
                    ledger.currencyOf(account).getCurrencyCode(), code -> empty(Currency.getInstance(code), asOf));
            measures.measure(ledger.receivables(), account, sum.issued);
            sum.measures.add(measures);
        }
        return totals;
    }

    private static CurrencyTotals empty(Currency currency, int asOf) {
        return new CurrencyTotals(currency, new AccountMeasures(AgeingSchedule.STANDARD, asOf), new IssuedWindows());
    }

    private CurrencyTotals plus(CurrencyTotals other) {
        measures.add(other.measures);
        issued.add(other.issued);
        return this;
    }
}
