package baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Anchor of P14: {@code AssessDuck LEDGER SQLFILE OUTDIR asOf}. What a good user of DuckDB would write to get ageing,
 * payment behaviour and DSO out of a ledger: the column types are given, DuckDB uses all processors and works in memory.
 *
 * <p>The statements of the SQL file are run in order; {@code $ledger}, {@code $out} and {@code $asOf} are put in. Every row
 * a statement returns goes to control.txt as {@code column=value}, so that somebody can compare it with our summary.
 */
public final class AssessDuck {

    private AssessDuck() {}

    /** Runs the file. */
    public static void main(String[] args) throws SQLException, IOException {
        var clock = new Clock();
        Path out = Path.of(args[2]);
        Files.createDirectories(out);
        String script = Files.readString(Path.of(args[1]))
                .replace("$ledger", args[0])
                .replace("$out", out.toString())
                .replace("$asOf", args[3]);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads=" + Runtime.getRuntime().availableProcessors());
            double opened = clock.seconds();
            var control = new StringBuilder();
            for (String sql : script.split(";\\s*\\R", -1)) {
                if (!sql.isBlank()) {
                    run(statement, sql, control);
                }
            }
            Files.writeString(out.resolve("control.txt"), control);
            System.out.printf(Locale.ROOT, "opened after %.3f s, queries %.3f s%n", opened, clock.seconds() - opened);
        }
    }

    private static void run(Statement statement, String sql, StringBuilder control) throws SQLException {
        if (!statement.execute(sql) || !sql.stripLeading().startsWith("SELECT")) {
            return;
        }
        try (ResultSet rows = statement.getResultSet()) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    control.append(columns.getColumnLabel(i))
                            .append('=')
                            .append(rows.getString(i))
                            .append('\n');
                }
            }
        }
    }
}
