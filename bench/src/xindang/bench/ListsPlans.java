package xindang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Plans of slow statements, by PostgreSQL's auto_explain: {@code ListsPlans on DATA} before a start of the server, {@code
 * ListsPlans off DATA} afterwards prints the slowest of each kind, and switches it off again.
 */
public final class ListsPlans {

    private static final int MOST = 8;
    private static final int SHOWN_MILLIS = 50;
    private static final int WIDTH = 200;
    private static final Pattern ENTRY =
            Pattern.compile("(?m)^.* LOG:  duration: ([0-9.]+) ms  plan:\\n((?:\\t.*\\n)+)");

    private ListsPlans() {}

    /** A plan. */
    private record Plan(double millis, List<String> lines) {

        /** What plans of one kind share: the nodes without figures. */
        String kind() {
            return String.join("\n", lines.stream()
                    .filter(line -> line.contains("cost="))
                    .map(line -> line.replaceAll("\\(.*", ""))
                    .toList());
        }
    }

    /** Switches on, or prints and switches off. */
    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        Path data = Path.of(args[1]);
        if (args[0].equals("on")) {
            // Read by the next start; PostgreSQL keeps settings given this way in a file of its own.
            Files.writeString(data.resolve("postgresql/postgresql.auto.conf"), """
                    session_preload_libraries = 'auto_explain'
                    auto_explain.log_min_duration = %d
                    auto_explain.log_analyze = on
                    auto_explain.log_buffers = on
                    """.formatted(SHOWN_MILLIS));
            Files.deleteIfExists(data.resolve("postgresql.log"));
            return;
        }
        print(Files.readString(data.resolve("postgresql.log")));
        Files.writeString(data.resolve("postgresql/postgresql.auto.conf"), "");
        try (Connection connection = ListsFill.database(data, "admin");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    private static void print(String log) {
        List<Plan> plans = new ArrayList<>(ENTRY.matcher(log).results().map(ListsPlans::plan).toList());
        plans.sort(Comparator.comparingDouble(Plan::millis).reversed());
        var seen = new HashSet<String>();
        int shown = 0;
        for (Plan plan : plans) {
            if (shown < MOST && seen.add(plan.kind())) {
                System.out.println("== " + Math.round(plan.millis()) + " ms");
                plan.lines().forEach(System.out::println);
                System.out.println();
                shown++;
            }
        }
        System.out.println(plans.size() + " statements took more than " + SHOWN_MILLIS + " ms");
    }

    private static Plan plan(MatchResult entry) {
        return new Plan(
                Double.parseDouble(entry.group(1)),
                entry.group(2)
                        .lines()
                        .map(line -> line.replaceAll("^\\t", ""))
                        .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + " …" : line)
                        .toList());
    }
}
