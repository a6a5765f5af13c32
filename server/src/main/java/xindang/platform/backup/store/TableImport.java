package xindang.platform.backup.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.database.DatabaseFailed;
import xindang.platform.database.DatabaseLogin;

/**
 * Loads an export of tables into a migrated database that nobody has used (数据表导入), in one transaction. Foreign keys are taken
 * away before and made again after, which checks every row; triggers of ours rest, as what they would do is in the rows.
 */
public final class TableImport implements AutoCloseable {

    private final Connection connection;
    private final Map<String, Layout.Table> tables = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> forced = new ArrayList<>();
    private List<Layout.Sequence> sequences = List.of();

    /** Begins the transaction. */
    public TableImport(DatabaseLogin owner) throws IOException {
        try {
            connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** Whether a database holds nothing of anybody's. */
    public static boolean isEmpty(DatabaseLogin owner) throws IOException {
        try {
            try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select not exists (select from pg_class"
                                    + " where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S'))")) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** Whether a folder of the backup is that of the export. */
    public boolean isFolder(String name) {
        return name.equals(Layout.FOLDER);
    }

    /** Takes an entry if it belongs to the export; answers whether it does. */
    public boolean file(String name, InputStream content) throws IOException {
        try {
            if (name.equals(Layout.ENTRY)) {
                begin(new JsonMapper().readValue(content.readAllBytes(), Layout.class));
                return true;
            }
            if (!name.startsWith(Layout.FOLDER + "/")) {
                return false;
            }
            Layout.Table table = tables.get(name.split("/", -1)[1]);
            if (table == null) {
                throw new IOException("rows of a table that the layout does not name: " + name);
            }
            String columns = table.columns().stream().map(Migrated::quoted).collect(Collectors.joining(", "));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + Migrated.quoted(table.name()) + " (" + columns + ") from stdin", content);
            return true;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private void begin(Layout layout) throws SQLException, IOException {
        sequences = layout.sequences();
        layout.tables().forEach(table -> tables.put(table.name(), table));
        if (!new HashSet<>(Migrated.tables(connection)).equals(tables.keySet())) {
            throw new IOException("the tables are not those of the backup");
        }
        Set<String> there = new HashSet<>(list("select relname from pg_class where relispartition"));
        for (Layout.Partition each : layout.partitions()) {
            if (!there.contains(each.name())) {
                execute("create table " + Migrated.quoted(each.name()) + " partition of "
                        + Migrated.quoted(each.parent()) + " " + each.bound());
                // Rows are reached through the parent, which has the rights.
                execute("revoke all on " + Migrated.quoted(each.name()) + " from xd_app, xd_engine");
            }
        }
        for (String key : list("select format('alter table %s add constraint %I %s', conrelid::regclass, conname,"
                + " pg_get_constraintdef(oid)) from pg_constraint where contype = 'f' and conparentid = 0"
                + " and connamespace = any (array['public', 'flowable']::regnamespace[]) order by 1")) {
            keys.add(key);
        }
        for (String drop : list("select format('alter table %s drop constraint %I', conrelid::regclass, conname)"
                + " from pg_constraint where contype = 'f' and conparentid = 0"
                + " and connamespace = any (array['public', 'flowable']::regnamespace[])")) {
            execute(drop);
        }
        forced.addAll(list("select relname from pg_class where relforcerowsecurity"
                + " and relnamespace = 'public'::regnamespace"));
        rowSecurity("no force");
        triggers("disable");
        execute("truncate "
                + tables.keySet().stream().sorted().map(Migrated::quoted).collect(Collectors.joining(", ")));
    }

    /** Makes what was taken away again and commits. */
    public void finish() throws IOException {
        try {
            triggers("enable");
            rowSecurity("force");
            for (String key : keys) {
                execute(key);
            }
            for (Layout.Sequence each : sequences) {
                try (var set = connection.prepareStatement("select setval(?::regclass, ?)")) {
                    set.setString(1, Migrated.quoted(each.name()));
                    set.setLong(2, each.last());
                    set.execute();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            execute("analyze");
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private void triggers(String what) throws SQLException {
        for (String table : tables.keySet().stream().sorted().toList()) {
            execute("alter table " + Migrated.quoted(table) + " " + what + " trigger user");
        }
    }

    /** The owner loads all rows, whatever policies say of readers. */
    private void rowSecurity(String what) throws SQLException {
        for (String table : forced) {
            execute("alter table " + Migrated.quoted(table) + " " + what + " row level security");
        }
    }

    private List<String> list(String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
