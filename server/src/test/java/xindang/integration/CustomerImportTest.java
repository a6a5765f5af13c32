package xindang.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import xindang.engine.customerfile.UnifiedCreditCode;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

class CustomerImportTest {

    private static final String HEADER = "客户编码,客户名称,统一社会信用代码,部门,业务员,客户类型,行业,地址,联系人,电话\n";
    private static final String CUSTOMERS = "/customerfile/customers";
    private static int codes;

    private final Company company = new Company();
    private final String department = company.department("销售一部");
    private final Client client = company.user("credit-specialist");
    private final ImportWalk walk = new ImportWalk(client);
    private final String login = client.get("/identity/session").text("/user/login");
    private final String code = nextCode();
    private String good = "";

    @BeforeEach
    void rows() {
        good = HEADER + "K1,厦门甲贸易有限公司," + code + ",销售一部," + login + ",经销商,批发业,湖滨路 1 号,张三,0592-1234567\n"
                + "K2,=2+5 贸易,,,,,,,,\n";
    }

    /** Codes are unique in the whole installation. */
    private static synchronized String nextCode() {
        String code = "91350211M000%05d".formatted(++codes);
        return code + UnifiedCreditCode.checkSign(code);
    }

    private JsonNode customers() {
        return client.get(CUSTOMERS + "?sort=number").json().at("/items");
    }

    private static String result(Answer imported) {
        return imported.json().at("/result").toString();
    }

    @AcceptanceTest
    void a_list_of_customers_takes_the_right_to_change_files() {
        Client finance = new Company().user("finance");
        assertThat(finance.upload(
                                "/integration/imports?kind=customers",
                                "c.csv",
                                "客户编码,客户名称\nK1,甲\n".getBytes(StandardCharsets.UTF_8),
                                Map.of())
                        .code())
                .isEqualTo("right-missing");
    }

    @AcceptanceTest
    @Requirement("FILE-35")
    void a_list_opens_files_with_department_keeper_and_code() {
        Answer imported = walk.imported("customers", good);
        assertThat(imported.text("/state")).isEqualTo("imported");
        assertThat(result(imported)).contains("\"customersNew\":2", "\"customersKnown\":0", "\"customersUpdated\":0");
        JsonNode first = customers().get(0);
        assertThat(first.at("/creditCode").asString()).isEqualTo(code);
        assertThat(first.at("/department/id").asString()).isEqualTo(department);
        assertThat(first.at("/keeper/name").asString()).isEqualTo(login);
        JsonNode detail =
                client.get(CUSTOMERS + "/" + first.at("/id").asString()).json();
        assertThat(detail.at("/kind").asString()).isEqualTo("dealer");
        assertThat(detail.at("/contacts/0/name").asString()).isEqualTo("张三");
    }

    @AcceptanceTest
    void the_same_list_twice_changes_nothing() {
        walk.imported("customers", good);
        String before = customers().toString();
        assertThat(result(walk.imported("customers", good)))
                .contains("\"customersNew\":0", "\"customersKnown\":2", "\"customersUpdated\":0");
        assertThat(customers().toString()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        row,                                       field,      fault,                  column, mended
        'K3,丙公司,91350211M000100Y44,,,,,,,',       creditCode, credit-code-check-sign, 2,      ''
        'K3,丙公司,91350211M,,,,,,,',                creditCode, credit-code-length,     2,      ''
        'K1,丙公司,,,,,,,,',                          number,     duplicate,              0,      K3
        'K3,丙公司,,销售九部,,,,,,',                   department, unknown-department,     3,      销售一部
        'K3,丙公司,,,nobody,,,,,',                   keeper,      unknown-keeper,          4,      ''
        'K3,丙公司,,,,朋友,,,,',                      kind,       unknown-kind,           5,      供应商
        'K3,,,,,,,,,',                             name,       missing-name,           1,      丙公司""")
    void a_faulty_row_is_named_corrected_in_place_and_comes_in(
            String row, String field, String fault, String column, String mended) {
        String id = walk.checked("customers", good + row + "\n");
        Answer rows = client.get("/integration/imports/" + id + "/rows?state=error");
        assertThat(rows.text("/items/0/line")).isEqualTo("4");
        assertThat(rows.text("/items/0/faults/0/field")).isEqualTo(field);
        assertThat(rows.text("/items/0/faults/0/code")).isEqualTo(fault);
        Answer edited = client.send(
                "PATCH",
                "/integration/imports/" + id + "/rows/4",
                "{\"cells\":{\"" + column + "\":\"" + mended + "\"}}",
                Map.of());
        assertThat(edited.text("/severity")).isEqualTo("good");
        walk.confirm(id, "all-or-nothing");
        assertThat(client.get("/integration/imports/" + id).text("/result/customersNew"))
                .isEqualTo("3");
    }

    @AcceptanceTest
    void a_later_list_changes_what_it_tells_and_undoing_gives_it_back() {
        walk.imported("customers", good);
        String before = customers().toString();
        String later = HEADER + "K1,厦门甲贸易集团,,,,,,湖滨路 2 号,,\nK2,=2+5 贸易,,,,,,,,\nK5,戊公司,,,,,,,,\n";
        Answer second = walk.imported("customers", later);
        assertThat(result(second)).contains("\"customersNew\":1", "\"customersKnown\":2", "\"customersUpdated\":1");
        JsonNode changed = customers().get(0);
        assertThat(changed.at("/name").asString()).isEqualTo("厦门甲贸易集团");
        assertThat(changed.at("/creditCode").asString()).isEqualTo(code);
        String detail =
                client.get(CUSTOMERS + "/" + changed.at("/id").asString()).body();
        assertThat(detail).contains("厦门甲贸易有限公司", "湖滨路 2 号", "张三");
        assertThat(walk.undo(second.text("/id")).text("/state")).isEqualTo("done");
        assertThat(customers().toString()).isEqualTo(before);
    }

    private long found(String text) {
        return client.get("/platform/search?q=" + text)
                .json()
                .at("/groups")
                .valueStream()
                .filter(group -> group.at("/kind").asString().equals("customer"))
                .mapToLong(group -> group.at("/items").size())
                .sum();
    }

    @AcceptanceTest
    void imported_customers_are_found_as_those_opened_one_by_one() {
        walk.imported("customers", HEADER + "Ｋ７,重庆长乐ＡＢ贸易有限公司,,,,,,,,\n");
        assertThat(List.of(found("cqcl"), found("zqcy"), found("k7"), found("ab贸易")))
                .containsOnly(1L);
    }

    @AcceptanceTest
    void undoing_takes_back_the_words_and_keys_a_list_brought() {
        walk.imported("customers", good);
        String keyed = walk.imported("customers", HEADER + "K8,厦门甲贸易集团," + code + ",,,,,,,\n")
                .text("/id");
        assertThat(List.of(found("甲贸易集团"), found("k8"))).containsOnly(1L);
        assertThat(walk.undo(keyed).text("/state")).isEqualTo("done");
        assertThat(List.of(found("甲贸易集团"), found("k8"))).containsOnly(0L);
        assertThat(found("甲贸易有限公司")).isEqualTo(1);
        Answer again = walk.imported("customers", HEADER + "K8,别的公司,,,,,,,,\n");
        assertThat(result(again)).contains("\"customersNew\":1");
    }

    @AcceptanceTest
    void undoing_is_refused_once_somebody_changed_a_file() {
        String id = walk.imported("customers", good).text("/id");
        Answer file = client.get(CUSTOMERS + "/" + customers().get(0).at("/id").asString());
        Client manager = company.user("credit-manager");
        Answer changed = manager.send(
                "PATCH",
                CUSTOMERS + "/" + file.text("/id"),
                "{\"address\":\"别处\"}",
                Map.of("If-Match", file.header("ETag")));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(walk.undo(id).text("/problem/code")).isEqualTo("import-has-dependents");
    }

    @AcceptanceTest
    void a_credit_code_of_another_customer_is_a_fault() {
        walk.imported("customers", good);
        String id = walk.checked(
                "customers", HEADER + "K2,=2+5 贸易," + code + ",,,,,,,\nK1,厦门甲贸易有限公司," + nextCode() + ",,,,,,,\n");
        Answer rows = client.get("/integration/imports/" + id + "/rows?state=error");
        assertThat(rows.text("/items/0/faults/0/code")).isEqualTo("credit-code-taken");
        assertThat(rows.text("/items/1/faults/0/code")).isEqualTo("credit-code-differs");
    }

    @AcceptanceTest
    void a_cell_like_a_formula_stays_a_text_wherever_it_goes() throws IOException {
        String id = walk.checked("customers", good + "K3,=1+1,X,,,,,,,\n");
        try (var book = new XSSFWorkbook(
                new ByteArrayInputStream(client.download("/integration/imports/" + id + "/errors.xlsx")))) {
            var cell = book.getSheetAt(0).getRow(1).getCell(1);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
        }
        walk.confirm(id, "good");
        assertThat(customers().get(1).at("/name").asString()).isEqualTo("=2+5 贸易");
        assertThat(client.get(CUSTOMERS + ".csv").body()).contains("'=2+5 贸易");
    }

    @AcceptanceTest
    void a_list_in_gb18030_is_read_and_its_mapping_remembered() {
        byte[] list = good.replace("业务员", "跟单").getBytes(Charset.forName("GB18030"));
        Answer uploaded = client.upload("/integration/imports?kind=customers", "客户.csv", list, Map.of());
        assertThat(uploaded.text("/columns/1/header")).isEqualTo("客户名称");
        assertThat(uploaded.text("/columns/1/field")).isEqualTo("name");
        assertThat(uploaded.text("/columns/4/field")).isEmpty();
        Answer mapped = client.send("PUT", "/integration/imports/" + uploaded.text("/id") + "/mapping", """
                {"columns":{"number":0,"name":1,"creditCode":2,"department":3,"keeper":4}}""", Map.of());
        assertThat(mapped.text("/state")).isEqualTo("mapped");
        Answer next = client.upload("/integration/imports?kind=customers", "客户.csv", list, Map.of());
        assertThat(next.text("/columns/4/field")).isEqualTo("keeper");
        assertThat(next.text("/columns/4/guess")).isEqualTo("remembered");
        walk.done(client.post("/integration/imports/" + next.text("/id") + "/check", "{}"));
        walk.confirm(next.text("/id"), "all-or-nothing");
        assertThat(customers().get(0).at("/keeper/name").asString()).isEqualTo(login);
    }

    @AcceptanceTest
    void one_key_stands_for_one_content_of_an_upload() {
        String path = "/integration/imports?kind=customers";
        var key = Map.of("Idempotency-Key", "upload-" + code);
        Answer first = client.upload(path, "a.csv", good.getBytes(StandardCharsets.UTF_8), key);
        Answer again = client.upload(path, "a.csv", good.getBytes(StandardCharsets.UTF_8), key);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        byte[] sameSize = good.replace("K2", "K3").getBytes(StandardCharsets.UTF_8);
        assertThat(client.upload(path, "a.csv", sameSize, key).code()).isEqualTo("key-reused");
    }

    @AcceptanceTest
    void the_template_itself_is_understood() {
        byte[] template = client.download("/integration/templates/customers.xlsx");
        Answer uploaded = client.upload("/integration/imports?kind=customers", "customers.xlsx", template, Map.of());
        assertThat(uploaded.text("/state")).isEqualTo("mapped");
        List<String> fields = uploaded.json()
                .at("/columns")
                .valueStream()
                .map(column -> column.at("/field").asString())
                .toList();
        assertThat(fields)
                .containsExactly(
                        "number",
                        "name",
                        "creditCode",
                        "department",
                        "keeper",
                        "kind",
                        "industry",
                        "region",
                        "address",
                        "contact",
                        "phone");
    }
}
