package xindang.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import xindang.engine.decision.PolicyRef;
import xindang.engine.money.Money;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;
import xindang.engine.receivable.SettledDays;

/**
 * Builds {@code summary.json}. Amounts are strings with the currency's digits; with several currencies every amount is
 * an object by ISO code, and nothing is added across them.
 */
final class Summary {

    private final RunResult result;

    private Summary(RunResult result) {
        this.result = result;
    }

    /** The summary as a tree in the order in which it is written. */
    static Map<String, @Nullable Object> of(RunResult result) {
        return new Summary(result).tree();
    }

    private Map<String, @Nullable Object> tree() {
        SettledDays days = result.settledDays();
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("rows", result.ledger().rows());
        tree.put("rejected", result.ledger().rejects().size());
        tree.put("customers", result.ledger().customers());
        tree.put("currencies", List.copyOf(result.totals().keySet()));
        tree.put("totalAmount", amount(AccountMeasures::total));
        tree.put("firstIssued", text(result.span().firstIssued()));
        tree.put("lastIssued", text(result.span().lastIssued()));
        tree.put("lastSettled", text(result.span().lastSettled()));
        tree.put("disputed", sum(AccountMeasures::disputed));
        tree.put("undatedSettlements", result.ledger().undatedSettlements());
        tree.put("asOf", result.asOf().toString());
        tree.put("open", counted(sum(AccountMeasures::openCount), amount(AccountMeasures::open)));
        tree.put("ageing", ageing());
        tree.put("lateInvoices", days.late());
        tree.put("lateAmount", amount(measures -> measures.settledDays().lateAmount()));
        tree.put("averageDaysToSettle", days.averageDaysToSettle().orElse(null));
        tree.put("averageDaysLate", days.averageDaysLate().orElse(null));
        tree.put("averageDaysToDue", days.averageDaysToDue().orElse(null));
        tree.put("dso", dso());
        tree.put("grades", result.tally().grades());
        tree.put("warnings", result.tally().warningsByLevel());
        tree.put("policy", policy(result.policy()));
        result.converted().ifPresent(converted -> tree.put("converted", converted.tree()));
        return tree;
    }

    private List<Map<String, @Nullable Object>> ageing() {
        var buckets = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < AgeingSchedule.STANDARD.buckets(); i++) {
            int bucket = i;
            var line = new LinkedHashMap<String, @Nullable Object>();
            line.put("bucket", AgeingSchedule.STANDARD.label(bucket));
            line.putAll(counted(sum(measures -> measures.count(bucket)), amount(measures -> measures.amount(bucket))));
            buckets.add(line);
        }
        return buckets;
    }

    private Map<String, @Nullable Object> dso() {
        var dso = new LinkedHashMap<String, @Nullable Object>();
        dso.put("simple", perCurrency(totals -> number(totals.dso().simple())));
        dso.put("countBack", perCurrency(totals -> number(totals.dso().countBack())));
        dso.put("bestPossible", perCurrency(totals -> number(totals.dso().bestPossible())));
        return dso;
    }

    private @Nullable Object amount(ToLongFunction<AccountMeasures> what) {
        return perCurrency(totals -> decimal(totals.currency(), what.applyAsLong(totals.measures())));
    }

    private @Nullable Object perCurrency(Function<CurrencyTotals, @Nullable Object> what) {
        if (result.totals().size() == 1) {
            return what.apply(result.totals().values().iterator().next());
        }
        var byCode = new LinkedHashMap<String, @Nullable Object>();
        result.totals().forEach((code, totals) -> byCode.put(code, what.apply(totals)));
        return byCode;
    }

    private int sum(ToLongFunction<AccountMeasures> what) {
        return Math.toIntExact(result.totals().values().stream()
                .mapToLong(totals -> what.applyAsLong(totals.measures()))
                .sum());
    }

    private static Map<String, @Nullable Object> counted(int count, @Nullable Object amount) {
        var counted = new LinkedHashMap<String, @Nullable Object>();
        counted.put("count", count);
        counted.put("amount", amount);
        return counted;
    }

    static String decimal(Currency currency, long minor) {
        return new Money(currency, minor).decimal();
    }

    static @Nullable BigDecimal number(Optional<BigDecimal> number) {
        return number.orElse(null);
    }

    private static @Nullable String text(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse(null);
    }

    private static Map<String, Object> policy(PolicyRef ref) {
        var policy = new LinkedHashMap<String, Object>();
        policy.put("id", ref.id());
        policy.put("version", ref.version());
        policy.put("sha256", ref.sha256());
        return policy;
    }
}
