package xindang.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Fills an empty installation that runs: {@code ListsFill SERVER DATA CODE PASSWORD SCRIPT CUSTOMERS ITEMS}. Sets it up by the
 * code, runs the script as owner of the database, and adds three people: one who sees the company, one of a department with a
 * quarter of the customers, one of a department with a thousandth.
 */
public final class ListsFill {

    private static final Pattern STEP = Pattern.compile("(?m)^-- step ");
    private static final int BIG = 2;
    private static final int SMALL = 10;

    private ListsFill() {}

    /** Fills. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        String server = args[0];
        String password = args[3];
        var admin = new ListsClient(server);
        admin.get("/identity/setup");
        admin.post("/identity/setup", """
                {"code":"%s","company":{"name":"公司"},"admin":{"login":"admin","name":"管理员","password":"%s"}}""".formatted(args[2], password));
        admin.signedIn("admin", password);
        String company = ListsLoad.first(admin.get("/identity/session"), "\"node\":\\{\"id\":\"([0-9a-f-]+)\"");
        String script = Files.readString(Path.of(args[4]))
                .replace(":company", company)
                .replace(":customers", args[5])
                .replace(":items", args[6])
                .replace(":today", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        try (Connection connection = database(Path.of(args[1]), "owner");
                Statement statement = connection.createStatement()) {
            run(statement, script);
            add(server, admin, "manager", "credit-manager", company, password);
            add(server, admin, "big", "sales", department(statement, BIG), password);
            add(server, admin, "small", "sales", department(statement, SMALL), password);
        }
    }

    private static void run(Statement statement, String script) throws SQLException {
        long begin = System.nanoTime();
        String[] steps = STEP.split(script);
        for (int i = 1; i < steps.length; i++) {
            String title = steps[i].lines().findFirst().orElse("");
            long start = System.nanoTime();
            statement.execute("-- " + steps[i]);
            System.out.printf(Locale.ROOT, "  %7.1f s  %s%n", (System.nanoTime() - start) / 1e9, title);
        }
        System.out.printf(Locale.ROOT, "filled in %.1f s%n", (System.nanoTime() - begin) / 1e9);
    }

    /** A user who has replaced the password that the administrator gave. */
    private static void add(
            String server, ListsClient admin, String login, String role, String node, String password)
            throws IOException, InterruptedException {
        String first = "first " + password;
        admin.post("/identity/users", """
                {"login":"%s","name":"%s","role":"%s","node":"%s","password":"%s"}""".formatted(login, login, role, node, first));
        var owner = new ListsClient(server);
        owner.get("/identity/setup");
        owner.post("/identity/session", """
                {"login":"%s","password":"%s","newPassword":"%s"}""".formatted(login, first, password));
    }

    private static String department(Statement statement, int number) throws SQLException {
        try (ResultSet row = statement.executeQuery("select id from department where n = " + number)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The database of a data folder as a role. */
    static Connection database(Path data, String role) throws IOException, SQLException {
        var passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("passwords"))) {
            passwords.load(reader);
        }
        String port = ListsLoad.first(Files.readString(data.resolve("postgresql/xindang.conf")), "port = (\\d+)");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/xindang", "xd_" + role, passwords.getProperty(role));
    }
}
