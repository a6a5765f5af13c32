package xindang.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Customers and trade of the demonstration (演示组合): in full, two hundred customers and eighteen months of invoices and
 * payments up to a day. Forty customers owe something overdue on that day, six of them by more than ninety days; nobody else
 * owes anything overdue. The same seed, size and day give the same portfolio.
 *
 * @param size how many customers, and months of trade
 * @param today day the portfolio ends at
 * @param customers customers by number
 * @param invoices invoices by day of issue
 */
record DemoPortfolio(DemoSize size, LocalDate today, List<DemoCustomer> customers, List<DemoInvoice> invoices) {

    private static final int[] TERMS = {30, 30, 60, 60, 45, 90};
    private static final int[] MONTHLY_YUAN = {8_000, 20_000, 20_000, 45_000, 45_000, 90_000, 160_000, 400_000};

    DemoPortfolio {
        customers = List.copyOf(customers);
        invoices = List.copyOf(invoices);
    }

    /** Makes the portfolio of a seed that ends at a day. */
    static DemoPortfolio of(long seed, DemoSize size, LocalDate today) {
        var random = new Random(seed);
        List<Habit> habits = new ArrayList<>();
        for (Habit habit : Habit.values()) {
            habits.addAll(Collections.nCopies(size.share(habit.customers()), habit));
        }
        Collections.shuffle(habits, random);
        var names = new DemoNames(random);
        var customers = new ArrayList<DemoCustomer>();
        for (Habit habit : habits) {
            customers.add(names.customer(
                    "K%04d".formatted(customers.size() + 1), habit, any(TERMS, random), any(MONTHLY_YUAN, random)));
        }
        var invoices = new ArrayList<DemoInvoice>();
        for (int customer = 0; customer < customers.size(); customer++) {
            new DemoTrade(
                            customer,
                            customers.get(customer),
                            size.begin(today),
                            today,
                            new Random(seed * 1_000 + customer))
                    .into(invoices);
        }
        invoices.sort((a, b) -> a.issued().equals(b.issued())
                ? a.number().compareTo(b.number())
                : a.issued().compareTo(b.issued()));
        return new DemoPortfolio(size, today, customers, invoices);
    }

    /** First day of trade. */
    LocalDate begin() {
        return size.begin(today);
    }

    /** The days on which invoices and payments are brought in: each month's end, then the last day itself. */
    List<LocalDate> stops() {
        var stops = new ArrayList<LocalDate>();
        for (YearMonth month = YearMonth.from(begin());
                month.atEndOfMonth().isBefore(today);
                month = month.plusMonths(1)) {
            stops.add(month.atEndOfMonth());
        }
        stops.add(today);
        return stops;
    }

    /** What a book-keeper would bring in at the end of a period: what was issued in it, and what was open before it. */
    List<DemoInvoice> news(LocalDate after, LocalDate until) {
        return invoices.stream()
                .filter(invoice -> !invoice.issued().isAfter(until))
                .filter(invoice -> invoice.issued().isAfter(after) || invoice.openOn(after) > 0)
                .toList();
    }

    private static int any(int[] numbers, Random random) {
        return numbers[random.nextInt(numbers.length)];
    }
}
