package xindang.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import xindang.demo.DemoInvoice.Payment;

/** The trade of one made-up customer (演示交易): what it buys and how it pays, up to a day. */
final class DemoTrade {

    private static final int PARTS_PERCENT = 12;
    private static final int SEVERE_DAYS = 90;
    /** Of what an owing customer should have paid, how much it has: nothing, or a part. */
    private static final int[] PAID_PERCENT = {0, 0, 0, 30, 60};
    /** Busy and quiet months, in percent of an ordinary one, from January. */
    private static final int[] SEASON = {85, 60, 105, 110, 100, 100, 95, 95, 115, 110, 110, 120};

    private final int place;
    private final DemoCustomer customer;
    private final LocalDate begin;
    private final LocalDate today;
    private final Random random;
    /** What is due from this day on, an owing customer has not paid. */
    private final LocalDate owesFrom;
    /** Something of it was due before this day. */
    private final LocalDate owesBefore;

    DemoTrade(int place, DemoCustomer customer, LocalDate begin, LocalDate today, Random random) {
        this.place = place;
        this.customer = customer;
        this.begin = begin;
        this.today = today;
        this.random = random;
        this.owesFrom = switch (customer.habit()) {
            case PROMPT, USUAL, SLOW -> today;
            case OVERDUE -> today.minusDays(8 + random.nextInt(62));
            case SEVERE -> today.minusDays(100 + random.nextInt(80));
        };
        this.owesBefore = customer.habit() == Habit.SEVERE ? today.minusDays(SEVERE_DAYS) : today;
    }

    /** Adds all invoices of the customer. */
    void into(List<DemoInvoice> invoices) {
        int gap = 7 + random.nextInt(12);
        LocalDate issued = begin.plusDays(random.nextInt(gap));
        int count = 0;
        boolean owes = false;
        while (issued.isBefore(today)) {
            DemoInvoice invoice = invoice(issued, ++count, gap, issued.plusDays(customer.termDays()));
            invoices.add(invoice);
            owes |= invoice.due().isBefore(owesBefore) && invoice.openOn(today) > 0;
            issued = issued.plusDays(gap / 2 + random.nextInt(gap));
        }
        if (customer.habit().owes() && !owes) {
            // What it owes is due on the very day from which it pays nothing.
            invoices.add(invoice(owesFrom.minusDays(customer.termDays()), ++count, gap, owesFrom));
        }
    }

    private DemoInvoice invoice(LocalDate issued, int count, int gap, LocalDate due) {
        long yuan = (long) customer.monthlyYuan() * gap / 30 * SEASON[issued.getMonthValue() - 1] / 100;
        long cents = yuan * (70 + random.nextInt(61)) + random.nextInt(100);
        String number = "FP%s%03d".formatted(customer.number().substring(1), count);
        return new DemoInvoice(place, number, issued, due, cents, payments(issued, due, cents));
    }

    private List<Payment> payments(LocalDate issued, LocalDate due, long cents) {
        if (!due.isBefore(owesFrom) && due.isBefore(today)) {
            long part = cents * PAID_PERCENT[random.nextInt(PAID_PERCENT.length)] / 100;
            return part == 0
                    ? List.of()
                    : List.of(new Payment(due.plusDays(1).isAfter(today) ? today : due.plusDays(1), part));
        }
        Habit habit = customer.habit();
        LocalDate usual = due.plusDays(habit.earliest() + random.nextInt(habit.latest() - habit.earliest() + 1));
        LocalDate paid = usual.isBefore(issued) ? issued : usual;
        if (due.isBefore(today) && paid.isAfter(today)) {
            // Who owes nothing today has paid by today.
            paid = today;
        }
        if (paid.isAfter(today)) {
            return List.of();
        }
        var payments = new ArrayList<Payment>();
        long rest = cents;
        if (random.nextInt(100) < PARTS_PERCENT && paid.minusDays(5).isAfter(issued)) {
            long part = cents * (20 + random.nextInt(60)) / 100;
            payments.add(new Payment(paid.minusDays(5), part));
            rest -= part;
        }
        payments.add(new Payment(paid, rest));
        return payments;
    }
}
