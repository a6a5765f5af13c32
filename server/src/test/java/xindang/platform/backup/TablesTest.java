package xindang.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.AcceptanceTest;
import xindang.platform.database.DatabaseLogin;
import xindang.platform.database.Installation;
import xindang.platform.database.Maintenance;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** An outside database is backed up by its tables, and loaded into an empty one (外部数据库备份). */
class TablesTest {

    @TempDir
    Path folder;

    @AcceptanceTest
    void all_rows_come_back_into_an_empty_database_and_into_a_data_folder() throws Exception {
        Path file = folder.resolve("tables.backup");
        Map<String, String> before;
        try (RunningServer server = Suite.untouchedButSetUp()) {
            server.admin().post("/platform/views", """
                    {"name":"two\\\\lines\\n\\tand a tab","list":"customers","body":{},"shared":true}""");
            Installation from = server.part(Installation.class);
            partition(from.owner());
            backUp(from, file).well();
            before = content(from.owner());
        }
        assertThat(before.get("platform_view")).isNotNull();
        assertThat(before.get("platform_decision_209912")).isNotNull();
        Path own = folder.resolve("own");
        CommandRun.of("restore", file, "--data", own).well();
        try (Maintenance database = Maintenance.attach(own, Suite.PROGRAMS)) {
            assertThat(content(database.admin())).isEqualTo(before);
        }
        try (RunningServer target = Suite.untouched()) {
            Installation into = target.part(Installation.class);
            CommandRun refused = restore(into, file, folder.resolve("refused"));
            assertThat(refused.output()).contains("The database is not empty", "数据库非空");
            assertThat(refused.code()).isEqualTo(64);
            into.unmigrate();
            restore(into, file, folder.resolve("outside")).well();
            assertThat(content(into.owner())).isEqualTo(before);
        }
    }

    private static CommandRun backUp(Installation from, Path file) throws Exception {
        return CommandRun.with(environment(from), "backup", "--data", from.folder(), "--out", file);
    }

    private static CommandRun restore(Installation into, Path file, Path data) throws Exception {
        return CommandRun.with(environment(into), "restore", file, "--data", data);
    }

    private static Map<String, String> environment(Installation installation) {
        return Map.of(
                BackupSecret.VARIABLE, CommandRun.PASSPHRASE,
                Installation.URL_VARIABLE, installation.app().url(),
                Installation.OWNER_URL_VARIABLE, installation.owner().url());
    }

    private static void partition(DatabaseLogin owner) throws SQLException {
        try (Connection connection = connect(owner);
                Statement statement = connection.createStatement()) {
            statement.execute("select platform_prepare_month(date '2099-12-01')");
        }
    }

    /** Number and fingerprint of the rows of each table, partitions too. */
    private static Map<String, String> content(DatabaseLogin login) throws SQLException {
        var content = new TreeMap<String, String>();
        try (Connection connection = connect(login);
                Statement statement = connection.createStatement();
                Statement each = connection.createStatement();
                ResultSet tables = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'"
                        + " and tablename <> 'flyway_schema_history'")) {
            while (tables.next()) {
                String name = tables.getString(1);
                try (ResultSet row = each.executeQuery(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                + name + " t")) {
                    row.next();
                    content.put(name, row.getString(1));
                }
            }
        }
        return content;
    }

    private static Connection connect(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }
}
