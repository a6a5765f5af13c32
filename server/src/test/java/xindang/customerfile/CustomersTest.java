package xindang.customerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import xindang.gates.AcceptanceTest;
import xindang.gates.TestTags;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomersTest {

    private static final String LIST = "/customerfile/customers";

    private final Company company = new Company();
    private final String north = company.department("华北");
    private final String south = company.department("华南");
    private final Client manager = company.user("credit-manager");
    private final Client northern = company.user("sales", north);

    @BeforeAll
    void twelve_customers() {
        for (int i = 0; i < 12; i++) {
            String id = Company.customer(manager, "恒远建材" + i + "厂", i < 5 ? north : i < 8 ? south : null);
            Company.sql(
                    "update customerfile_overview set open = ?, overdue = ?, max_days = ?, limit_state = 'capped',"
                            + " limit_amount = 100, usage = open / 100, grade = ?, grade_scale = 'five', grade_step = ?,"
                            + " grade_steps = 5, warning_level = ?, warning_count = ? where file_id = ?",
                    new java.math.BigDecimal(i * 10),
                    new java.math.BigDecimal(i * 7 % 12),
                    i * 5 % 12,
                    i % 2 == 0 ? "AA" : "B",
                    i % 2 == 0 ? 2 : 4,
                    i % 4,
                    i % 4,
                    id);
            Company.sql(
                    "update customerfile_overview set open = ?, usage = ?::numeric / 100 where file_id = ?",
                    new java.math.BigDecimal(i * 10),
                    new java.math.BigDecimal(i * 10),
                    id);
        }
    }

    @ParameterizedTest(name = "{0}")
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource({
        "number, /number",
        "-name, /name",
        "grade, /grade/step",
        "-limit, /limit/amount/amount",
        "open, /open/amount",
        "-usage, /usage",
        "-overdue, /overdue/amount",
        "maxDaysPastDue, /maxDaysPastDue"
    })
    void each_order_holds_every_customer_once(String sort, String value) {
        var names = new ArrayList<String>();
        var values = new ArrayList<java.math.BigDecimal>();
        String cursor = "";
        do {
            Answer page = manager.get(LIST + "?limit=5&sort=" + sort + "&cursor=" + cursor);
            assertThat(page.json().at("/count").asInt()).isEqualTo(12);
            for (JsonNode row : page.json().at("/items")) {
                names.add(row.at("/name").asString());
                String digits = row.at(value).asString("").replaceAll("[^0-9.]", "");
                values.add(new java.math.BigDecimal(digits));
            }
            cursor = page.text("/next");
        } while (!cursor.isEmpty());
        assertThat(names).hasSize(12).doesNotHaveDuplicates();
        if (!sort.endsWith("name")) {
            assertThat(values)
                    .isSortedAccordingTo(
                            sort.startsWith("-")
                                    ? java.util.Comparator.<java.math.BigDecimal>reverseOrder()
                                    : java.util.Comparator.<java.math.BigDecimal>naturalOrder());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        filter,                customers
        grade=AA,              6
        warning=severe,        3
        overdueMin=6,          6
        usageMin=0.9,          3
        q=恒远建材1,            3
        q=建材,                 12
        q=hyjc,                12
        q=无此,                 0
        grade=AA&usageMin=0.9, 1""")
    void filters_narrow_list_and_sums_alike(String filter, int customers) {
        assertThat(manager.get(LIST + "?" + encoded(filter)).json().at("/count").asInt())
                .isEqualTo(customers);
        JsonNode sums = manager.get(LIST + "/sums?" + encoded(filter)).json();
        assertThat(sums.at("/byCurrency/0/customers").asInt(0)).isEqualTo(customers);
    }

    private static String encoded(String filter) {
        var parts = new ArrayList<String>();
        for (String part : filter.split("&", -1)) {
            String[] pair = part.split("=", -1);
            parts.add(pair[0] + "=" + java.net.URLEncoder.encode(pair[1], java.nio.charset.StandardCharsets.UTF_8));
        }
        return String.join("&", parts);
    }

    /** Six thousand customers of one word. */
    private static void many(String company) {
        Company.sql("""
                with n as (select i, uuidv7() as party, uuidv7() as file from generate_series(1, 6000) i),
                p as (insert into customerfile_party (id, node_id, name, normal_name)
                    select party, ?::uuid, '众多' || i || '有限公司', '众多' || i from n),
                f as (insert into customerfile_file (id, node_id, party_id, number, valid_from)
                    select file, ?::uuid, party, 'M' || i, current_date from n),
                s as (insert into customerfile_search (file_id, node_id, kind, words)
                    select file, ?::uuid, 'name', '众多' || i || '有限公司' from n)
                insert into customerfile_overview (file_id, node_id, number, name, currency)
                select file, ?::uuid, 'M' || i, '众多' || i || '有限公司', 'CNY' from n""", company, company, company, company);
    }

    @AcceptanceTest
    void a_text_that_most_names_hold_is_answered_without_listing_them() {
        var large = new Company();
        Client reader = large.user("credit-manager");
        Client western = large.user("sales", large.department("华西"));
        many(large.id());
        String all = "?q=" + encodedText("众多");
        JsonNode page = reader.get(LIST + all + "&sort=number").json();
        assertThat(page.at("/items").size()).isEqualTo(50);
        assertThat(page.at("/count").asInt()).isEqualTo(5000);
        assertThat(page.at("/countExact").asBoolean(true)).isFalse();
        JsonNode sums = reader.get(LIST + "/sums" + all).json();
        assertThat(sums.at("/complete").asBoolean(true)).isFalse();
        assertThat(sums.at("/byCurrency").size()).isZero();
        assertThat(reader.get("/platform/search" + all)
                        .json()
                        .at("/groups/0/items")
                        .size())
                .isEqualTo(10);
        assertThat(western.get(LIST + all).text("/count")).isEqualTo("0");
        assertThat(reader.get("/receivable/ageing" + all).text("/count")).isEqualTo("0");
        assertThat(reader.get("/receivable/ageing/totals" + all).text("/complete"))
                .isEqualTo("false");
        assertThat(reader.get("/receivable/items" + all).status()).isEqualTo(200);
    }

    @AcceptanceTest
    void a_text_that_most_names_hold_beside_another_filter_is_answered_whole() {
        var large = new Company();
        Client reader = large.user("credit-manager");
        many(large.id());
        Company.sql(
                "update customerfile_overview set warning_level = 3 where number = 'M7' and node_id = ?", large.id());
        String severe = "warning=severe&q=" + encodedText("众多");
        assertThat(reader.get(LIST + "?" + severe).text("/items/0/number")).isEqualTo("M7");
        assertThat(reader.get(LIST + "/sums?" + severe).text("/complete"))
                .as("few customers are left, so all of them are added up")
                .isEqualTo("true");
        assertThat(reader.get(LIST + "?warning=severe&q=" + encodedText("限公")).text("/count"))
                .isEqualTo("1");
        assertThat(reader.get(LIST + "?warning=attention&q=" + encodedText("众多"))
                        .text("/count"))
                .isEqualTo("0");
        assertThat(reader.get(LIST + "?q=" + encodedText("众多5999")).text("/count"))
                .isEqualTo("1");
    }

    @AcceptanceTest
    void a_file_that_fails_half_way_breaks_off() {
        var large = new Company();
        Client reader = large.user("credit-manager");
        many(large.id());
        assertThat(reader.get(LIST + ".csv?sort=number").body()).contains("M6000", "M999");
        Company.sql("update customerfile_overview set usage = 'NaN' where number = 'M999' and node_id = ?", large.id());
        assertThatThrownBy(() -> reader.get(LIST + ".csv?sort=number"))
                .as("a file that ends well must be whole")
                .hasRootCauseInstanceOf(IOException.class);
        Answer workbook = reader.get(LIST + ".xlsx?sort=number");
        assertThat(workbook.status())
                .as("a workbook is sent when it is whole, so its failure is told")
                .isGreaterThanOrEqualTo(400);
        assertThat(workbook.code()).isNotBlank();
    }

    @AcceptanceTest
    void a_department_sees_its_own_customers_only() {
        String outside = Company.customer(manager, "外部客户", south);
        assertThat(northern.get(LIST).json().at("/count").asInt()).isEqualTo(5);
        assertThat(northern.get(LIST + "/sums")
                        .json()
                        .at("/byCurrency/0/customers")
                        .asInt())
                .isEqualTo(5);
        assertThat(northern.get(LIST + "/" + outside).code()).isEqualTo("not-found");
        assertThat(northern.get(LIST + "/" + outside + "/trail").code()).isEqualTo("not-found");
        assertThat(northern.get("/platform/search?q=" + encodedText("外部"))
                        .json()
                        .at("/groups")
                        .size())
                .isZero();
        assertThat(northern.get(LIST + "?q=" + encodedText("外部"))
                        .json()
                        .at("/count")
                        .asInt())
                .isZero();
        String number = manager.get(LIST + "/" + outside).text("/number");
        assertThat(northern.get("/customerfile/by-number/" + number).code()).isEqualTo("not-found");
        assertThat(manager.get("/customerfile/by-number/" + number).text("/id")).isEqualTo(outside);
        Company.sql("delete from customerfile_search where file_id = ?", outside);
        Company.sql("delete from customerfile_overview where file_id = ?", outside);
    }

    private static String encodedText(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @AcceptanceTest
    void whoever_sees_customers_gets_the_grades_to_filter_by_and_the_zone_of_dates() {
        assertThat(northern.get("/insight/distribution").status()).isEqualTo(403);
        JsonNode grades = northern.get("/evaluation/grades").json();
        assertThat(grades.at("/scale").asString("")).isEqualTo("five");
        assertThat(grades.at("/items").toString()).isEqualTo("[\"AAA\",\"AA\",\"A\",\"B\",\"C\"]");
        JsonNode me = northern.get("/identity/session").json();
        assertThat(me.at("/zone").asString("")).isEqualTo("Asia/Shanghai");
        assertThat(me.at("/offset").asString("")).isEqualTo("+08:00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        /customerfile/customers | 额度状态,币种 | number,name,grade,warning,limit,open,overdue,available,usage,maxDaysPastDue,keeper,department,assessedOn,termDays,creditCode
        /receivable/items       | 币种         | customer,invoice,issued,due,amount,settled,open,daysPastDue,bucket,disputed
        /receivable/ageing      | 币种         | name,open,overdue,bucket-not-due,bucket-1-30,bucket-31-60,bucket-61-90,bucket-91-180,bucket-181-365,bucket-over-365""")
    void files_know_the_columns_of_the_screens_and_add_what_amounts_cannot_do_without(
            String list, String added, String columns) {
        Answer file = manager.get(list + ".csv?columns=" + columns);
        assertThat(file.status()).isEqualTo(200);
        String[] head = file.body().lines().findFirst().orElse("").split(",", -1);
        assertThat(head)
                .contains(added.split(",", -1))
                .hasSize(columns.split(",", -1).length + added.split(",", -1).length);
    }

    @AcceptanceTest
    void another_company_sees_nothing() {
        Client stranger = new Company().user("credit-manager");
        assertThat(stranger.get(LIST).json().at("/count").asInt()).isZero();
        assertThat(stranger.get("/platform/search?q=" + encodedText("恒远"))
                        .json()
                        .at("/groups")
                        .size())
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        text,     why
        恒远,      name
        建材11,    name
        hyjc11,   pinyin
        000007,   number""")
    void search_finds_customers_by_any_word(String text, String why) {
        JsonNode found = manager.get("/platform/search?q=" + encodedText(text)).json();
        assertThat(found.at("/groups/0/kind").asString("")).as(why).isEqualTo("customer");
        assertThat(found.at("/groups/0/items").size()).isPositive();
        assertThat(found.at("/groups/0/items/0/link").asString("")).startsWith("/customerfile/");
    }

    @AcceptanceTest
    void exports_hold_the_list_and_leave_a_trace() {
        Answer csv = manager.get(LIST + ".csv?columns=name,open&sort=number");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines).as("head, twelve customers, mark").hasSize(14);
        assertThat(lines.getFirst()).isEqualTo("\uFEFF客户名称,币种,已用");
        assertThat(lines.get(1)).isEqualTo("恒远建材0厂,CNY,0.00");
        assertThat(csv.header("Content-Disposition")).contains("customers-");
        assertThat(manager.get(LIST + ".csv?columns=secret").code()).isEqualTo("malformed-request");
        Map<String, String> none = Map.of();
        assertThat(manager.send("GET", LIST + ".xlsx?grade=AA", null, none).header("Content-Type"))
                .contains("spreadsheetml");
    }
}
