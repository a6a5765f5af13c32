package xindang.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The files a book-keeper of the demonstration would bring in (演示文件): CSV, as the templates have them. */
final class DemoFiles {

    private DemoFiles() {}

    /** Invoices and payments of a period, as known at its end. */
    static String ledger(DemoPortfolio portfolio, LocalDate after, LocalDate until) {
        var csv = new StringBuilder("客户编码,客户名称,发票号,开票日期,到期日,金额(元),核销日期,已核销金额\n");
        for (DemoInvoice invoice : portfolio.news(after, until)) {
            DemoCustomer customer = portfolio.customers().get(invoice.customer());
            List<LocalDate> paid = invoice.payments().stream()
                    .map(DemoInvoice.Payment::on)
                    .filter(on -> !on.isAfter(until))
                    .toList();
            csv.append(String.join(
                            ",",
                            customer.number(),
                            customer.name(),
                            invoice.number(),
                            invoice.issued().toString(),
                            invoice.due().toString(),
                            yuan(invoice.cents()),
                            paid.isEmpty() ? "" : paid.getLast().toString(),
                            yuan(invoice.paidBy(until))))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String yuan(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
