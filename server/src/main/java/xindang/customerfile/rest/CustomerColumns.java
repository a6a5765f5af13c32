package xindang.customerfile.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xindang.customerfile.CustomerLine;
import xindang.platform.export.ExportColumn;
import xindang.platform.export.ExportColumn.Kind;
import xindang.platform.export.ListExport;
import xindang.platform.rest.MoneyText;
import xindang.platform.rest.NamedRef;

/** Columns of the customer list as a file (客户列表导出列). */
final class CustomerColumns {

    static final ListExport.Source<CustomerLine> SOURCE = new ListExport.Source<>(
            "customerfile.export",
            "customers",
            List.of(
                    column("number", Kind.TEXT, CustomerLine::number),
                    column("name", Kind.TEXT, CustomerLine::name),
                    column(
                            "grade",
                            Kind.TEXT,
                            line -> line.grade() == null ? null : line.grade().code()),
                    column(
                            "warning",
                            Kind.CODE,
                            line -> line.warning() == null
                                    ? null
                                    : line.warning().level()),
                    column(
                            "limitState",
                            Kind.CODE,
                            line -> line.limit() == null ? null : line.limit().state()),
                    new ExportColumn<>("limit", Kind.AMOUNT, List.of("limitState", "currency"), CustomerColumns::limit),
                    column(
                            "currency",
                            Kind.TEXT,
                            line -> line.open() == null ? null : line.open().currency()),
                    money("open", line -> amount(line.open())),
                    column("usage", Kind.SHARE, line -> line.usage() == null ? null : new BigDecimal(line.usage())),
                    money("overdue", line -> amount(line.overdue())),
                    column("maxDaysPastDue", Kind.WHOLE, CustomerLine::maxDaysPastDue),
                    column("keeper", Kind.TEXT, line -> name(line.keeper())),
                    column("deputyKeeper", Kind.TEXT, line -> name(line.deputyKeeper())),
                    column("department", Kind.TEXT, line -> name(line.department())),
                    column("assessedOn", Kind.DATE, CustomerLine::assessedOn),
                    money("available", CustomerColumns::available),
                    column("termDays", Kind.WHOLE, CustomerLine::termDays),
                    column("creditCode", Kind.TEXT, CustomerLine::creditCode),
                    column("level", Kind.CODE, CustomerLine::level)));

    private CustomerColumns() {}

    private static ExportColumn<CustomerLine> column(
            String key, Kind kind, Function<CustomerLine, @Nullable Object> value) {
        return new ExportColumn<>(key, kind, value);
    }

    private static ExportColumn<CustomerLine> money(String key, Function<CustomerLine, @Nullable Object> value) {
        return new ExportColumn<>(key, Kind.AMOUNT, List.of("currency"), value);
    }

    private static @Nullable BigDecimal amount(@Nullable MoneyText money) {
        return money == null ? null : new BigDecimal(money.amount());
    }

    private static @Nullable BigDecimal limit(CustomerLine line) {
        return line.limit() == null ? null : amount(line.limit().amount());
    }

    private static @Nullable String name(@Nullable NamedRef ref) {
        return ref == null ? null : ref.name();
    }

    private static @Nullable Object available(CustomerLine line) {
        BigDecimal limit = limit(line);
        BigDecimal open = amount(line.open());
        return limit == null || open == null ? null : limit.subtract(open);
    }
}
