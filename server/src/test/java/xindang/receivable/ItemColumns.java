package xindang.receivable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;
import xindang.engine.receivable.ReceivableColumns;

/** Items of one account as the engine takes them. */
final class ItemColumns {

    private record Item(int issued, int due, int settled, long amount, long settledAmount) {}

    private final List<Item> items = new ArrayList<>();

    void add(@Nullable LocalDate issued, LocalDate due, @Nullable LocalDate settled, long amount, long settledAmount) {
        items.add(new Item(day(issued), ReceivableColumns.day(due), day(settled), amount, settledAmount));
    }

    private static int day(@Nullable LocalDate date) {
        return date == null ? ReceivableColumns.NO_DATE : ReceivableColumns.day(date);
    }

    AccountMeasures measured(LocalDate asOf) {
        var columns = new ReceivableColumns(
                new int[] {0, items.size()},
                items.stream().mapToInt(Item::issued).toArray(),
                items.stream().mapToInt(Item::due).toArray(),
                items.stream().mapToInt(Item::settled).toArray(),
                items.stream().mapToLong(Item::amount).toArray(),
                items.stream().mapToLong(Item::settledAmount).toArray(),
                new byte[items.size()]);
        var measures = new AccountMeasures(AgeingSchedule.STANDARD, ReceivableColumns.day(asOf));
        measures.measure(columns, 0, null);
        return measures;
    }
}
