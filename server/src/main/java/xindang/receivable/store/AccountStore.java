package xindang.receivable.store;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.platform.store.CopyRows;
import xindang.receivable.AccountFigures;

/** Table of the figures of accounts (账户数据表). */
@Repository
public class AccountStore {

    private static final String FIGURES =
            "items, open_items, disputed, total, open, overdue, a0, a1, a2, a3, a4, a5, a6, max_days";

    private static final int BUCKETS = 7;

    private final DSLContext db;

    AccountStore(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** Files of a company that have accounts. */
    public Set<UUID> files(UUID company) {
        var files = new HashSet<UUID>();
        db.resultQuery("select distinct file_id from receivable_account where node_id = ?", company)
                .fetchSize(10_000)
                .fetchLazy()
                .forEach(row -> files.add(row.get(0, UUID.class)));
        return files;
    }

    /** Writes figures; accounts that are new come behind the others of their customer. */
    public void write(UUID company, LocalDate asOf, List<AccountFigures> figures) {
        if (figures.isEmpty()) {
            return;
        }
        db.execute("""
                create temp table staged_account (ord integer, file_id uuid, currency text, items integer, open_items integer,
                    disputed integer, total numeric, open numeric, overdue numeric, a0 numeric, a1 numeric, a2 numeric, a3 numeric,
                    a4 numeric, a5 numeric, a6 numeric, max_days integer) on commit drop""");
        db.connection(connection -> {
            try (CopyRows rows = CopyRows.into(connection, "staged_account")) {
                for (int i = 0; i < figures.size(); i++) {
                    write(rows, i, figures.get(i));
                }
                rows.finish();
            }
        });
        db.execute("analyze staged_account");
        db.execute("""
                insert into receivable_account as a (file_id, currency, node_id, place, as_of, %s)
                select s.file_id, s.currency, ?, coalesce((select max(o.place) from receivable_account o where o.file_id = s.file_id), 0)
                    + row_number() over (partition by s.file_id order by s.ord), ?, %s
                from staged_account s where not exists (
                    select from receivable_account o where o.file_id = s.file_id and o.currency = s.currency)""".formatted(FIGURES, FIGURES), company, asOf);
        db.execute("""
                update receivable_account a set as_of = ?, recorded_at = now(), (%s) = (select %s from (select s.*) t)
                from staged_account s where a.file_id = s.file_id and a.currency = s.currency
                and (a.as_of, a.items, a.open_items, a.disputed, a.total, a.open, a.a0, a.a1, a.a2, a.a3, a.a4, a.a5, a.a6, a.max_days)
                    is distinct from (?::date, s.items, s.open_items, s.disputed, s.total, s.open, s.a0, s.a1, s.a2, s.a3, s.a4, s.a5,
                        s.a6, s.max_days)""".formatted(FIGURES, FIGURES), asOf, asOf);
        db.execute("drop table staged_account");
    }

    private static void write(CopyRows rows, int ordinal, AccountFigures one) throws java.sql.SQLException {
        int digits = one.digits();
        rows.whole(ordinal)
                .id(one.file())
                .text(one.currency().getCurrencyCode())
                .whole(one.items())
                .whole(one.openItems())
                .whole(one.disputed())
                .amount(one.total(), digits)
                .amount(one.open(), digits)
                .amount(one.overdue(), digits);
        for (long bucket : one.buckets()) {
            rows.amount(bucket, digits);
        }
        rows.whole(one.maxDays()).end();
    }

    /** Removes accounts of staged customers that have no item any more; answers them with figures of nothing. */
    public List<AccountFigures> removeEmpty() {
        return db.resultQuery("""
                delete from receivable_account a using (select distinct file_id from staged_item) s
                where a.file_id = s.file_id and not exists (
                    select from receivable_item i where i.file_id = a.file_id and i.currency = a.currency)
                returning a.file_id, a.currency""")
                .fetch(row -> new AccountFigures(
                        row.get(0, UUID.class),
                        Currency.getInstance(row.get(1, String.class)),
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        java.util.Collections.nCopies(BUCKETS, 0L),
                        0));
    }
}
