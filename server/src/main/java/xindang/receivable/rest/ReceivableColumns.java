package xindang.receivable.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xindang.engine.receivable.AgeingSchedule;
import xindang.platform.export.ExportColumn;
import xindang.platform.export.ExportColumn.Kind;
import xindang.platform.export.ListExport;
import xindang.platform.rest.MoneyText;
import xindang.receivable.AgeingLine;
import xindang.receivable.ItemLine;

/** Columns of items and ageing as files (应收导出列). */
final class ReceivableColumns {

    static final ListExport.Source<ItemLine> ITEMS = new ListExport.Source<>(
            "receivable.export",
            "items",
            List.of(
                    item("customerNumber", Kind.TEXT, line -> line.customer().number()),
                    item("customer", Kind.TEXT, line -> line.customer().name()),
                    item("invoice", Kind.TEXT, ItemLine::invoice),
                    item("issued", Kind.DATE, ItemLine::issued),
                    item("due", Kind.DATE, ItemLine::due),
                    item("currency", Kind.TEXT, line -> line.amount().currency()),
                    money("amount", ItemLine::amount),
                    money("settled", ItemLine::settled),
                    money("open", ItemLine::open),
                    item("daysPastDue", Kind.WHOLE, ItemLine::daysPastDue),
                    item("bucket", Kind.CODE, ItemLine::bucket),
                    item("disputed", Kind.TEXT, line -> line.disputed() ? "✓" : null)));

    private ReceivableColumns() {}

    private static ExportColumn<ItemLine> item(String key, Kind kind, Function<ItemLine, @Nullable Object> value) {
        return new ExportColumn<>(key, kind, value);
    }

    private static ExportColumn<ItemLine> money(String key, Function<ItemLine, MoneyText> value) {
        return new ExportColumn<>(
                key,
                Kind.AMOUNT,
                List.of("currency"),
                line -> new BigDecimal(value.apply(line).amount()));
    }

    /** The ageing table of one currency, which its lines do not tell. */
    static ListExport.Source<AgeingLine> ageing(String currency) {
        var columns = new ArrayList<ExportColumn<AgeingLine>>();
        columns.add(new ExportColumn<>("number", Kind.TEXT, line -> line.key().number()));
        columns.add(new ExportColumn<>("name", Kind.TEXT, line -> line.key().name()));
        columns.add(new ExportColumn<>("currency", Kind.TEXT, _ -> currency));
        columns.add(ageing("open", AgeingLine::open));
        columns.add(ageing("overdue", AgeingLine::overdue));
        List<String> labels = AgeingSchedule.STANDARD.labels();
        for (int i = 0; i < labels.size(); i++) {
            int bucket = i;
            columns.add(ageing("bucket-" + labels.get(i), line -> line.amounts().get(bucket)));
        }
        return new ListExport.Source<>("receivable.export", "ageing", columns);
    }

    private static ExportColumn<AgeingLine> ageing(String key, Function<AgeingLine, String> amount) {
        return new ExportColumn<>(key, Kind.AMOUNT, List.of("currency"), line -> new BigDecimal(amount.apply(line)));
    }
}
