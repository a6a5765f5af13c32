package xindang.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.AcceptanceTest;
import xindang.platform.database.Installation;
import xindang.platform.database.Maintenance;
import xindang.platform.database.WalArchive;
import xindang.suite.Suite;

/** A backup and the log since then give the state of any moment (按时间点恢复). */
class MomentTest {

    @TempDir
    Path folder;

    @AcceptanceTest
    void what_was_written_before_the_moment_is_there_and_nothing_later() throws Exception {
        Path data = folder.resolve("data");
        Path wal = folder.resolve("wal");
        Path file = folder.resolve("first.backup");
        String moment;
        try (Installation installation =
                Installation.open(data, 0, Map.of(WalArchive.VARIABLE, wal.toString()), Suite.PROGRAMS)) {
            write(installation, "before the backup");
            CommandRun.of("backup", "--data", data, "--out", file).well();
            write(installation, "before the moment");
            moment = clock(installation);
            Thread.sleep(50);
            write(installation, "after the moment");
            awaitArchived(data, wal);
        }
        Path then = folder.resolve("then");
        CommandRun.of("restore", file, "--data", then, "--wal", wal, "--until", moment)
                .well();
        assertThat(nodes(then)).isEqualTo("before the backup, before the moment");

        Path end = folder.resolve("end");
        CommandRun.of("restore", file, "--data", end, "--wal", wal).well();
        assertThat(nodes(end)).isEqualTo("before the backup, before the moment, after the moment");

        Path never = folder.resolve("never");
        CommandRun late =
                CommandRun.of("restore", file, "--data", never, "--wal", wal, "--until", "2999-01-01T00:00:00+08:00");
        assertThat(late.output()).contains("ends before 2998-12-31T16:00:00Z", "日志在该时刻之前已结束");
        assertThat(late.code()).isEqualTo(65);
        CommandRun early =
                CommandRun.of("restore", file, "--data", never, "--wal", wal, "--until", "2020-01-01T00:00:00+08:00");
        assertThat(early.output()).contains("take an earlier one", "请使用更早的备份");
        assertThat(early.code()).isEqualTo(64);
        assertThat(never).doesNotExist();
    }

    private static void write(Installation installation, String name) throws SQLException {
        try (Connection connection = connect(installation);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into identity_node (kind, name) values ('company', '" + name + "')");
        }
    }

    private static String clock(Installation installation) throws SQLException {
        try (Connection connection = connect(installation);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(Installation installation) throws SQLException {
        var login = installation.app();
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    /** Ends the present segment, as time does, and waits until it is kept. */
    private static void awaitArchived(Path data, Path wal) throws Exception {
        String last;
        try (Maintenance database = Maintenance.attach(data, Suite.PROGRAMS);
                Connection connection = DriverManager.getConnection(
                        database.admin().url(),
                        database.admin().user(),
                        database.admin().password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_walfile_name(pg_switch_wal())")) {
            row.next();
            last = row.getString(1);
        }
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!Files.exists(wal.resolve(last))) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static String nodes(Path data) throws Exception {
        try (Installation installation = Installation.open(data, 0, Map.of(), Suite.PROGRAMS);
                Connection connection = connect(installation);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select string_agg(name, ', ' order by id) from identity_node")) {
            row.next();
            return row.getString(1);
        }
    }
}
