package xindang.platform.backup.store;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import xindang.platform.backup.About;
import xindang.platform.database.DatabaseFailed;
import xindang.platform.database.DatabaseLogin;

/** What stands in a migrated database (已迁移的数据库): its version and its tables. */
public final class Migrated {

    /**
     * All tables of ours, partitions by their parent, and those of the engine of flows with their schema; the history of migrations is
     * Flyway's own.
     */
    static final String TABLES = """
            select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'flowable') and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> 'flyway_schema_history' order by 1""";

    private Migrated() {}

    /**
     * What a backup of this database is of.
     *
     * @param wal first segment of write-ahead log that recovery needs; null for tables
     */
    static About about(Connection connection, String kind, String program, Instant now, @Nullable String wal)
            throws IOException {
        try {
            int major = Integer.parseInt(one(connection, "show server_version_num")) / 10_000;
            return new About(About.FORMAT, kind, program, major, latest(connection), now.toString(), wal);
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** The one value that a question has for an answer. */
    static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new SQLException("no answer to: " + sql);
            }
            return String.valueOf(row.getString(1));
        }
    }

    /** The latest migration that has run. */
    private static String latest(Connection connection) throws SQLException {
        return one(
                connection,
                "select version from flyway_schema_history"
                        + " where success and version is not null order by installed_rank desc limit 1");
    }

    /** Names of the tables. */
    static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Reads every row of every table, so that a damaged page is met now; answers the number of rows. */
    public static long readAll(DatabaseLogin admin) throws IOException {
        try {
            long rows = 0;
            try (Connection connection = DriverManager.getConnection(admin.url(), admin.user(), admin.password())) {
                latest(connection);
                for (String table : tables(connection)) {
                    rows += connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "copy (select * from " + quoted(table) + ") to stdout",
                                    OutputStream.nullOutputStream());
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** A name in SQL; a dot parts a schema from its table. */
    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"").replace(".", "\".\"") + "\"";
    }
}
