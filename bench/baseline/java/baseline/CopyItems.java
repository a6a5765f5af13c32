package baseline;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The anchor of P9: the items that an import left behind, written out once and brought by COPY into an empty table made like
 * theirs, with all its indexes and constraints, in the same database and one transaction.
 */
public final class CopyItems implements AutoCloseable {

    private static final String COLUMNS = "node_id, file_id, source, item_key, invoice, issued, due, currency, amount,"
            + " settled_amount, settled_on, disputed, import_id";
    private static final List<String> FILLED = List.of(
            "receivable_item", "receivable_settlement", "receivable_change", "receivable_account", "insight_assessment",
            "evaluation_rating", "creditline_limit", "warning_warning", "customerfile_change", "customerfile_overview",
            "customerfile_search", "customerfile_key", "customerfile_file", "customerfile_party", "integration_import",
            "integration_created", "integration_fault");

    private final Connection connection;
    private final Path file;

    /** Connects to the database of a server's data folder. */
    public CopyItems(Path data) throws IOException, SQLException {
        var passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("passwords"))) {
            passwords.load(reader);
        }
        String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3);
        connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/xindang", "xd_admin", passwords.getProperty("admin"));
        file = data.resolve("items.copy");
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists anchor_item");
            statement.execute("create table anchor_item (like receivable_item including all)");
        }
    }

    /** Items that stand in the table. */
    public long rows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from receivable_item")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Empties what an import fills, so that each starts on the same ground. */
    public void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", FILLED) + " cascade");
            statement.execute("checkpoint");
        }
    }

    /** One sample. */
    public void once() throws IOException, SQLException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            copies.copyOut("copy receivable_item (" + COLUMNS + ") to stdout", out);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate anchor_item");
            statement.execute("checkpoint");
        }
        connection.setAutoCommit(false);
        long from = System.nanoTime();
        long rows;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            rows = copies.copyIn("copy anchor_item (" + COLUMNS + ") from stdin", in, 1 << 16);
        }
        connection.commit();
        double seconds = (System.nanoTime() - from) / 1e9;
        connection.setAutoCommit(true);
        System.out.printf(Locale.ROOT, "sample anchor %.1f 0 0%n", rows / seconds);
        System.out.printf(Locale.ROOT, "copy of %d rows in %.3f s%n", rows, seconds);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
