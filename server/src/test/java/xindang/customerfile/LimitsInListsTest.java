package xindang.customerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import xindang.gates.AcceptanceTest;
import xindang.suite.Client;
import xindang.suite.Company;

/** Limits in every state and two currencies: what the overview counts, lists show and files hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsInListsTest {

    private static final String LIST = "/customerfile/customers";

    private final Company company = new Company();
    private final Client manager = company.user("credit-manager");

    @BeforeAll
    void customers() {
        customer("一厂", "not-assessed", null, "CNY", null);
        customer("二厂", "no-credit", null, "CNY", "C");
        customer("三厂", "unlimited", null, "CNY", "AAA");
        customer("四厂", "capped", "99999.99", "CNY", "AA");
        customer("五厂", "capped", "100000.00", "CNY", "AA");
        customer("六厂", "capped", "12000000.00", "CNY", null);
        customer("七厂", "capped", "100000.00", "USD", "AA");
        customer("八厂", "capped", "0.00", "CNY", "B");
    }

    private void customer(String name, String state, @Nullable String limit, String currency, @Nullable String grade) {
        Company.sql(
                "update customerfile_overview set limit_state = ?, limit_amount = ?, currency = ?, open = 1234.00, grade = ?,"
                        + " grade_scale = ?, grade_step = ?, grade_steps = ? where file_id = ?",
                state,
                limit == null ? null : new BigDecimal(limit),
                currency,
                grade,
                grade == null ? null : "five",
                grade == null ? null : 1,
                grade == null ? null : 5,
                Company.customer(manager, name, null));
    }

    private void opens(JsonNode bar, String filter) {
        JsonNode page = manager.get(LIST + "?currency=CNY&" + filter).json();
        assertThat(page.at("/count").asInt(-1)).as(filter).isEqualTo(bar.asInt(-2));
        JsonNode sums = manager.get(LIST + "/sums?currency=CNY&" + filter).json();
        assertThat(sums.at("/byCurrency/0/customers").asInt(0)).as(filter).isEqualTo(bar.asInt(-2));
    }

    @AcceptanceTest
    void every_bar_of_the_overview_opens_as_many_customers_as_it_counts() {
        JsonNode overview = manager.get("/insight/distribution?currency=CNY").json();
        for (JsonNode grade : overview.at("/grades")) {
            opens(grade.at("/customers"), "grade=" + grade.at("/grade").asString(""));
        }
        opens(overview.at("/notRated"), "grade=-");
        for (JsonNode band : overview.at("/limits")) {
            String from = "limitFrom=" + band.at("/from").asString("");
            opens(
                    band.at("/customers"),
                    band.at("/to").isString()
                            ? from + "&limitTo=" + band.at("/to").asString("")
                            : from);
        }
        for (JsonNode state : overview.at("/states")) {
            opens(state.at("/customers"), "limitState=" + state.at("/state").asString(""));
        }
        assertThat(overview.at("/notRated").asInt()).isEqualTo(2);
        assertThat(overview.at("/limits/0/customers").asInt()).isEqualTo(2);
        assertThat(overview.at("/limits/1/customers").asInt()).isEqualTo(1);
        assertThat(manager.get(LIST + "?limitState=perhaps").status()).isEqualTo(422);
    }

    @AcceptanceTest
    void a_workbook_tells_currency_and_state_of_limits_though_the_screen_has_no_such_columns() throws IOException {
        byte[] file = manager.download(LIST + ".xlsx?columns=name,limit&sort=number");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            List<List<String>> rows = StreamSupport.stream(book.getSheetAt(1).spliterator(), false)
                    .map(LimitsInListsTest::texts)
                    .toList();
            assertThat(rows)
                    .containsExactly(
                            List.of("客户名称", "额度状态", "币种", "信用额度"),
                            List.of("一厂", "未评估", "CNY", ""),
                            List.of("二厂", "不予赊销", "CNY", ""),
                            List.of("三厂", "不限", "CNY", ""),
                            List.of("四厂", "有额度", "CNY", "99,999.99"),
                            List.of("五厂", "有额度", "CNY", "100,000.00"),
                            List.of("六厂", "有额度", "CNY", "12,000,000.00"),
                            List.of("七厂", "有额度", "USD", "100,000.00"),
                            List.of("八厂", "有额度", "CNY", "0.00"));
        }
    }

    private static List<String> texts(Row row) {
        var formatter = new DataFormatter();
        return java.util.stream.IntStream.range(0, 4)
                .mapToObj(row::getCell)
                .map(formatter::formatCellValue)
                .toList();
    }

    @AcceptanceTest
    void a_search_narrows_the_file_as_it_does_the_list() {
        String q = URLEncoder.encode("七厂", StandardCharsets.UTF_8);
        assertThat(manager.get(LIST + ".csv?columns=name,open&q=" + q).body().lines())
                .as("the last line marks the file")
                .hasSize(3)
                .startsWith("\uFEFF客户名称,币种,已用", "七厂,USD,1234.00");
    }
}
