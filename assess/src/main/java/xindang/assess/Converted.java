package xindang.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;

/**
 * The ledger's sums in one currency (折算), by named rates of named days. Each currency's sum is converted once and rounded
 * half up; its ageing is rounded so that the buckets add up to the open amount ({@link LargestRemainder}).
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
        long total = 0;
        long open = 0;
        var ageing = new long[AgeingSchedule.STANDARD.buckets()];
        for (CurrencyTotals each : totals.values()) {
            ExchangeRates.Line line = line(rates, each.currency(), target);
            AccountMeasures measures = each.measures();
            total = Math.addExact(total, LargestRemainder.whole(List.of(ExchangeRates.exact(measures.total(), line))));
            List<BigDecimal> buckets = IntStream.range(0, ageing.length)
                    .mapToObj(bucket -> ExchangeRates.exact(measures.amount(bucket), line))
                    .toList();
            open = Math.addExact(open, LargestRemainder.whole(buckets));
            long[] rounded = LargestRemainder.round(buckets);
            Arrays.setAll(ageing, bucket -> Math.addExact(ageing[bucket], rounded[bucket]));
        }
        return new Converted(
                target, rates, total, open, Arrays.stream(ageing).boxed().toList());
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

    /** The rate used for a currency; the target itself is worth one. */
    private static ExchangeRates.Line line(List<ExchangeRates.Line> rates, Currency from, Currency target) {
        return rates.stream()
                .filter(rate -> rate.from().equals(from))
                .findFirst()
                .orElseGet(() -> new ExchangeRates.Line(LocalDate.EPOCH, target, target, BigDecimal.ONE));
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
