package xindang.receivable.store;

import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.RECEIVABLE_ITEM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.engine.money.Money;
import xindang.platform.access.Reach;
import xindang.platform.store.Scoped;

/** Open items as letters list them (函件应收明细查询). */
@Repository
public class LetterItems {

    private final DSLContext db;

    LetterItems(DSLContext db) {
        this.db = db;
    }

    /**
     * An open item.
     *
     * @param amount its whole amount
     * @param open what is not settled of it
     */
    public record Item(@Nullable String invoice, @Nullable LocalDate issued, LocalDate due, Money amount, Money open) {}

    /** The open items of some files within reach, those due first first. */
    public Map<UUID, List<Item>> open(Reach reach, Collection<UUID> files) {
        var i = RECEIVABLE_ITEM;
        var o = CUSTOMERFILE_OVERVIEW;
        return db.select(i.FILE_ID, i.INVOICE, i.ISSUED, i.DUE, i.CURRENCY, i.AMOUNT, i.OPEN_AMOUNT)
                .from(i)
                .join(o)
                .on(o.FILE_ID.eq(i.FILE_ID))
                .where(i.FILE_ID.in(files).and(i.AMOUNT.ne(i.SETTLED_AMOUNT)))
                .and(Scoped.within(reach, o.NODE_ID, o.DEPARTMENT_ID))
                .and(Scoped.readable(o.LEVEL, o.FILE_ID))
                .orderBy(i.FILE_ID, i.DUE, i.ID)
                .fetchGroups(
                        i.FILE_ID,
                        row -> new Item(
                                row.get(i.INVOICE),
                                row.get(i.ISSUED),
                                row.get(i.DUE),
                                money(row.get(i.CURRENCY), row.get(i.AMOUNT)),
                                money(row.get(i.CURRENCY), row.get(i.OPEN_AMOUNT))));
    }

    private static Money money(String currency, BigDecimal amount) {
        return Money.exact(Currency.getInstance(currency), amount);
    }
}
