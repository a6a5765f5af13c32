package xindang.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.web.context.request.RequestContextHolder;

/** Connections of jobs (任务连接池). A request never gets one: what it may see is decided by the role xd_app. */
final class EnginePool extends HikariDataSource {

    EnginePool(HikariConfig config) {
        super(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (RequestContextHolder.getRequestAttributes() != null) {
            throw new IllegalStateException("a request asked for a connection of jobs (xd_engine)");
        }
        return super.getConnection();
    }
}
