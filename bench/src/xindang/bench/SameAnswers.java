package xindang.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Whether DuckDB and {@code assess} gave the same answers: {@code SameAnswers DUCKDIR OURDIR}. Compares the control sums
 * with summary.json, and every figure of every customer in the two customers.csv. Counts and amounts must be equal; means
 * may differ by the last of their four decimals, because DuckDB divides in binary fractions. Exits with 1 otherwise.
 */
public final class SameAnswers {

    private static final BigDecimal LAST_DIGIT = new BigDecimal("0.00011");
    private static final List<String> MEANS =
            List.of("averageDaysLate", "averageDaysToDue", "weightedDaysLate", "lateShare");

    private final List<String> differences = new ArrayList<>();
    private int compared;

    private SameAnswers() {}

    /** Compares two folders. */
    public static void main(String[] args) throws IOException {
        var same = new SameAnswers();
        Path anchor = Path.of(args[0]);
        Path ours = Path.of(args[1]);
        same.totals(control(anchor.resolve("control.txt")), new ObjectMapper().readTree(ours.resolve("summary.json")));
        same.customers(table(anchor.resolve("customers.csv")), table(ours.resolve("customers.csv")));
        if (!same.differences.isEmpty()) {
            System.err.println("P14: DuckDB and assess differ in " + same.differences.size() + " of " + same.compared
                    + " figures: " + same.differences.subList(0, Math.min(10, same.differences.size())));
            System.exit(1);
        }
        System.out.println("control: DuckDB and assess agree in " + same.compared + " figures");
    }

    private void totals(Map<String, String> control, JsonNode summary) {
        exact("rows", control.get("rows"), summary.get("rows"));
        exact("customers", control.get("customers"), summary.get("customers"));
        cents("totalAmount", control.get("total"), summary.get("totalAmount"));
        exact("open count", control.get("open_count"), summary.at("/open/count"));
        cents("open", control.get("open"), summary.at("/open/amount"));
        BigDecimal overdue = BigDecimal.ZERO;
        for (int bucket = 0; bucket < 7; bucket++) {
            JsonNode ours = summary.get("ageing").get(bucket);
            exact("count of bucket " + bucket, control.get("n" + bucket), ours.get("count"));
            cents("amount of bucket " + bucket, control.get("b" + bucket), ours.get("amount"));
            overdue = bucket == 0 ? overdue : overdue.add(new BigDecimal(text(ours.get("amount"))));
        }
        equal("overdue", new BigDecimal(control.get("overdue")).movePointLeft(2), overdue, BigDecimal.ZERO);
        exact("lateInvoices", control.get("late"), summary.get("lateInvoices"));
        cents("lateAmount", control.get("late_amount"), summary.get("lateAmount"));
        mean("averageDaysToSettle", control.get("days_to_settle"), summary.get("averageDaysToSettle"));
        mean("averageDaysLate", control.get("days_late"), summary.get("averageDaysLate"));
        mean("averageDaysToDue", control.get("days_to_due"), summary.get("averageDaysToDue"));
        mean("dso.simple", control.get("dso_simple"), summary.at("/dso/simple"));
        mean("dso.countBack", control.get("dso_count_back"), summary.at("/dso/countBack"));
        mean("dso.bestPossible", control.get("dso_best_possible"), summary.at("/dso/bestPossible"));
    }

    private void customers(Map<String, Map<String, String>> anchor, Map<String, Map<String, String>> ours) {
        equal("rows of customers.csv", anchor.size(), ours.size());
        for (var line : anchor.entrySet()) {
            Map<String, String> own = ours.getOrDefault(line.getKey(), Map.of());
            for (var figure : line.getValue().entrySet()) {
                String column = figure.getKey();
                String what = "customer " + line.getKey() + " " + column;
                String mine = own.getOrDefault(column, "nothing");
                boolean isText = column.equals("currency")
                        || mine.isEmpty()
                        || figure.getValue().isEmpty();
                if (isText || mine.equals("nothing")) {
                    equal(what, figure.getValue(), mine);
                } else {
                    BigDecimal tolerance = MEANS.contains(column) ? LAST_DIGIT : BigDecimal.ZERO;
                    equal(what, new BigDecimal(figure.getValue()), new BigDecimal(mine), tolerance);
                }
            }
        }
    }

    private void exact(String what, String anchor, JsonNode ours) {
        equal(what, new BigDecimal(anchor), new BigDecimal(text(ours)), BigDecimal.ZERO);
    }

    private void cents(String what, String anchor, JsonNode ours) {
        equal(what, new BigDecimal(anchor).movePointLeft(2), new BigDecimal(text(ours)), BigDecimal.ZERO);
    }

    private void mean(String what, String anchor, JsonNode ours) {
        equal(what, new BigDecimal(anchor), new BigDecimal(text(ours)), LAST_DIGIT);
    }

    private void equal(String what, BigDecimal anchor, BigDecimal ours, BigDecimal tolerance) {
        compared++;
        if (anchor.subtract(ours).abs().compareTo(tolerance) > 0) {
            differences.add(what + " " + anchor.toPlainString() + " and " + ours.toPlainString());
        }
    }

    private void equal(String what, Object anchor, Object ours) {
        compared++;
        if (!anchor.equals(ours)) {
            differences.add(what + " " + anchor + " and " + ours);
        }
    }

    private static String text(JsonNode node) {
        return node.asString();
    }

    private static Map<String, String> control(Path file) throws IOException {
        var sums = new HashMap<String, String>();
        for (String line : Files.readAllLines(file)) {
            sums.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return sums;
    }

    /** Lines by customer, figures by column. The ledger of P14 has no text that would need quotes. */
    private static Map<String, Map<String, String>> table(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] columns = lines.getFirst().split(",", -1);
        var table = new HashMap<String, Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", columns.length);
            var figures = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.length; i++) {
                if (columns[i].equals("customer")) {
                    table.put(fields[i], figures);
                } else {
                    figures.put(columns[i], fields[i]);
                }
            }
        }
        return table;
    }
}
