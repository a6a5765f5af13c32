package xindang.platform.database;

import java.io.IOException;
import java.sql.SQLException;

/** The database did not do what backup or restore asked of it (数据库操作失败). */
public final class DatabaseFailed extends IOException {

    private static final long serialVersionUID = 1;

    /** With what the database said. */
    public DatabaseFailed(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
