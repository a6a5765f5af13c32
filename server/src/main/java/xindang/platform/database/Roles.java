package xindang.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Roles and databases of the server in the data folder (数据库角色), made by its superuser. */
final class Roles {

    private Roles() {}

    /** Makes the three roles if need be and gives them the passwords of the data folder. */
    static void prepare(DatabaseLogin admin, Passwords passwords) throws IOException, SQLException {
        try (Connection connection = connect(admin);
                Statement statement = connection.createStatement()) {
            statement.execute(script("roles"));
            // Hexadecimal by construction, so that nothing needs quoting.
            statement.execute("alter role xd_owner password '" + passwords.owner() + "'");
            statement.execute("alter role xd_app password '" + passwords.app() + "'");
            statement.execute("alter role xd_engine password '" + passwords.engine() + "'");
        }
    }

    /** Makes a database owned by xd_owner, if it is not there; nobody else may connect but the working roles. */
    static void database(DatabaseLogin admin, String name) throws SQLException {
        try (Connection connection = connect(admin)) {
            if (exists(connection, name)) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " owner xd_owner");
                statement.execute("revoke all on database " + name + " from public");
                statement.execute("grant connect, temporary on database " + name + " to xd_app, xd_engine");
            }
        }
    }

    /** Lets lists seek by amounts behind the wall around rows; the superuser's login of the database itself. */
    static void seekByAmounts(DatabaseLogin admin) throws IOException, SQLException {
        try (Connection connection = connect(admin);
                Statement statement = connection.createStatement()) {
            statement.execute(script("leakproof"));
        }
    }

    /** A connection with a login. */
    static Connection connect(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Roles.class.getResourceAsStream("/db/" + name + ".sql")) {
            if (in == null) {
                throw new IOException("resource db/" + name + ".sql is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
