package xindang.acceptance.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import xindang.gates.CommandLineTest;

/** Several currencies are never added without rates, and every assumed currency is said. */
class CurrenciesTest {

    private static final String LEDGER = """
            customer,invoice,issued,due,amount,currency
            K,1,2026-01-01,2026-01-31,1000.00,USD
            K,2,2026-01-01,2026-04-30,500,JPY
            L,3,2026-02-01,2026-03-01,70.00,CNY
            """;

    @TempDir
    Path folder;

    private Command command;

    @BeforeEach
    void inAnEmptyFolder() {
        command = new Command(folder);
    }

    @CommandLineTest
    void amounts_stand_apart_by_currency() throws Exception {
        command.write("l.csv", LEDGER);
        assertThat(command.run("assess", "l.csv", "--out", "r", "--as-of", "2026-03-31")
                        .exit())
                .isZero();
        JsonNode summary = command.json("r/summary.json");
        assertThat(summary.at("/open/amount/USD").stringValue()).isEqualTo("1000.00");
        assertThat(summary.at("/open/amount/JPY").stringValue()).isEqualTo("500");
        assertThat(summary.at("/dso/simple/CNY").decimalValue()).isEqualByComparingTo("90");
        assertThat(summary.has("converted")).isFalse();
        assertThat(command.csv("r/customers.csv")).hasSize(3);
        assertThat(summary.at("/customers").intValue()).isEqualTo(2);
    }

    @CommandLineTest
    void rates_add_one_sum_and_say_which_rate_of_which_day() throws Exception {
        command.write("l.csv", LEDGER);
        command.write("rates.csv", """
                date,from,to,rate
                2025-12-31,USD,CNY,7.00
                2026-03-30,USD,CNY,7.10
                2026-04-01,USD,CNY,9.99
                2026-01-31,CNY,JPY,20
                """);
        var result = command.run("assess", "l.csv", "--out", "r", "--as-of", "2026-03-31", "--rates", "rates.csv");
        assertThat(result.exit()).as(result.err()).isZero();
        JsonNode converted = command.json("r/summary.json").get("converted");
        // 1,000 × 7.10 + 500 ÷ 20 + 70
        assertThat(converted.get("open").stringValue()).isEqualTo("7195.00");
        assertThat(converted.get("currency").stringValue()).isEqualTo("CNY");
        assertThat(converted.at("/rates/1/date").stringValue()).isEqualTo("2026-03-30");
        assertThat(result.out()).contains("JPY → CNY is of 2026-01-31");
        command.write("rates.csv", "date,from,to,rate\n2026-03-30,USD,CNY,7.10\n");
        var missing = command.run("assess", "l.csv", "--out", "r2", "--rates", "rates.csv");
        assertThat(missing.exit()).isEqualTo(65);
        assertThat(missing.err()).contains("JPY").contains("CNY");
        assertThat(folder.resolve("r2")).doesNotExist();
    }

    @CommandLineTest
    void converted_buckets_add_up_to_what_is_open() throws Exception {
        command.write("l.csv", """
                customer,invoice,due,amount,currency
                K,1,2026-03-21,0.01,USD
                K,2,2026-02-20,0.01,USD
                K,3,2026-01-20,0.01,USD
                """);
        command.write("rates.csv", "date,from,to,rate\n2026-03-30,USD,CNY,7.25\n");
        var result = command.run("assess", "l.csv", "--out", "r", "--as-of", "2026-03-31", "--rates", "rates.csv");
        assertThat(result.exit()).as(result.err()).isZero();
        JsonNode converted = command.json("r/summary.json").get("converted");
        // 3 × 0.0725 is 0.2175; each alone would be 0.07
        assertThat(converted.get("open").stringValue()).isEqualTo("0.22");
        assertThat(converted
                        .get("ageing")
                        .valueStream()
                        .map(bucket -> bucket.get("amount").stringValue())
                        .toList())
                .containsExactly("0.00", "0.08", "0.07", "0.07", "0.00", "0.00", "0.00");
    }

    @CommandLineTest
    void a_settlement_of_unknown_day_is_pointed_out_when_looking_back() throws Exception {
        command.write("l.csv", """
                客户,发票号,开票日期,到期日,金额(元),未收
                甲,1,2026-01-01,2026-01-31,1000.00,400.00
                乙,2,2026-03-01,2026-03-31,50.00,50.00
                """);
        var result = command.run("assess", "l.csv", "--out", "r", "--as-of", "2026-02-15");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(command.json("r/summary.json").at("/open/amount").stringValue())
                .isEqualTo("400.00");
        assertThat(command.json("r/summary.json").at("/undatedSettlements").intValue())
                .isEqualTo(1);
        assertThat(result.out()).contains("as-of date lies in the past");
    }

    @CommandLineTest
    void without_any_date_of_issue_or_settlement_today_counts_and_is_said() throws Exception {
        command.write("l.csv", "customer,invoice,due,amount\nK,1,2020-01-31,10.00\n");
        var result = command.run("assess", "l.csv", "--out", "r");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("today").contains("CNY is assumed").contains("no dates of issue");
        assertThat(command.json("r/summary.json").at("/dso/simple").isNull()).isTrue();
    }
}
