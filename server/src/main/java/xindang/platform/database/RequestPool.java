package xindang.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Connections of requests (请求连接池). Each is told whose rows the request reaches before it is handed out; the policies on rows
 * of the database go by that (docs/adr/0078). What asks outside of requests and jobs sees no row of a company.
 */
final class RequestPool extends HikariDataSource {

    /** The user tells the database which confidential files are closed (docs/adr/0092). */
    private static final String TELL =
            "select set_config('" + Wall.SETTING + "', ?, false), set_config('xd.user', ?, false)";

    private final NodesInReach reach;
    private final WhoReads reader;

    RequestPool(HikariConfig config, NodesInReach reach, WhoReads reader) {
        super(config);
        this.reach = reach;
        this.reader = reader;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            UUID user = reader.now();
            tell.setString(1, array(nodes()));
            tell.setString(2, user == null ? "" : user.toString());
            tell.execute();
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private List<UUID> nodes() {
        List<UUID> ofRequest = reach.now();
        return ofRequest.isEmpty() ? Wall.ofWork() : ofRequest;
    }

    private static String array(List<UUID> nodes) {
        return nodes.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
