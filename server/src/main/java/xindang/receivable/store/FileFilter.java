package xindang.receivable.store;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import xindang.platform.store.Keyset;
import xindang.receivable.TextFilter;
import xindang.schema.Routines;

/** A text that finds customers as a condition of rows that belong to them (检索条件). */
final class FileFilter {

    private FileFilter() {}

    /** Rows of the customers found: by their ids, or where they are many by asking each row. */
    static Condition of(Field<UUID> file, @Nullable TextFilter text) {
        if (text == null) {
            return noCondition();
        }
        List<UUID> files = text.files();
        return files == null
                ? Routines.customerfileMatches(file, val(text.text())).isTrue()
                : file.eq(DSL.any(files.toArray(UUID[]::new)));
    }

    /** Counts rows; where each must be asked, as far as that goes quickly. */
    static Keyset.Total total(
            DSLContext db, Table<?> table, Field<UUID> file, Condition others, @Nullable TextFilter text) {
        return text == null || text.files() != null
                ? Keyset.count(db, table, others.and(of(file, text)))
                : Keyset.countAsked(db, table, file, others, one -> of(one, text));
    }
}
