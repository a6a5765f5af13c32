package xindang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.customerfile.UnifiedCreditCode;

/** What the demonstration promises, whatever the day on which somebody starts it. */
class DemoPortfolioTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String DAYS = """
            seed, today
            1,    2026-11-22
            1,    2026-12-31
            1,    2027-01-01
            7,    2028-02-29
            42,   2027-03-31""";

    /** Longest days past due of each customer that owes something overdue. */
    private static Map<Integer, Long> overdue(DemoPortfolio portfolio) {
        LocalDate today = portfolio.today();
        ToLongFunction<DemoInvoice> past =
                invoice -> today.toEpochDay() - invoice.due().toEpochDay();
        return portfolio.invoices().stream()
                .filter(invoice -> invoice.openOn(today) > 0 && past.applyAsLong(invoice) > 0)
                .collect(Collectors.toMap(DemoInvoice::customer, past::applyAsLong, Math::max));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = DAYS)
    void two_hundred_customers_forty_overdue_six_of_them_severe(long seed, LocalDate today) {
        DemoPortfolio portfolio = DemoPortfolio.of(seed, DemoSize.FULL, today);
        Map<Integer, Long> overdue = overdue(portfolio);
        assertThat(portfolio.customers()).hasSize(200);
        assertThat(overdue).hasSize(40);
        assertThat(overdue.values().stream().filter(days -> days > 90)).hasSize(6);
        assertThat(portfolio.invoices()).hasSizeBetween(4_000, 12_000);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = DAYS)
    void every_invoice_and_payment_is_possible(long seed, LocalDate today) {
        DemoPortfolio portfolio = DemoPortfolio.of(seed, DemoSize.FULL, today);
        assertThat(portfolio.invoices()).allSatisfy(invoice -> {
            assertThat(invoice.issued()).isBetween(portfolio.begin(), today);
            assertThat(invoice.due()).isAfter(invoice.issued());
            assertThat(invoice.cents()).isPositive();
            assertThat(invoice.openOn(today)).isBetween(0L, invoice.cents());
            assertThat(invoice.payments()).allSatisfy(payment -> {
                assertThat(payment.on()).isBetween(invoice.issued(), today);
                assertThat(payment.cents()).isPositive();
            });
        });
        assertThat(portfolio.invoices()).extracting(DemoInvoice::number).doesNotHaveDuplicates();
    }

    @Test
    void customers_are_plainly_fictitious_and_their_codes_valid() {
        List<DemoCustomer> customers = DemoPortfolio.of(1, DemoSize.FULL, TODAY).customers();
        assertThat(customers)
                .extracting(DemoCustomer::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(".*(演示|示例|样本).*"));
        assertThat(customers).extracting(DemoCustomer::creditCode).doesNotHaveDuplicates();
        assertThat(customers)
                .allMatch(customer ->
                        UnifiedCreditCode.fault(customer.creditCode()).isEmpty());
    }

    @Test
    void the_same_seed_and_day_give_the_same_and_another_seed_another() {
        assertThat(DemoPortfolio.of(3, DemoSize.FULL, TODAY)).isEqualTo(DemoPortfolio.of(3, DemoSize.FULL, TODAY));
        assertThat(DemoPortfolio.of(4, DemoSize.FULL, TODAY)).isNotEqualTo(DemoPortfolio.of(3, DemoSize.FULL, TODAY));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            today,      stops, second to last
            2026-11-22, 19,    2026-10-31
            2026-12-31, 19,    2026-11-30
            2027-01-01, 19,    2026-12-31
            2028-02-29, 19,    2028-01-31""")
    void months_are_brought_in_at_their_ends_and_the_last_one_today(LocalDate today, int stops, LocalDate before) {
        List<LocalDate> days = DemoPortfolio.of(1, DemoSize.FULL, today).stops();
        assertThat(days).hasSize(stops).isSorted().doesNotHaveDuplicates();
        assertThat(days.getLast()).isEqualTo(today);
        assertThat(days.get(days.size() - 2)).isEqualTo(before);
    }

    @Test
    void what_is_brought_in_month_by_month_adds_up_to_the_whole() {
        DemoPortfolio portfolio = DemoPortfolio.of(1, DemoSize.FULL, TODAY);
        var last = new HashMap<String, String>();
        LocalDate after = portfolio.begin().minusDays(1);
        for (LocalDate stop : portfolio.stops()) {
            Arrays.stream(DemoFiles.ledger(portfolio, after, stop).split("\n"))
                    .skip(1)
                    .forEach(row -> last.put(row.split(",", -1)[2], row));
            after = stop;
        }
        String whole = DemoFiles.ledger(portfolio, portfolio.begin().minusDays(1), TODAY);
        assertThat(last.values())
                .containsExactlyInAnyOrder(
                        Arrays.stream(whole.split("\n")).skip(1).toArray(String[]::new));
    }
}
