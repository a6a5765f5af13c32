package xindang.demo;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

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

    /** A file that comes with the program. */
    static String resource(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(DemoFiles.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String yuan(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
