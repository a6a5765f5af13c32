package xindang.receivable.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import xindang.platform.rest.MoneyText;
import xindang.receivable.Months.MonthEnd;

/** Adds up the items of one customer at several days (月末汇总); a company as a whole is what snapshots are for. */
@Repository
public class MonthReader {

    private final DSLContext db;

    MonthReader(DSLContext db) {
        this.db = db;
    }

    /** What was open and overdue at the end of each day; the caller has looked whether the customer may be seen. */
    public List<MonthEnd> read(UUID file, String currency, List<LocalDate> days) {
        return db.resultQuery("""
                        select d.day, coalesce(sum(x.open), 0), coalesce(sum(x.open) filter (where i.due < d.day), 0)
                        from unnest(?::date[]) d (day)
                        left join receivable_item i on i.file_id = ? and i.currency = ? and (i.issued is null or i.issued <= d.day)
                        left join lateral (select i.amount - case
                            when i.split then coalesce((select sum(t.amount) from receivable_settlement t
                                where t.item_id = i.id and (t.settled_on is null or t.settled_on <= d.day)), 0)
                            when i.settled_on is null or i.settled_on <= d.day then i.settled_amount else 0 end as open) x on true
                        group by d.day order by d.day""", days.toArray(LocalDate[]::new), file, currency)
                .fetch(row -> new MonthEnd(
                        row.get(0, LocalDate.class),
                        MoneyText.plain(row.get(1, BigDecimal.class), currency),
                        MoneyText.plain(row.get(2, BigDecimal.class), currency)));
    }
}
