package xindang.customerfile.store;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.customerfile.CustomerRegister.Figures;
import xindang.platform.store.CopyRows;

/** Table of the customer overview (客户总览), written by imports. */
@Repository
public class OverviewStore {

    private final DSLContext db;

    OverviewStore(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** Writes rows for new files and for files with figures; what did not change is not written. */
    public void write(List<UUID> created, Iterable<Figures> figures) {
        db.execute("""
                create temp table staged_figures (file_id uuid, currency text, open numeric, overdue numeric, max_days integer,
                    others jsonb) on commit drop""");
        db.connection(connection -> {
            try (CopyRows rows = CopyRows.into(connection, "staged_figures")) {
                for (Figures one : figures) {
                    rows.id(one.file())
                            .text(one.currency())
                            .amount(one.open(), one.digits())
                            .amount(one.overdue(), one.digits())
                            .whole(one.maxDays())
                            .text(one.others())
                            .end();
                }
                rows.finish();
            }
        });
        insert(created);
        db.execute("""
                update customerfile_overview o set currency = g.currency, open = g.open, overdue = g.overdue, max_days = g.max_days,
                    other_currencies = g.others, usage = case when o.limit_amount > 0 and o.currency = g.currency
                        then least(round(g.open / o.limit_amount, 4), 99999999) end, recorded_at = now()
                from staged_figures g where o.file_id = g.file_id
                and (o.currency, o.open, o.overdue, o.max_days, o.other_currencies)
                    is distinct from (g.currency::currency_code, g.open, g.overdue, g.max_days, g.others)""");
        db.execute("drop table staged_figures");
    }

    private void insert(List<UUID> created) {
        if (created.isEmpty()) {
            return;
        }
        db.execute("analyze staged_figures");
        db.execute("""
                insert into customerfile_overview (file_id, node_id, department_id, owner_id, number, name, credit_code, currency,
                    open, overdue, max_days, other_currencies)
                select f.id, f.node_id, f.department_id, f.owner_id, f.number, p.name, p.credit_code, coalesce(g.currency, 'CNY'),
                    coalesce(g.open, 0), coalesce(g.overdue, 0), coalesce(g.max_days, 0), coalesce(g.others, '[]')
                from unnest(?::uuid[]) c (id) join customerfile_file f on f.id = c.id
                join customerfile_party p on p.id = f.party_id left join staged_figures g on g.file_id = f.id
                order by f.number""", (Object) created.toArray(UUID[]::new));
    }
}
