package xindang.assess;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;

/**
 * The ledger's sums in one currency (折算), by named rates of named days. Each currency's sum is converted once, so that
 * rounding is a fen per sum at most.
 *
 * @param currency the currency of all amounts
 * @param rates the line used for each other currency
 * @param total sum of all invoices
 * @param open open amount
 * @param ageing open amount per bucket
 */
public record Converted(Currency currency, List<ExchangeRates.Line> rates, long total, long open, List<Long> ageing) {

    /** Rates older than this many days are pointed out. */
    private static final int STALE = 31;

    static Converted of(Map<String, CurrencyTotals> totals, ExchangeRates table, Currency target, LocalDate asOf) {
        var rates = new ArrayList<ExchangeRates.Line>();
        for (CurrencyTotals each : totals.values()) {
            if (!each.currency().equals(target)) {
                rates.add(table.on(asOf, each.currency(), target));
            }
        }
        var ageing = new ArrayList<Long>();
        for (int i = 0; i < AgeingSchedule.STANDARD.buckets(); i++) {
            int bucket = i;
            ageing.add(sum(totals, rates, target, measures -> measures.amount(bucket)));
        }
        return new Converted(
                target,
                rates,
                sum(totals, rates, target, AccountMeasures::total),
                sum(totals, rates, target, AccountMeasures::open),
                ageing);
    }

    /** The rates that were older than a month on the day. */
    List<ExchangeRates.Line> stale(LocalDate asOf) {
        return rates.stream()
                .filter(rate -> ChronoUnit.DAYS.between(rate.date(), asOf) > STALE)
                .toList();
    }

    Map<String, @Nullable Object> tree() {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("currency", currency.getCurrencyCode());
        tree.put("rates", rates.stream().map(Converted::rate).toList());
        tree.put("totalAmount", Summary.decimal(currency, total));
        tree.put("open", Summary.decimal(currency, open));
        var buckets = new ArrayList<Map<String, Object>>();
        for (int bucket = 0; bucket < ageing.size(); bucket++) {
            var line = new LinkedHashMap<String, Object>();
            line.put("bucket", AgeingSchedule.STANDARD.label(bucket));
            line.put("amount", Summary.decimal(currency, ageing.get(bucket)));
            buckets.add(line);
        }
        tree.put("ageing", buckets);
        return tree;
    }

    private static long sum(
            Map<String, CurrencyTotals> totals,
            List<ExchangeRates.Line> rates,
            Currency target,
            ToLongFunction<AccountMeasures> what) {
        long sum = 0;
        for (CurrencyTotals each : totals.values()) {
            long amount = what.applyAsLong(each.measures());
            sum = Math.addExact(sum, each.currency().equals(target) ? amount : converted(each, rates, amount));
        }
        return sum;
    }

    private static long converted(CurrencyTotals each, List<ExchangeRates.Line> rates, long amount) {
        ExchangeRates.Line line = rates.stream()
                .filter(rate -> rate.from().equals(each.currency()))
                .findFirst()
                .orElseThrow();
        return ExchangeRates.convert(amount, line).minor();
    }

    private static Map<String, Object> rate(ExchangeRates.Line line) {
        var rate = new LinkedHashMap<String, Object>();
        rate.put("date", line.date().toString());
        rate.put("from", line.from().getCurrencyCode());
        rate.put("to", line.to().getCurrencyCode());
        rate.put("rate", line.rate().toPlainString());
        return rate;
    }
}
