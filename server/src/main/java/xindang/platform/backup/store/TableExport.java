package xindang.platform.backup.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.backup.About;
import xindang.platform.backup.ArchiveWriter;
import xindang.platform.database.DatabaseFailed;
import xindang.platform.database.DatabaseLogin;

/** Exports all tables of a database by COPY, as of one moment (数据表导出): one repeatable-read transaction reads them. */
public final class TableExport implements AutoCloseable {

    /** A part of a table's rows in the backup; parts end with a row. */
    private static final int PART = 4 << 20;

    private final Connection connection;
    private final String state;

    /** Begins: the snapshot is taken here. */
    public TableExport(DatabaseLogin owner) throws IOException {
        try {
            connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
            try {
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                // The beginning of the transaction: what was acknowledged before it is in the snapshot.
                state = Migrated.one(
                        connection, "select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
                try (Statement statement = connection.createStatement()) {
                    // A policy that hides rows from this login is an error then, never a backup without them.
                    statement.execute("set local row_security = off");
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** What the backup is of. */
    public About about(String program, Instant now) throws IOException {
        return Migrated.about(connection, About.TABLES, program, now, null);
    }

    /** Writes layout and rows; answers the moment whose state they are. */
    public String write(ArchiveWriter out) throws IOException {
        try {
            Layout layout = layout();
            byte[] json = new JsonMapper().writeValueAsBytes(layout);
            out.folder(Layout.FOLDER);
            out.file(Layout.ENTRY, json, json.length);
            for (Layout.Table table : layout.tables()) {
                rows(out, table);
            }
            return state;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private void rows(ArchiveWriter out, Layout.Table table) throws SQLException, IOException {
        String columns = table.columns().stream().map(Migrated::quoted).collect(Collectors.joining(", "));
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select " + columns + " from " + Migrated.quoted(table.name()) + ") to stdout");
        byte[] part = new byte[PART];
        int filled = 0;
        int number = 0;
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            if (filled > 0 && filled + row.length > part.length) {
                part(out, table, ++number, part, filled);
                filled = 0;
            }
            if (row.length > part.length) {
                part = new byte[row.length];
            }
            System.arraycopy(row, 0, part, filled, row.length);
            filled += row.length;
        }
        if (filled > 0) {
            part(out, table, ++number, part, filled);
        }
    }

    private static void part(ArchiveWriter out, Layout.Table table, int number, byte[] rows, int length)
            throws IOException {
        out.file(Layout.FOLDER + "/" + table.name() + "/" + number, rows, length);
    }

    private Layout layout() throws SQLException {
        var tables = new ArrayList<Layout.Table>();
        for (String name : Migrated.tables(connection)) {
            tables.add(new Layout.Table(name, columns(name)));
        }
        var partitions = new ArrayList<Layout.Partition>();
        var sequences = new ArrayList<Layout.Sequence>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("""
                    select c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid)
                    from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
                    where c.relispartition and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1""")) {
                while (rows.next()) {
                    partitions.add(new Layout.Partition(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            try (ResultSet rows = statement.executeQuery("select sequencename, last_value from pg_sequences"
                    + " where schemaname = 'public' and last_value is not null order by 1")) {
                while (rows.next()) {
                    sequences.add(new Layout.Sequence(rows.getString(1), rows.getLong(2)));
                }
            }
        }
        return new Layout(tables, partitions, sequences);
    }

    private List<String> columns(String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var query = connection.prepareStatement("select attname from pg_attribute where attrelid = ?::regclass"
                + " and attnum > 0 and not attisdropped and attgenerated = '' order by attnum")) {
            query.setString(1, Migrated.quoted(table));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}
