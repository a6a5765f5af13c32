package xindang.receivable.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.engine.money.Money;
import xindang.engine.receivable.ReceivableColumns;
import xindang.intake.Ledger;
import xindang.platform.store.CopyRows;
import xindang.receivable.ItemOrigin;
import xindang.receivable.NewItems;

/** Brings the items of a ledger into their table (批量入账): by COPY, and where items are known by few statements. */
@Repository
public class ItemStaging {

    private static final String COLUMNS =
            "file_id, item_key, invoice, issued, due, currency, amount, settled_amount, settled_on, disputed";

    private final DSLContext db;

    ItemStaging(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** Writes the items of customers that are not compared straight into the table; answers how many. */
    public long add(ItemOrigin origin, NewItems items, boolean[] compared, LongConsumer written) {
        byte[] node = CopyRows.bytes(origin.company());
        byte[] brought = CopyRows.bytes(origin.importId());
        byte[] recorded = origin.at().toInstant().toString().getBytes(StandardCharsets.US_ASCII);
        byte[] source = {'l', 'e', 'd', 'g', 'e', 'r'};
        return db.connectionResult(connection -> {
            try (CopyRows rows = CopyRows.into(
                    connection, "receivable_item (node_id, import_id, source, recorded_at, " + COLUMNS + ")")) {
                var writer = new Writer(
                        items,
                        rows,
                        () -> rows.raw(node).raw(brought).raw(source).raw(recorded),
                        written);
                return writer.write(compared, false);
            }
        });
    }

    /** Writes the items of customers that are compared into a table of the transaction; answers how many. */
    public long stage(NewItems items, boolean[] compared, LongConsumer written) {
        db.execute("""
                create temp table staged_item (
                    file_id uuid not null, item_key text collate "C" not null, invoice text collate "C", issued date, due date not null,
                    currency text collate "C" not null, amount numeric(24, 4) not null, settled_amount numeric(24, 4) not null,
                    settled_on date, disputed boolean not null) on commit drop""");
        long staged = db.connectionResult(connection -> {
            try (CopyRows rows = CopyRows.into(connection, "staged_item (" + COLUMNS + ")")) {
                return new Writer(items, rows, () -> {}, written).write(compared, true);
            }
        });
        if (staged > 0) {
            db.execute("create index on staged_item (file_id, currency, item_key, due, amount)");
            db.execute("analyze staged_item");
        }
        return staged;
    }

    /** Adds the staged items that are not known; answers how many. */
    public long insert(ItemOrigin origin) {
        return db.execute("""
                insert into receivable_item (node_id, import_id, source, recorded_at, %s)
                select ?, ?, 'ledger', ?::timestamptz, %s from staged_item s
                where not exists (select from receivable_item i where i.file_id = s.file_id and i.currency = s.currency
                    and i.item_key = s.item_key and i.due = s.due and i.amount = s.amount)
                on conflict do nothing""".formatted(COLUMNS, COLUMNS), origin.company(), origin.importId(), origin.at());
    }

    /**
     * Changes known items to what is staged and keeps what they were; answers how many. A settlement that grew on a later day,
     * or on one that is not told, is a further one; one that is the same without a day keeps its day; anything else replaces
     * what was there.
     */
    public long change(UUID company, UUID importId, boolean settlements, boolean disputes) {
        db.execute("""
                create temp table changed_item on commit drop as
                select distinct on (i.id) i.id, i.version, i.settled_amount as old_amount, i.settled_on as old_on, i.split,
                    case when ? then s.settled_amount else i.settled_amount end as new_amount,
                    case when ? then coalesce(s.settled_on, case when s.settled_amount = i.settled_amount then i.settled_on end)
                        else i.settled_on end as new_on,
                    case when ? then s.disputed else i.disputed end as disputed, coalesce(s.issued, i.issued) as issued
                from staged_item s join receivable_item i on i.file_id = s.file_id and i.currency = s.currency
                    and i.item_key = s.item_key and i.due = s.due and i.amount = s.amount
                where i.import_id is distinct from ?
                order by i.id""", settlements, settlements, disputes, importId);
        db.execute("""
                delete from changed_item c using receivable_item i where i.id = c.id and c.disputed = i.disputed
                and c.issued is not distinct from i.issued and c.new_amount = c.old_amount
                and c.new_on is not distinct from c.old_on""");
        db.execute("alter table changed_item add column further boolean not null default false");
        db.execute("""
                update changed_item set further = true where old_amount <> 0 and sign(new_amount) = sign(old_amount)
                and abs(new_amount) > abs(old_amount) and (old_on is not null or split)
                and (new_on is null or old_on is null or new_on > old_on)""");
        remember(company, importId);
        settle(company, importId);
        return db.execute("""
                update receivable_item i set settled_amount = c.new_amount, settled_on = c.new_on, disputed = c.disputed,
                    issued = c.issued, version = i.version + 1,
                    split = c.further or (i.split and c.new_amount = c.old_amount and c.new_on is not distinct from c.old_on)
                from changed_item c where i.id = c.id""");
    }

    private void remember(UUID company, UUID importId) {
        db.execute("""
                insert into receivable_change (import_id, item_id, node_id, version, before)
                select ?, i.id, ?, i.version + 1, jsonb_build_object('issued', i.issued, 'disputed', i.disputed, 'split', i.split,
                    'settled_amount', i.settled_amount::text, 'settled_on', i.settled_on, 'settlements', coalesce((
                        select jsonb_agg(jsonb_build_object('on', t.settled_on, 'amount', t.amount::text, 'import', t.import_id)
                            order by t.id) from receivable_settlement t where i.split and t.item_id = i.id), '[]'))
                from changed_item c join receivable_item i on i.id = c.id""", importId, company);
    }

    private void settle(UUID company, UUID importId) {
        db.execute("""
                delete from receivable_settlement t using changed_item c where t.item_id = c.id and not c.further
                and (c.new_amount <> c.old_amount or c.new_on is distinct from c.old_on)""");
        db.execute("""
                insert into receivable_settlement (item_id, node_id, settled_on, amount, import_id)
                select i.id, i.node_id, i.settled_on, i.settled_amount, i.import_id
                from changed_item c join receivable_item i on i.id = c.id where c.further and not i.split""");
        db.execute("""
                insert into receivable_settlement (item_id, node_id, settled_on, amount, import_id)
                select id, ?, new_on, new_amount - old_amount, ? from changed_item where further""", company, importId);
    }

    /** Writes rows of a ledger, with what every row begins with. */
    private record Writer(NewItems items, CopyRows rows, Runnable prefix, LongConsumer written) {

        long write(boolean[] compared, boolean those) throws SQLException {
            Ledger ledger = items.ledger();
            ReceivableColumns columns = ledger.receivables();
            long count = 0;
            for (int account = 0; account < ledger.accounts(); account++) {
                int customer = ledger.customerOf(account);
                if (compared[customer] == those) {
                    byte[] file = CopyRows.bytes(items.files().get(customer));
                    byte[] currency =
                            ledger.currencyOf(account).getCurrencyCode().getBytes(StandardCharsets.US_ASCII);
                    int digits = Money.digits(ledger.currencyOf(account));
                    var unnumbered = new HashMap<String, Integer>();
                    for (int row = columns.start(account); row < columns.start(account + 1); row++) {
                        prefix.run();
                        rows.raw(file);
                        row(columns, row, currency, digits, unnumbered);
                    }
                    count += columns.start(account + 1) - columns.start(account);
                    written.accept(count);
                }
            }
            return rows.finish();
        }

        private void row(
                ReceivableColumns columns, int row, byte[] currency, int digits, Map<String, Integer> unnumbered)
                throws SQLException {
            if (items.ledger().hasInvoice(row)) {
                String invoice = items.ledger().invoice(row);
                rows.text(CopyRows.key(invoice)).text(invoice);
            } else {
                rows.text(key(columns, row, unnumbered)).text(null);
            }
            rows.day(columns.issued(row), ReceivableColumns.NO_DATE)
                    .day(columns.due(row), ReceivableColumns.NO_DATE)
                    .raw(currency)
                    .amount(columns.amount(row), digits)
                    .amount(columns.settledAmount(row), digits)
                    .day(columns.settled(row), ReceivableColumns.NO_DATE)
                    .flag(columns.disputed(row))
                    .end();
        }

        /** Line numbers change from file to file, so an item without number is known by its days, amount and rank among its like. */
        private static String key(ReceivableColumns columns, int row, Map<String, Integer> unnumbered) {
            String issued = columns.issued(row) == ReceivableColumns.NO_DATE
                    ? ""
                    : LocalDate.ofEpochDay(columns.issued(row)).toString();
            int rank = unnumbered.merge(issued + "#" + columns.due(row) + "#" + columns.amount(row), 1, Integer::sum);
            return "#" + issued + "#" + rank;
        }
    }
}
