package xindang.suite;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import xindang.ServerOptions;
import xindang.XindangServer;
import xindang.platform.database.Installation;

/**
 * The one PostgreSQL of a test run, started as an installation starts its own, with a migrated database as template, and one
 * server on it that most tests share. Whoever needs an untouched installation takes a copy of the template.
 */
public final class Suite {

    /** Where PostgreSQL's programs are unpacked, shared by all runs of the build. */
    public static final Path PROGRAMS = Path.of("target/postgresql-programs").toAbsolutePath();

    private static final String LOG_KEY = "log/signing-key.pem";
    private static final AtomicInteger COPIES = new AtomicInteger();

    private static @Nullable Suite instance;

    private final Path data;
    private final Installation installation;
    private final RunningServer shared;

    private Suite() throws IOException, SQLException {
        // Tests begin schedules themselves, or their customers would be assessed in between.
        System.setProperty("xindang.schedule.day-change", "-");
        System.setProperty("xindang.schedule.notification", "-");
        System.setProperty("xindang.schedule.agreement", "-");
        System.setProperty("xindang.schedule.reading", "-");
        System.setProperty("xindang.schedule.workflow", "-");
        // Thousands of people sign in here; the real cost has a test of its own.
        System.setProperty("xindang.password.memory", "64");
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "suite-");
        installation = Installation.open(data, 0, Map.of(), PROGRAMS);
        try (Connection connection = connect("postgres", "admin");
                Statement statement = connection.createStatement()) {
            statement.execute("create database pristine template xindang owner xd_owner");
        }
        shared = new RunningServer(XindangServer.start(installation, options(data))).setUp();
        // The context closes the installation, and PostgreSQL with it.
    }

    private static synchronized Suite instance() {
        if (instance == null) {
            try {
                instance = new Suite();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return instance;
    }

    /** The server that tests share, set up with company and administrator. */
    public static RunningServer server() {
        return instance().shared;
    }

    /** Another server on a database nobody has touched, reached as an outside one; close it. */
    public static RunningServer untouched() throws SQLException, IOException {
        Suite suite = instance();
        String name = "copy" + COPIES.incrementAndGet();
        try (Connection connection = suite.connect("postgres", "admin");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template pristine owner xd_owner");
        }
        Path folder = Files.createTempDirectory(suite.data, name);
        return new RunningServer(
                XindangServer.start(Installation.open(folder, 0, suite.environment(name), PROGRAMS), options(folder)));
    }

    /** The same, with company and administrator. */
    public static RunningServer untouchedButSetUp() throws SQLException, IOException {
        return untouched().setUp();
    }

    /** One more server on the database of a server of {@link #untouched}, with its key of the log; close it first. */
    public static RunningServer beside(RunningServer other) throws IOException {
        Path key = other.part(Installation.class).folder().resolve(LOG_KEY);
        return beside(other, Optional.of(key));
    }

    /** The same with a copy of some key of the log, or without one. */
    public static RunningServer beside(RunningServer other, Optional<Path> key) throws IOException {
        Suite suite = instance();
        String name = other.part(Installation.class).app().url().replaceAll("^.*/|\\?.*$", "");
        Path folder = Files.createTempDirectory(suite.data, name);
        if (key.isPresent()) {
            Files.createDirectories(folder.resolve(LOG_KEY).getParent());
            Files.copy(key.get(), folder.resolve(LOG_KEY));
        }
        return new RunningServer(
                XindangServer.start(Installation.open(folder, 0, suite.environment(name), PROGRAMS), options(folder)));
    }

    private Map<String, String> environment(String database) {
        return Map.of(
                Installation.URL_VARIABLE,
                url(database, "admin"),
                Installation.OWNER_URL_VARIABLE,
                url(database, "owner"));
    }

    /** A connection to the shared server's database as a role: {@code admin}, {@code owner}, {@code app}, {@code engine}. */
    public static Connection database(String role) throws SQLException {
        return instance().connect("xindang", role);
    }

    private static ServerOptions options(Path folder) {
        return new ServerOptions(folder, "127.0.0.1", 0, true, false);
    }

    private Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(url(database, role));
    }

    private String url(String database, String role) {
        var passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("passwords"))) {
            passwords.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String address = installation.app().url().replaceAll("/[a-z]+$", "/" + database);
        return address + "?user=xd_" + role + "&password=" + passwords.getProperty(role);
    }
}
