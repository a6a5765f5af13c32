package xindang.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * One installation (安装实例): its data folder and its migrated database. Opened before Spring starts, so that a folder in use
 * is known at once, and closed after Spring has stopped.
 */
public final class Installation implements AutoCloseable {

    /** Address of an outside database, with a login that may take on xd_app and xd_engine. */
    public static final String URL_VARIABLE = "XINDANG_DB_URL";

    /** The same for the owner of the tables. */
    public static final String OWNER_URL_VARIABLE = "XINDANG_DB_OWNER_URL";

    /** Major version of PostgreSQL that the program brings. */
    public static final int POSTGRESQL = Integer.parseInt(PostgresServer.MAJOR);

    /** Name of the database in a data folder. */
    static final String DATABASE = "xindang";

    private final DataFolder folder;
    private final @Nullable PostgresServer server;
    private final DatabaseLogin owner;
    private final DatabaseLogin app;
    private final DatabaseLogin engine;

    private Installation(
            DataFolder folder,
            @Nullable PostgresServer server,
            DatabaseLogin owner,
            DatabaseLogin app,
            DatabaseLogin engine) {
        this.folder = folder;
        this.server = server;
        this.owner = owner;
        this.app = app;
        this.engine = engine;
    }

    /**
     * Takes the data folder, starts its database or finds the outside one, and migrates it.
     *
     * @param data the data folder
     * @param port port the server will listen on
     * @param environment environment variables
     * @param cache folder for unpacked programs; null for one in the data folder
     * @throws StartRefused if that cannot be, with what to do
     */
    public static Installation open(Path data, int port, Map<String, String> environment, @Nullable Path cache) {
        Installation installation = unmigrated(data, port, environment, cache);
        try {
            Migrations.run(installation.owner);
            return installation;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    /** The same without migrating: for what loads tables of an earlier version first. */
    public static Installation unmigrated(Path data, int port, Map<String, String> environment, @Nullable Path cache) {
        DataFolder folder = DataFolder.take(data, port);
        Installation installation = null;
        try {
            installation = isOutside(environment)
                    ? outside(folder, environment)
                    : own(folder, environment, cache == null ? folder.path().resolve("programs") : cache);
            return installation;
        } catch (IOException e) {
            close(folder, installation);
            throw new StartRefused(
                    StartRefused.UNAVAILABLE, "The database cannot be started: " + e.getMessage() + "\n数据库无法启动。");
        } catch (RuntimeException e) {
            close(folder, installation);
            throw e;
        }
    }

    /**
     * Removes everything in the data folder, after stopping a database that was left running in it.
     *
     * @param data the data folder
     * @param port port the server will listen on, for the message that a second process shows
     * @param cache folder for unpacked programs; null for one in the data folder
     * @throws StartRefused if another process has the folder
     */
    public static void discard(Path data, int port, @Nullable Path cache) throws IOException {
        try (DataFolder folder = DataFolder.take(data, port)) {
            Path programs = cache == null ? folder.path().resolve("programs") : cache;
            PostgresServer.stopIn(Programs.in(PostgresBinaries.unpacked(programs)), folder.path());
            folder.empty();
        }
    }

    private static void close(DataFolder folder, @Nullable Installation installation) {
        if (installation == null) {
            folder.close();
        } else {
            installation.close();
        }
    }

    /** Whether the environment names an outside database. */
    public static boolean isOutside(Map<String, String> environment) {
        return environment.containsKey(URL_VARIABLE) || environment.containsKey(OWNER_URL_VARIABLE);
    }

    /** Login of the owner of the tables of an outside database. */
    public static DatabaseLogin outsideOwner(Map<String, String> environment) {
        return new DatabaseLogin(required(environment, OWNER_URL_VARIABLE), null, null, null);
    }

    private static Installation outside(DataFolder folder, Map<String, String> environment) {
        DatabaseLogin owner = outsideOwner(environment);
        String url = required(environment, URL_VARIABLE);
        return new Installation(
                folder,
                null,
                owner,
                new DatabaseLogin(url, null, null, "xd_app"),
                new DatabaseLogin(url, null, null, "xd_engine"));
    }

    private static String required(Map<String, String> environment, String name) {
        String url = environment.get(name);
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE,
                    name + " must be an address such as jdbc:postgresql://host/xindang?user=…&password=…; both "
                            + URL_VARIABLE + " and " + OWNER_URL_VARIABLE + " are needed.\n请同时设置 " + URL_VARIABLE
                            + " 和 "
                            + OWNER_URL_VARIABLE + "。");
        }
        return url;
    }

    private static Installation own(DataFolder folder, Map<String, String> environment, Path cache) throws IOException {
        Passwords passwords = Passwords.of(folder.path().resolve("passwords"));
        Programs programs = Programs.in(PostgresBinaries.unpacked(cache));
        PostgresServer server = PostgresServer.start(
                programs, folder.path(), passwords, WalArchive.settings(environment, folder.path()));
        try {
            String address = "jdbc:postgresql://127.0.0.1:" + server.port() + "/";
            var admin = new DatabaseLogin(address + "postgres", Passwords.ADMIN, passwords.admin(), null);
            Roles.prepare(admin, passwords);
            Roles.database(admin, DATABASE);
            String url = address + DATABASE;
            Roles.seekByAmounts(new DatabaseLogin(url, Passwords.ADMIN, passwords.admin(), null));
            return new Installation(
                    folder,
                    server,
                    new DatabaseLogin(url, "xd_owner", passwords.owner(), null),
                    new DatabaseLogin(url, "xd_app", passwords.app(), null),
                    new DatabaseLogin(url, "xd_engine", passwords.engine(), null));
        } catch (SQLException e) {
            server.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Version of the tables this program works with. */
    public static String latestMigration() throws IOException {
        return Migrations.latest().getVersion();
    }

    /** The data folder. */
    public Path folder() {
        return folder.path();
    }

    /** Whether the database is the one in the data folder, so that no other process works on it. */
    public boolean isExclusive() {
        return server != null;
    }

    /** Login of the owner of the tables, for migrations and restores. */
    public DatabaseLogin owner() {
        return owner;
    }

    /**
     * Brings the tables to a version.
     *
     * @param version version of the last migration to run; null for all
     */
    public void migrate(@Nullable String version) {
        Migrations.run(owner, version == null ? MigrationVersion.LATEST : MigrationVersion.fromVersion(version));
    }

    /** Removes all tables again, of a database that held none before. */
    public void unmigrate() {
        Migrations.undo(owner);
    }

    /** Login for requests. */
    public DatabaseLogin app() {
        return app;
    }

    /** Login for jobs. */
    public DatabaseLogin engine() {
        return engine;
    }

    /** Writes the port that the server listens on where a second process looks. */
    public void listensOn(int port) {
        try {
            folder.announce(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder inside the data folder for one purpose, made if need be. */
    public Path folder(String purpose) {
        try {
            return Files.createDirectories(folder.path().resolve(purpose));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the database and gives the folder back. Safe to call twice, and by two threads. */
    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
        folder.close();
    }
}
