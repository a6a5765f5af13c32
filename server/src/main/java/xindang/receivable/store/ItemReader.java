package xindang.receivable.store;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.receivable.Accounts;

/** Reads items out of their table for the engine (应收读出): by COPY, some thousand customers at a time, never all at once. */
@Repository
public class ItemReader {

    /** All customers of the company. */
    public static final String ALL = "true";

    /** The customers in the table of the transaction. */
    public static final String STAGED = "i.file_id in (select file_id from staged_item)";

    private final DSLContext db;

    ItemReader(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /**
     * Reads. An item with several settlements counts those up to the day, as if settled once on the last of them.
     *
     * @param files which customers: {@link #ALL} or {@link #STAGED}
     */
    public void read(UUID company, String files, LocalDate asOf, Consumer<Accounts> chunks) {
        // Bind values cannot be given to COPY; both are no texts of a user.
        String query = """
                copy (select i.file_id, i.currency, i.issued - date '1970-01-01', i.due - date '1970-01-01',
                    case when i.split then s.last else i.settled_on end - date '1970-01-01', i.amount,
                    case when i.split then coalesce(s.sum, 0) else i.settled_amount end, i.disputed
                from receivable_item i left join receivable_account a on a.file_id = i.file_id and a.currency = i.currency
                left join lateral (select sum(t.amount) as sum, max(t.settled_on) as last from receivable_settlement t
                    where i.split and t.item_id = i.id and (t.settled_on is null or t.settled_on <= date '%s')) s on i.split
                where i.node_id = '%s' and %s
                order by i.file_id, a.place, i.currency, i.id) to stdout""".formatted(asOf, company, files);
        db.connection(connection -> {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query);
            try {
                var builder = new AccountsBuilder(chunks);
                for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                    builder.add(row);
                }
                builder.flush();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }
}
