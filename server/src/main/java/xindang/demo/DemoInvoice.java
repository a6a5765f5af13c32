package xindang.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A made-up invoice (演示发票).
 *
 * @param customer place of the customer in the portfolio
 * @param number invoice number
 * @param cents amount in hundredths of a yuan, tax included
 * @param payments what is paid, in order of days
 */
record DemoInvoice(int customer, String number, LocalDate issued, LocalDate due, long cents, List<Payment> payments) {

    /** A payment of so many hundredths of a yuan. */
    record Payment(LocalDate on, long cents) {}

    DemoInvoice {
        payments = List.copyOf(payments);
    }

    /** What is paid up to and including a day. */
    long paidBy(LocalDate day) {
        return payments.stream()
                .filter(payment -> !payment.on().isAfter(day))
                .mapToLong(Payment::cents)
                .sum();
    }

    /** What is open at the end of a day. */
    long openOn(LocalDate day) {
        return issued.isAfter(day) ? 0 : cents - paidBy(day);
    }
}
