package xindang.platform.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to the version of this program (数据库迁移), as their owner. */
final class Migrations {

    private Migrations() {}

    /**
     * Runs what is missing. A database of a newer program is refused, never touched.
     *
     * @throws StartRefused if the tables do not fit
     */
    static void run(DatabaseLogin owner) {
        try {
            Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .locations("classpath:db/migration")
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE,
                    "The tables could not be brought up to date: " + e.getMessage() + "\n数据表升级失败。");
        }
    }
}
