package xindang.receivable.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/** Takes the items of an import out of their table again (撤销入账). */
@Repository
public class ItemUndo {

    private final DSLContext db;

    ItemUndo(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** Invoices that something changed since, and of customers the import opened those that came later; at most ten. */
    public List<String> dependents(UUID company, UUID importId, List<UUID> created) {
        var found = new ArrayList<>(
                db.resultQuery("""
                        select coalesce(invoice, item_key) from (
                            select i.invoice, i.item_key from receivable_item i
                            where i.import_id = ? and i.node_id = ? and i.version > 1
                            union all
                            select i.invoice, i.item_key from receivable_change c left join receivable_item i on i.id = c.item_id
                            where c.import_id = ? and c.node_id = ? and (i.id is null or i.version <> c.version)) d limit 10""", importId, company, importId, company).fetch(0, String.class));
        if (found.isEmpty() && !created.isEmpty()) {
            found.addAll(
                    db.resultQuery("""
                    select coalesce(invoice, item_key) from receivable_item
                    where file_id = any(?) and import_id is distinct from ? limit 10""", created.toArray(UUID[]::new), importId).fetch(0, String.class));
        }
        return found;
    }

    /** Removes what was added and restores what was changed; leaves the customers touched in {@code staged_item}. */
    public void undo(UUID company, UUID importId) {
        db.execute("""
                create temp table staged_item on commit drop as
                select distinct file_id from (
                    select file_id from receivable_item where import_id = ? and node_id = ?
                    union all
                    select i.file_id from receivable_change c join receivable_item i on i.id = c.item_id where c.import_id = ?) t""", importId, company, importId);
        db.execute("analyze staged_item");
        db.execute("delete from receivable_item where import_id = ? and node_id = ?", importId, company);
        db.execute("""
                delete from receivable_settlement t using receivable_change c
                where c.import_id = ? and t.item_id = c.item_id""", importId);
        db.execute("""
                insert into receivable_settlement (item_id, node_id, settled_on, amount, import_id)
                select c.item_id, c.node_id, (e.one ->> 'on')::date, (e.one ->> 'amount')::numeric, (e.one ->> 'import')::uuid
                from receivable_change c cross join lateral jsonb_array_elements(c.before -> 'settlements')
                    with ordinality e (one, n)
                where c.import_id = ? order by c.item_id, e.n""", importId);
        db.execute("""
                update receivable_item i set issued = (c.before ->> 'issued')::date, disputed = (c.before ->> 'disputed')::boolean,
                    split = (c.before ->> 'split')::boolean, settled_amount = (c.before ->> 'settled_amount')::numeric,
                    settled_on = (c.before ->> 'settled_on')::date, version = c.version - 1
                from receivable_change c where c.import_id = ? and i.id = c.item_id""", importId);
        db.execute("delete from receivable_change where import_id = ?", importId);
    }
}
