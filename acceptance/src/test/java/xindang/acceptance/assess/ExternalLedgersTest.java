package xindang.acceptance.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xindang.engine.customerfile.UnifiedCreditCode;

/** Real receivables with figures computed independently; their synthetic twins are in {@link AssessTest}. */
@Tag("external")
@EnabledIfEnvironmentVariable(named = "XINDANG_TEST_DATA", matches = ".+")
class ExternalLedgersTest {

    @TempDir
    Path folder;

    private Command command;
    private Path data;

    @BeforeEach
    void withTheData() {
        command = new Command(folder);
        data = Path.of(System.getenv("XINDANG_TEST_DATA")).toAbsolutePath();
    }

    private JsonNode expected() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(data.resolve("ar_highradius/expected_summary.json")));
    }

    private JsonNode assess(String file, String... more) throws Exception {
        var args = new java.util.ArrayList<>(java.util.List.of(
                "assess", data.resolve("ar_highradius/" + file).toString(), "--out", "result", "--quiet"));
        args.addAll(java.util.List.of(more));
        var result = command.run(args.toArray(String[]::new));
        assertThat(result.exit()).as(result.err()).isZero();
        return command.json("result/summary.json");
    }

    @Test
    void open_items_age_as_computed_independently_on_four_days() throws Exception {
        JsonNode open = expected().get("open");
        for (JsonNode day : open.get("ageing_all_currencies_added")) {
            JsonNode summary =
                    assess("open_items.csv", "--as-of", day.get("as_of").stringValue());
            assertThat(summary.at("/rows").intValue())
                    .isEqualTo(open.get("rows").intValue());
            assertThat(summary.at("/rejected").intValue()).isZero();
            assertThat(summary.at("/customers").intValue())
                    .isEqualTo(open.get("customers").intValue());
            assertThat(summary.at("/open/count").intValue())
                    .isEqualTo(day.get("open_count").intValue());
            assertThat(added(summary.at("/open/amount"))).isEqualByComparingTo(money(day.get("open_amount")));
            buckets(summary.get("ageing"), day.get("buckets"));
        }
        for (String currency : new String[] {"USD", "CAD"}) {
            assertThat(command.json("result/summary.json")
                            .at("/totalAmount/" + currency)
                            .stringValue())
                    .isEqualTo(money(open.at("/by_currency/" + currency + "/amount"))
                            .toPlainString());
        }
    }

    /** The expected figures add the two currencies and join the last three buckets. */
    private static void buckets(JsonNode ours, JsonNode expected) {
        String[] names = {"not_due", "1-30", "31-60", "61-90", "90+", "90+", "90+"};
        Map<String, BigDecimal> amounts = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            amounts.merge(names[i], added(ours.get(i).get("amount")), BigDecimal::add);
            counts.merge(names[i], ours.get(i).get("count").intValue(), Integer::sum);
        }
        expected.propertyStream().forEach(bucket -> {
            assertThat(amounts.get(bucket.getKey()))
                    .as(bucket.getKey())
                    .isEqualByComparingTo(money(bucket.getValue().get("amount")));
            assertThat(counts.get(bucket.getKey()))
                    .as(bucket.getKey())
                    .isEqualTo(bucket.getValue().get("count").intValue());
        });
    }

    @Test
    void closed_invoices_show_the_behaviour_computed_independently() throws Exception {
        JsonNode closed = expected().get("closed");
        JsonNode summary = assess("closed_invoices.csv", "--currency", "USD");
        assertThat(summary.at("/rows").intValue()).isEqualTo(closed.get("rows").intValue());
        assertThat(summary.at("/customers").intValue())
                .isEqualTo(closed.get("customers").intValue());
        assertThat(summary.at("/totalAmount").stringValue())
                .isEqualTo(money(closed.get("amount")).toPlainString());
        assertThat(summary.at("/lateInvoices").intValue())
                .isEqualTo(closed.get("late_rows").intValue());
        assertThat(summary.at("/averageDaysToDue").decimalValue())
                .isEqualByComparingTo(closed.get("avg_days_late").decimalValue());
        for (JsonNode customer : closed.get("top50_customers")) {
            String id = customer.get("cust_number").stringValue();
            assertThat(command.value("result/customers.csv", id, "invoices"))
                    .as(id)
                    .isEqualTo(String.valueOf(customer.get("invoices").intValue()));
            assertThat(command.value("result/customers.csv", id, "total"))
                    .as(id)
                    .isEqualTo(money(customer.get("amount")).toPlainString());
            assertThat(new BigDecimal(command.value("result/customers.csv", id, "averageDaysToDue")))
                    .as(id)
                    .isEqualByComparingTo(customer.get("avg_days_late").decimalValue());
        }
    }

    @Test
    void credit_codes_are_valid_or_not_as_stated() throws Exception {
        JsonNode codes = JsonMapper.shared().readTree(Files.readString(data.resolve("worked_examples/uscc.json")));
        codes.get("valid")
                .forEach(code -> assertThat(UnifiedCreditCode.parse(code.stringValue()))
                        .as(code.stringValue())
                        .isPresent());
        codes.get("invalid")
                .forEach(code -> assertThat(
                                UnifiedCreditCode.parse(code.get("code").stringValue()))
                        .as(code.toString())
                        .isEmpty());
        assertThat(UnifiedCreditCode.compact(codes.at("/formatting/input").stringValue()))
                .isEqualTo(codes.at("/formatting/compact").stringValue());
    }

    private static BigDecimal added(JsonNode amounts) {
        return amounts.isString()
                ? new BigDecimal(amounts.stringValue())
                : amounts.valueStream()
                        .map(amount -> new BigDecimal(amount.stringValue()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal money(JsonNode number) {
        return number.decimalValue().setScale(2, RoundingMode.HALF_UP);
    }
}
