package xindang.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.customerfile.UnifiedCreditCode;
import xindang.gates.AcceptanceTest;
import xindang.gates.TestTags;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

/** Files and requests as nobody wishes for them. */
class AwkwardFilesTest {

    private static final String HEADER = "客户编码,客户名称,统一社会信用代码\n";
    private static final String CODE = "91350211M00029999";

    private final Company company = new Company();
    private final Client client = company.user("credit-specialist");
    private final ImportWalk walk = new ImportWalk(client);

    private static String counts(Answer imported) {
        return imported.json().at("/counts").toString();
    }

    private Answer checked(String list) {
        return client.get("/integration/imports/" + walk.checked("customers", list));
    }

    @AcceptanceTest
    void a_stray_quote_costs_its_own_row_only() {
        Answer two = checked(HEADER + "K1,甲,\nK2,\"乙,\nK3,丙,\nK4,丁\",\nK5,戊,\n");
        assertThat(counts(two)).contains("\"rows\":5", "\"good\":4", "\"errors\":1");
        Answer one = checked(HEADER + "K1,甲,\nK2,\"乙,\nK3,丙,\n");
        assertThat(counts(one)).contains("\"rows\":3", "\"good\":2", "\"errors\":1");
        Answer rows = client.get("/integration/imports/" + one.text("/id") + "/rows?state=error");
        assertThat(rows.text("/items/0/line")).isEqualTo("3");
        assertThat(rows.text("/items/0/faults/0/code")).isEqualTo("unclosed-quote");
    }

    @AcceptanceTest
    void zero_characters_are_blanks() {
        Answer list = checked(HEADER + "K1,甲\0公司,\nK2,\0,\nK3,丙,X\0\n");
        assertThat(counts(list)).contains("\"rows\":3", "\"good\":1", "\"errors\":2");
        walk.confirm(list.text("/id"), "good");
        assertThat(client.get("/customerfile/customers").text("/items/0/name")).isEqualTo("甲 公司");
        String ledger = walk.checked("invoices", "客户编码,客户名称,到期日,金额\nK1,甲\0公司,2026-02-04,1.00\nK1,甲,2026-02-04,x\0\n");
        assertThat(counts(client.get("/integration/imports/" + ledger))).contains("\"good\":1", "\"errors\":1");
    }

    @AcceptanceTest
    void a_row_under_a_header_of_several_lines_can_be_corrected() {
        String id = walk.checked("invoices", "客户编码,客户名称,\"发票\n号\",到期日,金额\nK1,甲,F1,2026-02-04,x\n");
        Answer edited = client.send(
                "PATCH", "/integration/imports/" + id + "/rows/3", "{\"cells\":{\"4\":\"5.00\"}}", Map.of());
        assertThat(edited.text("/severity")).as(edited.body()).isEqualTo("good");
        walk.confirm(id, "all-or-nothing");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        method | path     | body
        PUT    | /mapping | {"columns":{"name":null}}
        PUT    | /mapping | {"columns":{"name":1},"currency":"ZZZ"}
        PUT    | /mapping | {"columns":{"name":1},"currency":"XAU"}
        PATCH  | /rows/3  | {"cells":{"0":null}}
        PATCH  | /rows/3  | {"cells":{"9":"x"}}""")
    void values_that_are_none_are_named(String method, String path, String body) {
        String id = walk.checked("customers", HEADER + "K1,甲,\nK2,,\n");
        Answer refused = client.send(method, "/integration/imports/" + id + path, body, Map.of());
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    }

    @AcceptanceTest
    void bytes_that_are_no_text_are_refused() {
        assertThat(client.get("/customerfile/customers?q=%FF").code()).isEqualTo("malformed-request");
        assertThat(client.get("/platform/search?q=%C3%28").code()).isEqualTo("malformed-request");
    }

    @AcceptanceTest
    void a_cell_longer_than_a_workbook_takes_is_cut_there() {
        String id = walk.checked("customers", HEADER + "K1," + "甲".repeat(40_000) + ",\n");
        assertThat(client.download("/integration/imports/" + id + "/errors.xlsx"))
                .startsWith('P', 'K');
    }

    @AcceptanceTest
    void what_came_in_after_the_check_is_seen_before_anything_follows() {
        String code = CODE + UnifiedCreditCode.checkSign(CODE);
        String id = walk.checked("customers", HEADER + "K1,甲," + code + "\n");
        walk.imported("customers", HEADER + "K2,乙," + code + "\nK1,甲,\n");
        Answer job = walk.finished(client.post("/integration/imports/" + id + "/confirm", "{\"mode\":\"good\"}"));
        assertThat(job.text("/problem/code")).isEqualTo("import-has-errors");
        assertThat(client.get("/customerfile/customers").text("/count")).isEqualTo("2");
    }

    @AcceptanceTest
    void a_list_does_not_rename_what_another_company_knows() {
        String code = "91350211M00028888" + UnifiedCreditCode.checkSign("91350211M00028888");
        walk.imported("customers", HEADER + "K1,旧名公司," + code + "\n");
        Client other = new Company().user("credit-specialist");
        var beside = new ImportWalk(other);
        String list = HEADER + "Z1,新名公司," + code + "\n";
        beside.imported("customers", list);
        assertThat(beside.imported("customers", list).json().at("/result").toString())
                .contains("\"customersUpdated\":0");
        assertThat(client.get("/customerfile/customers").text("/items/0/name")).isEqualTo("旧名公司");
    }

    @AcceptanceTest
    void a_number_that_two_companies_use_names_no_single_customer() {
        walk.imported("customers", HEADER + "K1,甲,\n");
        String number = client.get("/customerfile/customers").text("/items/0/number");
        new ImportWalk(new Company().user("credit-specialist")).imported("customers", HEADER + "K1,乙,\n");
        assertThat(client.get("/customerfile/by-number/" + number).status()).isEqualTo(200);
        Client group = xindang.identity.Users.add(xindang.suite.Suite.server(), "group-of-companies", "credit-manager");
        assertThat(group.get("/customerfile/by-number/" + number).code()).isEqualTo("conflict");
    }
}
