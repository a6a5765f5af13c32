package xindang.customerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import xindang.engine.customerfile.UnifiedCreditCode;
import xindang.gates.AcceptanceTest;
import xindang.gates.TestTags;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

class CustomerFilesTest {

    private static final String LIST = "/customerfile/customers";

    private final Company company = new Company();
    private final Client manager = company.user("credit-manager");

    @AcceptanceTest
    void numbers_have_no_gap_even_where_files_are_refused() {
        Answer first = manager.post(LIST, "{\"name\":\"甲公司\"}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(manager.post(LIST, "{\"name\":\"甲 公司\"}").code()).isEqualTo("customer-exists");
        Answer second = manager.post(LIST, "{\"name\":\"乙公司\"}");
        assertThat(first.text("/number")).endsWith("-000001");
        assertThat(second.text("/number")).endsWith("-000002");
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest(name = "{0}")
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        credit code,         refused as
        91110000,            wrong-length
        91350211M000100Y44,  wrong-check-sign
        9135021IM000100Y43,  wrong-sign""")
    void a_wrong_credit_code_is_refused(String code, String fault) {
        Answer refused = manager.post(LIST, "{\"name\":\"丙公司\",\"creditCode\":\"" + code + "\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/reasons/0/facts/code")).isEqualTo(fault);
    }

    @AcceptanceTest
    void one_party_has_one_file_per_company() {
        String code = "91350211M000100Y4";
        String customer = "{\"name\":\"厦门甲贸易\",\"creditCode\":\"" + code + UnifiedCreditCode.checkSign(code) + "\"}";
        assertThat(manager.post(LIST, customer).status()).isEqualTo(201);
        Answer again = manager.post(LIST, customer.replace("厦门甲贸易", "别的名称"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/reasons/0/facts/number")).endsWith("-000001");
        assertThat(new Company().user("credit-manager").post(LIST, customer).status())
                .isEqualTo(201);
    }

    @AcceptanceTest
    void a_change_needs_the_present_version_and_leaves_before_and_after() {
        String id = Company.customer(manager, "旧名公司", null);
        String path = LIST + "/" + id;
        String change = "{\"name\":\"新名公司\",\"address\":\"北京\",\"department\":\"" + company.department("一部") + "\"}";
        assertThat(manager.send("PATCH", path, change, Map.of()).status()).isEqualTo(428);
        Answer changed = manager.send("PATCH", path, change, Map.of("If-Match", "\"1\""));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.text("/formerNames/0")).isEqualTo("旧名公司");
        assertThat(changed.text("/department/name")).isEqualTo("一部");
        assertThat(manager.send("PATCH", path, change, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        JsonNode entry = manager.get(path + "/trail").json().at("/items/0");
        assertThat(entry.at("/action").asString("")).isEqualTo("customerfile.change");
        assertThat(entry.at("/changes/0/before").asString("")).isEqualTo("旧名公司");
        assertThat(entry.at("/changes/0/after").asString("")).isEqualTo("新名公司");
        String old = java.net.URLEncoder.encode("旧名", java.nio.charset.StandardCharsets.UTF_8);
        assertThat(manager.get("/platform/search?q=" + old).text("/groups/0/items/0/title"))
                .isEqualTo("新名公司");
    }

    @AcceptanceTest
    void who_may_read_may_not_write() {
        assertThat(company.user("sales").post(LIST, "{\"name\":\"丁公司\"}").code())
                .isEqualTo("right-missing");
    }
}
