package baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Anchor of P7: {@code Duck DIR SQLFILE reps}. Loads the CSV files into a DuckDB file once, then times the portfolio query;
 * its result goes to a table. One untimed query before, so that the file is in memory.
 */
public final class Duck {

    private static final String CONTROL = "SELECT sum(open_amt)::BIGINT, sum(open_amt - b0)::BIGINT,"
            + " count(*) FILTER (WHERE dso > 90 AND avg_late > 10), avg(utilisation), max(oldest) FROM result";

    private Duck() {}

    /** Loads if necessary, and measures. */
    public static void main(String[] args) throws SQLException, IOException {
        Path folder = Path.of(args[0]);
        String query = "CREATE OR REPLACE TABLE result AS " + Files.readString(Path.of(args[1]));
        load(folder);
        try (Connection connection = open(folder.resolve("p.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute(query);
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                var clock = new Clock();
                statement.execute(query);
                clock.sample("anchor");
            }
            control(statement);
        }
    }

    private static Connection open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads=" + Runtime.getRuntime().availableProcessors());
        }
        return connection;
    }

    private static void load(Path folder) throws SQLException, IOException {
        Path whole = folder.resolve("p.duckdb");
        if (Files.exists(whole)) {
            return;
        }
        Path part = folder.resolve("part.duckdb");
        Files.deleteIfExists(part);
        try (Connection connection = open(part);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer AS SELECT * FROM read_csv('" + folder.resolve("customers.csv")
                    + "', header=false, columns={'id':'INT','limit_amount':'BIGINT'})");
            statement.execute("CREATE TABLE invoice AS SELECT * FROM read_csv('" + folder.resolve("invoices.csv")
                    + "', header=false, columns={'id':'BIGINT','customer_id':'INT','invoice_no':'VARCHAR',"
                    + "'order_no':'VARCHAR','issue_date':'DATE','due_date':'DATE','paid_date':'DATE',"
                    + "'currency':'VARCHAR','amount':'BIGINT','salesman_id':'INT'})");
            statement.execute("CHECKPOINT");
        }
        Files.move(part, whole);
    }

    private static void control(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(CONTROL)) {
            row.next();
            System.out.printf(
                    Locale.ROOT,
                    "control open=%d overdue=%d slow_customers=%d mean_util=%.6f oldest=%d%n",
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getDouble(4),
                    row.getInt(5));
        }
    }
}
