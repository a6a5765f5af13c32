package xindang.platform.store;

import java.sql.SQLException;
import org.jooq.DSLContext;

/** Rows that go by COPY into a table of the transaction, and from there by statements to where they belong (暂存). */
public final class Staged {

    private Staged() {}

    /** Writes rows. */
    @FunctionalInterface
    public interface Writer {

        /** Writes all of them. */
        void write(CopyRows rows) throws SQLException;
    }

    /**
     * Stages rows, uses them, and removes them again.
     *
     * @param table name of the table and its columns with their types, such as {@code staged_key (file_id uuid, key text)}
     * @param use statements that read it
     */
    public static void rows(DSLContext db, String table, Writer writer, Runnable use) {
        String name = table.substring(0, table.indexOf(' '));
        db.execute("create temp table " + table + " on commit drop");
        db.connection(connection -> {
            try (CopyRows rows = CopyRows.into(connection, name)) {
                writer.write(rows);
                rows.finish();
            }
        });
        db.execute("analyze " + name);
        use.run();
        db.execute("drop table " + name);
    }
}
