package xindang.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers and its tables are of the version this program works with (数据库就绪检查). Asked by a connection
 * of its own: one of the pools would have to be waited for just when it matters.
 */
@Component("database")
final class DatabaseHealth implements HealthIndicator {

    private static final String SECONDS = "2";

    private final DatabaseLogin owner;
    private final String version;

    DatabaseHealth(Installation installation) throws IOException {
        this.owner = installation.owner();
        this.version = Installation.latestMigration();
    }

    /** Says nothing but up or down. */
    @Override
    public Health health() {
        var properties = new Properties();
        if (owner.user() != null && owner.password() != null) {
            properties.setProperty("user", owner.user());
            properties.setProperty("password", owner.password());
        }
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        properties.setProperty("ApplicationName", "xindang health");
        try (Connection connection = DriverManager.getConnection(owner.url(), properties);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version from flyway_schema_history"
                        + " where success and version is not null order by installed_rank desc limit 1")) {
            return row.next() && version.equals(row.getString(1))
                    ? Health.up().build()
                    : Health.down().build();
        } catch (SQLException e) {
            return Health.down().build();
        }
    }
}
