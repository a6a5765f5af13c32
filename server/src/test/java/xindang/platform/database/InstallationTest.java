package xindang.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.gates.Requirement;
import xindang.suite.Suite;

class InstallationTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void a_second_process_learns_who_holds_the_folder() {
        try (DataFolder first = DataFolder.take(folder, 1234)) {
            assertThat(first.path()).isAbsolute();
            assertThatThrownBy(() -> DataFolder.take(folder, 5678))
                    .isInstanceOfSatisfying(
                            StartRefused.class,
                            refused -> assertThat(refused.exitCode()).isEqualTo(75))
                    .hasMessageContaining("pid " + ProcessHandle.current().pid() + ", port 1234");
        }
        DataFolder.take(folder, 5678).close();
    }

    @Test
    void a_killed_database_comes_back_with_all_that_was_committed() throws SQLException, IOException {
        Path data = folder.resolve("data");
        try (Installation installation = Installation.open(data, 0, Map.of(), Suite.PROGRAMS)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("passwords"))))
                    .isEqualTo("rw-------");
            String name = "kept " + UUID.randomUUID();
            note(installation, name);
            long pid = postmaster(data);
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            assertThat(awaitNodes(installation)).isEqualTo(1);
            assertThat(postmaster(data)).isNotEqualTo(pid);
        }
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void jobs_that_would_see_nothing_keep_it_from_starting() throws SQLException, IOException {
        Path data = folder.resolve("data");
        try (Installation installation = Installation.open(data, 0, Map.of(), Suite.PROGRAMS)) {
            var admin = new DatabaseLogin(
                    installation.app().url(),
                    Passwords.ADMIN,
                    Passwords.of(data.resolve("passwords")).admin(),
                    null);
            try (Connection connection = Roles.connect(admin);
                    Statement statement = connection.createStatement()) {
                statement.execute("alter role xd_engine nobypassrls");
            }
            assertThatThrownBy(() -> Migrations.run(installation.owner()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("alter role xd_engine bypassrls");
        }
    }

    @ParameterizedTest
    @CsvSource({"fsync, on", "synchronous_commit, on", "full_page_writes, on", "listen_addresses, 127.0.0.1"})
    void what_is_committed_is_on_the_disk(String setting, String value) throws SQLException {
        try (Connection database = Suite.database("app");
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table stray (id int)",
                "drop table identity_user",
                "alter table identity_user add stray int",
                "truncate identity_user cascade",
                "update audittrail_entry set action = 'a.b'",
                "delete from audittrail_entry",
                "delete from platform_decision",
                "create role stray"
            })
    @Requirement("SEC-08")
    void the_role_of_requests_cannot_change_tables_or_history(String sql) throws SQLException {
        try (Connection database = Suite.database("app");
                Statement statement = database.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    private static void note(Installation installation, String name) throws SQLException {
        try (Connection connection = Roles.connect(installation.app());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into identity_node (kind, name) values ('company', '" + name + "')");
        }
    }

    private static int awaitNodes(Installation installation) {
        Instant end = Instant.now().plus(LONGEST);
        while (true) {
            try (Connection connection = Roles.connect(installation.app());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from identity_node")) {
                row.next();
                return row.getInt(1);
            } catch (SQLException away) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("the database did not come back", away);
                }
                Thread.onSpinWait();
            }
        }
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip());
    }
}
