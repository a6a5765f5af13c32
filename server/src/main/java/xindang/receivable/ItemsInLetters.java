package xindang.receivable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.document.letter.LetterField;
import xindang.document.letter.LetterField.Kind;
import xindang.document.letter.LetterList;
import xindang.document.letter.LetterSource;
import xindang.document.letter.LetterValue;
import xindang.document.letter.LetterValues;
import xindang.engine.money.Money;
import xindang.platform.access.Reach;
import xindang.receivable.store.LetterItems;

/** What letters say of open items (函件中的应收明细). Sums are there where all items are of one currency: others are not added up. */
@Component
class ItemsInLetters implements LetterSource {

    private static final List<LetterField> ROW = List.of(
            new LetterField("invoice", Kind.TEXT, "单据号", "Invoice"),
            new LetterField("issued", Kind.DAY, "开票日期", "Invoice date"),
            new LetterField("due", Kind.DAY, "到期日", "Due date"),
            new LetterField("days", Kind.COUNT, "逾期天数", "Days overdue"),
            new LetterField("amount", Kind.AMOUNT, "金额", "Amount"),
            new LetterField("open", Kind.AMOUNT, "未清金额", "Open amount"));

    private final LetterItems items;

    ItemsInLetters(LetterItems items) {
        this.items = items;
    }

    @Override
    public List<LetterField> fields() {
        return List.of(
                new LetterField("receivable.open", Kind.AMOUNT, "未清合计", "Open amount in all"),
                new LetterField("receivable.overdue", Kind.AMOUNT, "逾期合计", "Overdue amount in all"),
                new LetterField("receivable.days", Kind.COUNT, "最长逾期天数", "Most days overdue"));
    }

    @Override
    public List<LetterList> lists() {
        return List.of(
                new LetterList("receivable.items", "未清明细", "Open items", ROW),
                new LetterList("receivable.overdue-items", "逾期明细", "Overdue items", ROW));
    }

    @Override
    public Map<UUID, LetterValues> of(Reach reach, Collection<UUID> files, LocalDate date) {
        var known = new HashMap<UUID, LetterValues>();
        items.open(reach, files).forEach((file, some) -> known.put(file, values(some, date)));
        return known;
    }

    private static LetterValues values(List<LetterItems.Item> items, LocalDate date) {
        var single = new HashMap<String, LetterValue>();
        var all = new ArrayList<Map<String, LetterValue>>();
        var overdue = new ArrayList<Map<String, LetterValue>>();
        long most = 0;
        for (LetterItems.Item item : items) {
            Map<String, LetterValue> row = row(item, date);
            all.add(row);
            // A credit note is never overdue.
            if (item.due().isBefore(date) && item.open().isPositive()) {
                overdue.add(row);
                most = Math.max(most, date.toEpochDay() - item.due().toEpochDay());
            }
        }
        if (items.stream().map(item -> item.open().currency()).distinct().count() == 1) {
            single.put("receivable.open", new LetterValue.Amount(sum(items, all)));
            single.put("receivable.overdue", new LetterValue.Amount(sum(items, overdue)));
        }
        single.put("receivable.days", new LetterValue.Count(most));
        return new LetterValues(single, Map.of("receivable.items", all, "receivable.overdue-items", overdue));
    }

    private static Money sum(List<LetterItems.Item> items, List<Map<String, LetterValue>> rows) {
        Money sum = Money.zero(items.getFirst().open().currency());
        for (Map<String, LetterValue> row : rows) {
            if (row.get("open") instanceof LetterValue.Amount(Money open)) {
                sum = sum.plus(open);
            }
        }
        return sum;
    }

    private static Map<String, LetterValue> row(LetterItems.Item item, LocalDate date) {
        var row = new HashMap<String, LetterValue>();
        if (item.invoice() != null) {
            row.put("invoice", new LetterValue.Text(item.invoice()));
        }
        if (item.issued() != null) {
            row.put("issued", new LetterValue.Day(item.issued()));
        }
        row.put("due", new LetterValue.Day(item.due()));
        row.put(
                "days",
                new LetterValue.Count(Math.max(0, date.toEpochDay() - item.due().toEpochDay())));
        row.put("amount", new LetterValue.Amount(item.amount()));
        row.put("open", new LetterValue.Amount(item.open()));
        return row;
    }
}
