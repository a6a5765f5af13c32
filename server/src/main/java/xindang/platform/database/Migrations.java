package xindang.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings the tables to the version of this program (数据库迁移), as their owner. */
final class Migrations {

    private Migrations() {}

    /**
     * Runs what is missing. A database of a newer program is refused, never touched.
     *
     * @throws StartRefused if the tables do not fit
     */
    static void run(DatabaseLogin owner) {
        run(owner, MigrationVersion.LATEST);
        requireJobsPassTheWall(owner);
    }

    /** Without it a job sees no row and says nothing; in our own database each start gives it. */
    private static void requireJobsPassTheWall(DatabaseLogin owner) {
        try (Connection connection = Roles.connect(owner);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select rolbypassrls from pg_roles where rolname = 'xd_engine'")) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new StartRefused(
                        StartRefused.UNAVAILABLE,
                        "Jobs cannot see any row. Have the database's administrator run: alter role xd_engine bypassrls\n"
                                + "后台任务看不到任何数据。请让数据库管理员执行：alter role xd_engine bypassrls");
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE, "The roles could not be checked: " + e.getMessage() + "\n无法检查数据库角色。");
        }
    }

    /** The same up to a version and no further, as a backup of that version needs it. */
    static void run(DatabaseLogin owner, MigrationVersion until) {
        try {
            at(owner).target(until).load().migrate();
        } catch (FlywayException e) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE,
                    "The tables could not be brought up to date: " + e.getMessage() + "\n数据表升级失败。");
        }
    }

    /** Removes all tables, of a database that held none before. */
    static void undo(DatabaseLogin owner) {
        at(owner).cleanDisabled(false).load().clean();
    }

    /** The latest version this program knows. */
    static MigrationVersion latest() throws IOException {
        return Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*__*.sql"))
                .map(file -> String.valueOf(file.getFilename()))
                .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IOException("no migrations in this program"));
    }

    private static FluentConfiguration at(DatabaseLogin owner) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns(new String[0]);
    }
}
