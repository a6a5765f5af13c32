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
                    item(
                            "amount",
                            Kind.AMOUNT,
                            line -> new BigDecimal(line.amount().amount())),
                    item(
                            "settled",
                            Kind.AMOUNT,
                            line -> new BigDecimal(line.settled().amount())),
                    item("open", Kind.AMOUNT, line -> new BigDecimal(line.open().amount())),
                    item("daysPastDue", Kind.WHOLE, ItemLine::daysPastDue),
                    item("bucket", Kind.TEXT, ItemLine::bucket),
                    item("disputed", Kind.TEXT, line -> line.disputed() ? "✓" : null)));

    static final ListExport.Source<AgeingLine> AGEING =
            new ListExport.Source<>("receivable.export", "ageing", ageing());

    private ReceivableColumns() {}

    private static ExportColumn<ItemLine> item(String key, Kind kind, Function<ItemLine, @Nullable Object> value) {
        return new ExportColumn<>(key, kind, value);
    }

    private static List<ExportColumn<AgeingLine>> ageing() {
        var columns = new ArrayList<ExportColumn<AgeingLine>>();
        columns.add(new ExportColumn<>("number", Kind.TEXT, line -> line.key().number()));
        columns.add(new ExportColumn<>("name", Kind.TEXT, line -> line.key().name()));
        columns.add(new ExportColumn<>("open", Kind.AMOUNT, line -> new BigDecimal(line.open())));
        columns.add(new ExportColumn<>("overdue", Kind.AMOUNT, line -> new BigDecimal(line.overdue())));
        List<String> labels = AgeingSchedule.STANDARD.labels();
        for (int i = 0; i < labels.size(); i++) {
            int bucket = i;
            columns.add(new ExportColumn<>(
                    "bucket-" + labels.get(i),
                    Kind.AMOUNT,
                    line -> new BigDecimal(line.amounts().get(bucket))));
        }
        return columns;
    }
}
