package xindang.engine.receivable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.engine.money.Money;
import xindang.gates.Requirement;

class AccountMeasuresTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate D = LocalDate.parse("2026-03-31");

    private static Receivable item(String issued, String due, String settled, String amount, String settledAmount) {
        return new Receivable(
                date(issued),
                LocalDate.parse(due),
                date(settled),
                Money.of(CNY, amount),
                Money.of(CNY, settledAmount),
                false);
    }

    private static Optional<LocalDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static ReceivableColumns columns(List<Receivable> items) {
        int n = items.size();
        var issued = new int[n];
        var due = new int[n];
        var settled = new int[n];
        var amount = new long[n];
        var settledAmount = new long[n];
        var marks = new byte[n];
        for (int i = 0; i < n; i++) {
            Receivable item = items.get(i);
            issued[i] = item.issued().map(ReceivableColumns::day).orElse(ReceivableColumns.NO_DATE);
            due[i] = ReceivableColumns.day(item.due());
            settled[i] = item.settled().map(ReceivableColumns::day).orElse(ReceivableColumns.NO_DATE);
            amount[i] = item.amount().minor();
            settledAmount[i] = item.settledAmount().minor();
            marks[i] = item.disputed() ? ReceivableColumns.DISPUTED : 0;
        }
        return new ReceivableColumns(new int[] {0, n}, issued, due, settled, amount, settledAmount, marks);
    }

    private static AccountMeasures measure(List<Receivable> items, LocalDate asOf) {
        var measures = new AccountMeasures(AgeingSchedule.STANDARD, ReceivableColumns.day(asOf));
        measures.measure(columns(items), 0, new IssuedWindows());
        return measures;
    }

    @Requirement({"AR-02", "TXN-02", "STD-10"})
    @Test
    void settled_and_open_items_show_how_a_customer_pays() {
        var measures = measure(
                List.of(
                        item("2026-01-01", "2026-01-31", "2026-01-21", "100.00", "100.00"),
                        item("2026-01-01", "2026-01-31", "2026-02-10", "300.00", "300.00"),
                        item("2026-01-30", "2026-03-01", "", "100.00", "0"),
                        item("2026-03-20", "2026-04-19", "", "50.00", "0")),
                D);
        var behaviour = PaymentBehaviour.of(List.of(measures));
        assertThat(behaviour.settled()).isEqualTo(2);
        assertThat(behaviour.late()).isEqualTo(1);
        assertThat(behaviour.averageDaysToSettle()).contains(new BigDecimal("30.0000"));
        assertThat(behaviour.averageDaysLate()).contains(new BigDecimal("5.0000"));
        assertThat(behaviour.averageDaysToDue()).contains(new BigDecimal("0.0000"));
        // (100 × 0 + 300 × 10 + 100 × 30) / 500, and 400 of 500 late
        assertThat(behaviour.weightedDaysLate()).contains(new BigDecimal("12.0000"));
        assertThat(behaviour.lateShare()).contains(new BigDecimal("0.8000"));
        assertThat(behaviour.maxDaysPastDue()).isEqualTo(30);
        assertThat(behaviour.overdueShare()).isEqualTo(new BigDecimal("0.6667"));
        assertThat(measures.settledDays().lateAmount()).isEqualTo(30_000);
    }

    @Test
    void a_new_customer_with_nothing_due_has_no_history() {
        var behaviour =
                PaymentBehaviour.of(List.of(measure(List.of(item("2026-03-20", "2026-04-19", "", "50", "0")), D)));
        assertThat(behaviour.weightedDaysLate()).isEmpty();
        assertThat(behaviour.lateShare()).isEmpty();
        assertThat(behaviour.maxDaysPastDue()).isZero();
        assertThat(behaviour.overdueShare()).isEqualByComparingTo("0");
    }

    @Test
    void a_customer_who_never_paid_has_a_history() {
        var behaviour =
                PaymentBehaviour.of(List.of(measure(List.of(item("2025-01-01", "2025-03-31", "", "50", "0")), D)));
        assertThat(behaviour.weightedDaysLate()).contains(new BigDecimal("365.0000"));
        assertThat(behaviour.lateShare()).contains(new BigDecimal("1.0000"));
    }

    @Test
    void a_credit_line_reduces_its_bucket_and_is_never_late() {
        var measures = measure(
                List.of(
                        item("2026-01-01", "2026-01-31", "", "100.00", "0"),
                        item("2026-01-01", "2026-01-31", "", "-30.00", "0"),
                        item("2026-01-01", "2026-01-31", "2026-03-30", "-5.00", "-5.00")),
                D);
        assertThat(measures.overdue()).isEqualTo(7_000);
        assertThat(measures.overdueDebit()).isEqualTo(10_000);
        assertThat(measures.openCount()).isEqualTo(2);
        assertThat(measures.overdueInvoices()).isEqualTo(1);
        assertThat(measures.settledDays().settled()).isZero();
        assertThat(measures.weightedDaysLate().weight()).isEqualTo(10_000);
        assertThat(measures.invoicesInYear()).isEqualTo(1);
        assertThat(measures.issuedInYear()).isEqualTo(6_500);
    }

    @Test
    void a_settlement_of_unknown_day_counts_on_every_day_and_stays_out_of_days() {
        var measures = measure(List.of(item("2026-01-01", "2026-01-31", "", "100.00", "40.00")), D);
        assertThat(measures.open()).isEqualTo(6_000);
        assertThat(measures.settledDays().settled()).isZero();
    }

    @Test
    void nothing_after_the_day_is_used() {
        var items = List.of(
                item("2026-03-01", "2026-03-11", "2026-04-01", "10.00", "10.00"),
                item("2026-04-01", "2026-04-01", "2026-04-01", "99.00", "99.00"));
        var measures = measure(items, D);
        assertThat(measures.open()).isEqualTo(1_000);
        assertThat(measures.maxDaysPastDue()).isEqualTo(20);
        assertThat(measures.settledDays().settled()).isZero();
        assertThat(measures.issuedInYear()).isEqualTo(1_000);
        assertThat(measures.invoices()).isEqualTo(2);
        assertThat(measures.total()).isEqualTo(10_900);
    }

    @Test
    void due_today_is_not_overdue() {
        var due = item("2026-01-01", "2026-03-31", "", "10.00", "0");
        assertThat(due.daysPastDue(D)).isZero();
        assertThat(due.daysPastDue(D.plusDays(1))).isEqualTo(1);
        assertThat(measure(List.of(due), D).overdue()).isZero();
        assertThat(measure(List.of(due), D.plusDays(1)).overdue()).isEqualTo(1_000);
    }

    @Test
    void the_trend_compares_the_last_quarter_with_the_three_before() {
        var collector = measure(
                        List.of(
                                item("2025-01-01", "2025-03-01", "2025-04-01", "1", "1"), // 364 days back, 31 late
                                item("2025-01-01", "2025-03-01", "2025-03-31", "1", "1"), // 365 days back: too old
                                item("2025-09-01", "2025-12-31", "2025-12-31", "1", "1"), // 90 days back, on time
                                item("2025-09-01", "2025-12-31", "2026-01-01", "1", "1")), // 89 days back, 1 late
                        D)
                .trend();
        assertThat(collector.count()).isEqualTo(3);
        assertThat(collector.daysLate()).isEqualTo(32);
        var trend = collector.trend();
        assertThat(trend.earlierInvoices()).isEqualTo(2);
        assertThat(trend.recentInvoices()).isEqualTo(1);
        assertThat(trend.earlier()).contains(new BigDecimal("15.5000"));
        assertThat(trend.recent()).contains(new BigDecimal("1.0000"));
        assertThat(trend.daysSlower()).contains(new BigDecimal("-14.5000"));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 8, 13, 21})
    void the_pass_over_columns_says_what_the_single_items_say(long seed) {
        var random = new SplittableRandom(seed);
        var items = new ArrayList<Receivable>();
        for (int i = 0; i < 400; i++) {
            items.add(anyItem(random));
        }
        var measures = measure(items, D);
        assertThat(measures.open()).as("seed %d", seed).isEqualTo(sum(items, item -> true, item -> open(item)));
        assertThat(measures.overdue())
                .as("seed %d", seed)
                .isEqualTo(sum(items, item -> item.daysPastDue(D) > 0, item -> open(item)));
        assertThat(measures.settledDays().lateAmount())
                .as("seed %d", seed)
                .isEqualTo(sum(
                        items,
                        item -> item.settledBy(D)
                                && item.settled().orElseThrow().isAfter(item.due()),
                        item -> item.amount().minor()));
        assertThat(measures.weightedDaysLate().mean()).as("seed %d", seed).isEqualTo(naiveWeightedDays(items));
        assertThat(measures.openDisputed()).as("seed %d", seed).isEqualTo((int) items.stream()
                .filter(item -> item.disputed() && open(item) != 0)
                .count());
        assertThat(twoHalves(items).weightedDaysLate().mean())
                .as("seed %d", seed)
                .isEqualTo(measures.weightedDaysLate().mean());
        assertThat(twoHalves(items).overdue()).as("seed %d", seed).isEqualTo(measures.overdue());
    }

    private static AccountMeasures twoHalves(List<Receivable> items) {
        var both = measure(items.subList(0, items.size() / 2), D);
        both.add(measure(items.subList(items.size() / 2, items.size()), D));
        return both;
    }

    private static Optional<BigDecimal> naiveWeightedDays(List<Receivable> items) {
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal days = BigDecimal.ZERO;
        for (Receivable item : items) {
            if (item.settledBy(D)) {
                long late = Math.max(
                        0,
                        item.settled().orElseThrow().toEpochDay() - item.due().toEpochDay());
                weight = weight.add(item.amount().amount());
                days = days.add(item.amount().amount().multiply(BigDecimal.valueOf(late)));
            }
            if (open(item) > 0 && item.daysPastDue(D) > 0) {
                weight = weight.add(item.open(D).amount());
                days = days.add(item.open(D).amount().multiply(BigDecimal.valueOf(item.daysPastDue(D))));
            }
        }
        return weight.signum() == 0 ? Optional.empty() : Optional.of(days.divide(weight, 4, RoundingMode.HALF_UP));
    }

    private static long open(Receivable item) {
        return item.open(D).minor();
    }

    private static long sum(List<Receivable> items, Predicate<Receivable> which, ToLongFunction<Receivable> what) {
        return items.stream().filter(which).mapToLong(what).sum();
    }

    private static Receivable anyItem(SplittableRandom random) {
        LocalDate issued = D.minusDays(random.nextInt(-60, 800));
        LocalDate due = issued.plusDays(random.nextInt(0, 120));
        long amount = random.nextLong(-100_000, 10_000_000_000_000L);
        long part = random.nextInt(3) == 0 ? random.nextLong(0, Math.abs(amount) + 1) * Long.signum(amount) : amount;
        boolean settled = random.nextInt(4) > 0;
        boolean undated = random.nextInt(10) == 0;
        return new Receivable(
                random.nextInt(20) == 0 ? Optional.empty() : Optional.of(issued),
                due,
                settled && !undated ? Optional.of(due.plusDays(random.nextInt(-30, 200))) : Optional.empty(),
                new Money(CNY, amount),
                new Money(CNY, settled ? part : 0),
                random.nextInt(15) == 0);
    }

    @Test
    void sums_beyond_a_long_are_an_error() {
        var most = new Money(CNY, Long.MAX_VALUE);
        var item = new Receivable(Optional.empty(), D.minusDays(9), Optional.empty(), most, Money.zero(CNY), false);
        assertThatThrownBy(() -> measure(List.of(item, item), D)).isInstanceOf(ArithmeticException.class);
        // One such item alone is weighed exactly, although amount × days needs more than 64 bits.
        assertThat(measure(List.of(item), D).weightedDaysLate().mean()).contains(new BigDecimal("9.0000"));
    }

    @Requirement("LIM-10")
    @Test
    void the_peak_is_the_highest_balance_at_the_end_of_a_day_of_the_year() {
        var items = List.of(
                item("2024-01-01", "2024-02-01", "2025-03-31", "900.00", "900.00"), // gone before the year begins
                item("", "2025-05-01", "2025-06-01", "10.00", "10.00"),
                item("2025-05-20", "2025-06-20", "2025-07-01", "50.00", "50.00"),
                item("2025-07-01", "2025-08-01", "", "55.00", "0"), // same day as the settlement above
                item("2026-03-31", "2026-04-30", "2026-04-01", "4.00", "4.00"),
                item("2026-04-01", "2026-04-30", "", "1000.00", "0"));
        assertThat(BalancePeak.ofYear(columns(items), 0, ReceivableColumns.day(D)))
                .isEqualTo(6_000);
        assertThat(BalancePeak.ofYear(columns(List.of()), 0, ReceivableColumns.day(D)))
                .isZero();
    }

    @Test
    void columns_of_unequal_length_are_refused() {
        assertThatThrownBy(() -> new ReceivableColumns(
                        new int[] {0, 1}, new int[2], new int[1], new int[1], new long[1], new long[1], new byte[1]))
                .hasMessageContaining("length");
        assertThatThrownBy(() -> new ReceivableColumns(
                        new int[] {0}, new int[1], new int[1], new int[1], new long[1], new long[1], new byte[1]))
                .hasMessageContaining("cover");
    }
}
