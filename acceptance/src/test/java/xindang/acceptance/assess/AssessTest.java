package xindang.acceptance.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import xindang.gates.CommandLineTest;
import xindang.gates.Requirement;

/** From a ledger to decisions, as a credit manager does it. */
class AssessTest {

    private static final Path SAMPLE =
            Path.of("..", "docs", "samples", "ledger.csv").toAbsolutePath();

    @TempDir
    Path folder;

    private Command command;

    @BeforeEach
    void inAnEmptyFolder() {
        command = new Command(folder);
    }

    private void assess(String... args) throws IOException, InterruptedException {
        var all = new java.util.ArrayList<>(List.of("assess", "--out", "result", "--lang", "en"));
        all.addAll(List.of(args));
        var result = command.run(all.toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).as(result.out()).isZero();
    }

    /** A small ledger whose every figure can be followed by hand; the as-of date is 2026-03-31. */
    private static final String LEDGER = """
            customer,name,invoice,issued,due,amount,currency,settled,settledAmount,disputed
            K1,Prompt Ltd,A1,2025-10-01,2025-10-31,100000.00,CNY,2025-10-20,100000.00,no
            K1,Prompt Ltd,A2,2026-03-10,2026-04-09,20000.00,CNY,,,no
            K2,"Slow, and late",B1,2025-09-01,2025-10-01,50000.00,CNY,2025-12-10,50000.00,no
            K2,"Slow, and late",B2,2025-12-01,2025-12-31,30000.00,CNY,,,no
            K2,"Slow, and late",B3,2025-12-01,2025-12-31,9000.00,CNY,,,yes
            K3,New Ltd,C1,2026-03-20,2026-04-19,5000.00,CNY,,,no
            K4,Partly Ltd,D1,2026-01-01,2026-03-01,10000.00,CNY,2026-03-01,4000.00,no
            K4,Partly Ltd,D2,2026-01-15,2026-03-30,-1000.00,CNY,,,no
            """;

    @CommandLineTest
    @Requirement({"AR-02", "AR-03", "AR-08"})
    void a_ledger_gives_its_ageing_to_the_cent() throws Exception {
        command.write("ledger.csv", LEDGER);
        assess("ledger.csv", "--as-of", "2026-03-31");
        JsonNode summary = command.json("result/summary.json");
        assertThat(summary.at("/rows").intValue()).isEqualTo(8);
        assertThat(summary.at("/totalAmount").stringValue()).isEqualTo("223000.00");
        assertThat(summary.at("/open/amount").stringValue()).isEqualTo("69000.00");
        assertThat(summary.at("/open/count").intValue()).isEqualTo(6);
        assertThat(summary.at("/ageing")
                        .valueStream()
                        .map(bucket -> bucket.get("bucket").stringValue() + " "
                                + bucket.get("amount").stringValue())
                        .toList())
                .containsExactly(
                        "not-due 25000.00",
                        "1-30 5000.00",
                        "31-60 0.00",
                        "61-90 39000.00",
                        "91-180 0.00",
                        "181-365 0.00",
                        "over-365 0.00");
        assertThat(command.value("result/customers.csv", "K4", "overdue")).isEqualTo("5000.00");
        assertThat(command.value("result/customers.csv", "K4", "maxDaysPastDue"))
                .isEqualTo("30");
        // 69,000 open, 34,000 issued in the 90 days to 2026-03-31 (20,000 + 5,000 + 10,000 − 1,000)
        assertThat(summary.at("/dso/simple").decimalValue()).isEqualByComparingTo("182.6471");
        assertThat(summary.at("/dso/bestPossible").decimalValue()).isEqualByComparingTo("66.1765");
    }

    @CommandLineTest
    @Requirement({"TXN-02", "STD-10"})
    void a_ledger_shows_how_each_customer_pays() throws Exception {
        command.write("ledger.csv", LEDGER);
        assess("ledger.csv", "--as-of", "2026-03-31");
        JsonNode summary = command.json("result/summary.json");
        assertThat(summary.at("/lateInvoices").intValue()).isEqualTo(1);
        assertThat(summary.at("/lateAmount").stringValue()).isEqualTo("50000.00");
        assertThat(summary.at("/averageDaysLate").decimalValue()).isEqualByComparingTo("35");
        assertThat(summary.at("/averageDaysToDue").decimalValue()).isEqualByComparingTo("29.5");
        assertThat(summary.at("/averageDaysToSettle").decimalValue()).isEqualByComparingTo("59.5");
        String file = Files.readString(folder.resolve("result/customers.csv"));
        // (50,000 × 70 + 39,000 × 90) / 89,000
        assertThat(file)
                .contains("K2,\"Slow, and late\",CNY,3,89000.00,39000.00")
                .contains(",78.7640,1.0000,1,");
    }

    @CommandLineTest
    @Requirement({"EVAL-10", "RAT-09", "STD-12"})
    void every_customer_gets_a_grade_a_limit_and_a_term_or_is_not_rated() throws Exception {
        command.write("ledger.csv", LEDGER);
        assess("ledger.csv", "--as-of", "2026-03-31");
        assertThat(command.value("result/customers.csv", "K1", "grade")).isEqualTo("AAA");
        assertThat(new BigDecimal(command.value("result/customers.csv", "K1", "suggestedLimit")))
                .isPositive();
        assertThat(command.value("result/customers.csv", "K1", "suggestedTerm")).isEqualTo("30");
        assertThat(command.value("result/customers.csv", "K3", "grade")).isEqualTo("not-rated");
        assertThat(command.value("result/customers.csv", "K3", "score")).isEmpty();
        assertThat(command.value("result/customers.csv", "K3", "suggestedLimit"))
                .isEqualTo("not-assessed");
        JsonNode grades = command.json("result/summary.json").get("grades");
        assertThat(grades.valueStream().mapToInt(JsonNode::intValue).sum()).isEqualTo(4);
        JsonNode record = decision("assessment", "K1");
        assertThat(record.at("/outcome/evaluation/points")
                        .valueStream()
                        .map(points -> new BigDecimal(points.get("points").stringValue()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(record.at("/outcome/evaluation/score").stringValue());
    }

    @CommandLineTest
    @Requirement({"LIM-10", "LIM-09"})
    void a_suggested_limit_shows_its_method_and_numbers() throws Exception {
        command.write("ledger.csv", LEDGER);
        assess("ledger.csv", "--as-of", "2026-03-31");
        JsonNode limit = decision("assessment", "K1").at("/outcome/limits/0");
        // Sales of the year 120,000 ÷ 12 × (90 + 15) ÷ 30 × 1.0, rounded down to thousands
        assertThat(limit.get("limit").stringValue()).isEqualTo("35000.00");
        assertThat(limit.at("/steps/0/operands/annualSales").stringValue()).isEqualTo("120000.00");
        assertThat(limit.at("/steps/1/operands/limitFactor").stringValue()).isEqualTo("1");
        assertThat(decision("assessment", "K2").at("/outcome/limits/0/limit").stringValue())
                .isEqualTo("no-credit");
    }

    @CommandLineTest
    @Requirement({"COL-01", "COL-02", "AR-09"})
    void overdue_items_stand_on_the_rung_of_the_ladder() throws Exception {
        command.write("ledger.csv", LEDGER);
        assess("ledger.csv", "--as-of", "2026-03-31");
        List<String> dunned = Files.readAllLines(folder.resolve("result/dunning.csv"));
        assertThat(dunned).hasSize(3);
        assertThat(dunned.get(1))
                .isEqualTo("K2,\"Slow, and late\",CNY,B2,2025-12-31,30000.00,90,court,legal,by age,"
                        + "highest-rung-reached-by-days-overdue@1");
        // The credit line and the disputed item are left out; the reason stands in the record.
        assertThat(dunned.get(2)).startsWith("K4,Partly Ltd,CNY,D1,2026-03-01,6000.00,30,");
        assertThat(Files.readString(folder.resolve("result/decisions.jsonl")))
                .contains("disputed-items-are-not-dunned@1")
                .contains("credit-lines-are-never-dunned@1");
    }

    @CommandLineTest
    @Requirement("COL-09")
    void a_low_grade_climbs_the_ladder_sooner() throws Exception {
        command.write("ledger.csv", LEDGER);
        assess("ledger.csv", "--as-of", "2026-02-20");
        // 51 days overdue: letter for an ordinary customer, litigation for one of grade C (90 × 0.5)
        assertThat(command.value("result/customers.csv", "K2", "maxDaysPastDue"))
                .isNotEmpty();
        assertThat(Files.readString(folder.resolve("result/dunning.csv"))).contains(",30000.00,51,court,");
    }

    @CommandLineTest
    @Requirement({"EWS-01", "EWS-05", "EWS-06"})
    void warnings_come_with_level_rule_and_facts() throws Exception {
        command.write("ledger.csv", LEDGER);
        assess("ledger.csv", "--as-of", "2026-03-31");
        String warnings = Files.readString(folder.resolve("result/warnings.csv"));
        assertThat(warnings)
                .contains("K2,\"Slow, and late\",severe,overdue-beyond-days-raises-warning@1,")
                .contains("\"\"maxDaysPastDue\"\":90")
                .contains("low-grade-raises-warning@1")
                .contains("disputed-invoices-raise-warning@1")
                .contains("concentration-raises-warning@1");
        assertThat(warnings).doesNotContain("K3,");
    }

    @CommandLineTest
    @Requirement({"EWS-02", "EWS-03"})
    void other_standards_give_other_warnings_and_the_run_names_them() throws Exception {
        command.write("ledger.csv", LEDGER);
        assess("ledger.csv", "--as-of", "2026-03-31");
        String policies = Files.readString(folder.resolve("result/policies.json"));
        String before = command.json("result/summary.json").at("/policy/sha256").stringValue();
        // The company's own standards: only days overdue, and severe from day 200 on.
        String own = policies.replaceAll("\"sha256\":\"[0-9a-f]{64}\",", "")
                .replace("\"rules\":\"all\"", "\"rules\":[\"overdueRecord\"]")
                .replace("\"severe\":90", "\"severe\":200");
        command.write("own.json", own);
        assess("ledger.csv", "--as-of", "2026-03-31", "--policy", "own.json");
        String warnings = Files.readString(folder.resolve("result/warnings.csv"));
        assertThat(warnings).contains(",warning,overdue-beyond-days-raises-warning@1,");
        assertThat(warnings).doesNotContain("severe").doesNotContain("low-grade");
        assertThat(command.json("result/summary.json").at("/policy/sha256").stringValue())
                .isNotEqualTo(before);
    }

    @CommandLineTest
    @Requirement("AR-01")
    void a_missing_due_date_follows_from_the_term() throws Exception {
        command.write("ledger.csv", """
                客户,发票号,开票日期,账期,金额
                甲,1,2026-01-10,30天,100.00
                乙,2,2026-01-10,月结30天,200.00
                丙,3,2026-01-10,老规矩,300.00
                """);
        assess("ledger.csv", "--as-of", "2026-03-31");
        assertThat(command.value("result/customers.csv", "甲", "maxDaysPastDue")).isEqualTo("50");
        assertThat(command.value("result/customers.csv", "乙", "maxDaysPastDue")).isEqualTo("29");
        assertThat(Files.readString(folder.resolve("result/rejected.csv"))).contains("4,term,unknown-term,老规矩");
    }

    @CommandLineTest
    void the_sample_ledger_is_assessed_whole() throws Exception {
        assess(SAMPLE.toString());
        assertThat(folder.resolve("result").toFile().list())
                .containsExactlyInAnyOrder(
                        "summary.json",
                        "customers.csv",
                        "dunning.csv",
                        "warnings.csv",
                        "rejected.csv",
                        "decisions.jsonl",
                        "policies.json",
                        "report.html");
        JsonNode summary = command.json("result/summary.json");
        assertThat(summary.at("/rows").intValue()).isEqualTo(678);
        assertThat(command.csv("result/rejected.csv").stream().map(line -> line[2]))
                .containsExactly("duplicate", "bad-date", "total-row");
        BigDecimal open = command.csv("result/customers.csv").stream()
                .map(line -> new BigDecimal(line[5]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(summary.at("/open/amount").stringValue()).isEqualTo(open.toPlainString());
        assertThat(summary.at("/customers").intValue())
                .isEqualTo(command.csv("result/customers.csv").size());
    }

    private JsonNode decision(String kind, String customer) throws IOException {
        return Files.readAllLines(folder.resolve("result/decisions.jsonl")).stream()
                .skip(1)
                .map(line -> tools.jackson.databind.json.JsonMapper.shared().readTree(line))
                .filter(record -> record.has("decision")
                        && record.get("decision").stringValue().equals(kind)
                        && record.at("/subject/customer").stringValue().equals(customer))
                .findFirst()
                .orElseThrow();
    }
}
