package xindang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The database in a data folder without a server (数据库维护), for backup and restore: that of a running server, or one that is
 * started for the time being and stopped again.
 */
public final class Maintenance implements AutoCloseable {

    private static final int PORT_LINE = 3;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Path folder;
    private final @Nullable DataFolder held;
    private final @Nullable PostgresServer server;
    private final DatabaseLogin admin;

    private Maintenance(
            Path folder, @Nullable DataFolder held, @Nullable PostgresServer server, int port, Passwords passwords) {
        this.folder = folder;
        this.held = held;
        this.server = server;
        this.admin = new DatabaseLogin(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + Installation.DATABASE,
                Passwords.ADMIN,
                passwords.admin(),
                null);
    }

    /**
     * Reaches the database of a data folder, whether its server runs or not.
     *
     * @param data the data folder
     * @param cache folder for unpacked programs; null for one in the data folder
     * @throws StartRefused if there is none, or if its server is just starting or stopping
     */
    public static Maintenance attach(Path data, @Nullable Path cache) throws IOException {
        Path folder = data.toAbsolutePath().normalize();
        if (!Files.exists(folder.resolve("postgresql/PG_VERSION"))) {
            throw new StartRefused(
                    StartRefused.MISSING, "The folder " + folder + " holds no database.\n目录 " + folder + " 中没有数据库。");
        }
        DataFolder taken;
        try {
            taken = DataFolder.take(folder, 0);
        } catch (StartRefused running) {
            if (running.exitCode() != StartRefused.HELD) {
                throw running;
            }
            return new Maintenance(
                    folder, null, null, portOf(folder, running), Passwords.of(folder.resolve("passwords")));
        }
        return start(taken, WalArchive.recorded(folder), cache);
    }

    /**
     * Starts the database of a folder that this process has taken; closing gives the folder back.
     *
     * @param settings lines for its configuration
     */
    public static Maintenance start(DataFolder taken, List<String> settings, @Nullable Path cache) throws IOException {
        try {
            Path programs = cache == null ? taken.path().resolve("programs") : cache;
            Passwords passwords = Passwords.of(taken.path().resolve("passwords"));
            PostgresServer server = PostgresServer.start(
                    Programs.in(PostgresBinaries.unpacked(programs)), taken.path(), passwords, settings);
            return new Maintenance(taken.path(), taken, server, server.port(), passwords);
        } catch (IOException | RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    /** Port of a running database; one that has just begun or is about to end has none. */
    private static int portOf(Path folder, StartRefused running) throws IOException {
        Path file = folder.resolve("postgresql/postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() <= PORT_LINE || !lines.get(PORT_LINE).strip().matches("\\d{1,5}")) {
            throw running;
        }
        return Integer.parseInt(lines.get(PORT_LINE).strip());
    }

    /** The data folder, absolute. */
    public Path folder() {
        return folder;
    }

    /** Login of the superuser to the database of the installation. */
    public DatabaseLogin admin() {
        return admin;
    }

    /**
     * Waits until the server has taken all the log it was told to take; answers the time of the last transaction in it, UTC.
     *
     * @throws DatabaseFailed if the server gave up
     */
    public String awaitRecovery() throws IOException {
        try {
            String last = "";
            while (true) {
                try (Connection connection = Roles.connect(admin);
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(
                                "select pg_is_in_recovery(),"
                                        + " to_char(pg_last_xact_replay_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")) {
                    row.next();
                    last = row.getString(2) == null ? last : row.getString(2);
                    if (!row.getBoolean(1)) {
                        return last;
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** Stops what was started here; a running server's database goes on. Safe to call twice. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (held != null) {
            held.close();
        }
    }
}
