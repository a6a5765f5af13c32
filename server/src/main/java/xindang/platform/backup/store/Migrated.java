package xindang.platform.backup.store;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import xindang.platform.database.DatabaseFailed;
import xindang.platform.database.DatabaseLogin;

/** What stands in a migrated database (已迁移的数据库): its version and its tables. */
public final class Migrated {

    /** All tables of ours, partitions by their parent; the history of migrations is Flyway's own. */
    static final String TABLES = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> 'flyway_schema_history' order by 1""";

    private Migrated() {}

    /** The latest migration that has run. */
    static String latest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version from flyway_schema_history"
                        + " where success and version is not null order by installed_rank desc limit 1")) {
            if (!row.next()) {
                throw new SQLException("no migration has run");
            }
            return row.getString(1);
        }
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

    /** A name in SQL. */
    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
