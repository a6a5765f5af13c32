package xindang.document.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xindang.gates.AcceptanceTest;
import xindang.integration.ImportWalk;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

class LettersTest {

    private static final String TEMPLATES = "/document/letter-templates";
    private static final String LETTERS = "/document/letters";
    private static final String BODY = """
            <h1>催款通知书</h1>
            <div>{{customer.name}}：</div>
            <p>截至{{letter.date}}，贵公司未清{{receivable.open|capital}}。编号{{letter.number}}</p>
            <table><tr><th>单据</th><th align="right">未清</th></tr>
            <tr data-each="receivable.items"><td>{{invoice}}</td><td>{{open}}</td></tr></table>
            <p align="right">{{letter.code}}</p>""";

    private final Company company = new Company();
    private final Client manager = company.user("credit-manager");

    @AcceptanceTest
    void a_letter_has_a_number_a_code_and_its_pdf_in_the_file() throws IOException {
        String template = template("dunning", BODY);
        String customer = customers("龙兴贸易").getFirst();
        Answer made = make(template, customer);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.text("/number")).matches("HJ-\\d{4}-00001");
        assertThat(make(template, customer).text("/number")).matches("HJ-\\d{4}-00002");
        String text = text(manager.download("/document/documents/" + made.text("/document") + "/versions/1/file"));
        assertThat(text).contains("龙兴贸易：", "人民币壹佰元零伍分", "F1", made.text("/number"));
        assertThat(manager.get(LETTERS + "?customer=" + customer).json().get("items"))
                .hasSize(2);

        Client anybody = Suite.server().client();
        String code = made.text("/code");
        Answer told = anybody.get("/document/verification?code=" + code.toLowerCase(java.util.Locale.ROOT));
        assertThat(told.text("/number")).isEqualTo(made.text("/number"));
        assertThat(told.body()).doesNotContain("龙兴贸易");
        assertThat(anybody.get("/document/verification?code=0000000000000000").status())
                .isEqualTo(404);

        assertThat(withdraw(made).status()).isEqualTo(200);
        assertThat(withdraw(made).code()).isEqualTo("letter-withdrawn");
        assertThat(anybody.get("/document/verification?code=" + code)
                        .json()
                        .get("withdrawn")
                        .asBoolean())
                .isTrue();
    }

    @AcceptanceTest
    void letters_to_a_whole_list_are_a_job_and_who_got_none_is_named() {
        String template = template("statement", BODY);
        List<String> customers = customers("甲公司", "乙公司", "丙公司");
        Company.customer(manager, "空白公司", null);
        Answer job = batch(template);
        assertThat(job.json().at("/result/facts/made").asInt()).isEqualTo(3);
        assertThat(job.json().at("/result/facts/leftOut").asInt()).isEqualTo(1);
        String link = job.text("/result/link");
        String batch = link.substring(link.indexOf('=') + 1);
        JsonNode letters = manager.get(LETTERS + "?batch=" + batch).json().get("items");
        assertThat(letters.valueStream().map(one -> one.at("/subject/id").asString()))
                .containsExactlyInAnyOrderElementsOf(customers);
        assertThat(letters.valueStream()
                        .map(one -> one.get("number").asString())
                        .distinct())
                .hasSize(3);
        JsonNode none = manager.get(LETTERS + "/left-out?batch=" + batch).json().get("items");
        assertThat(none).hasSize(1);
        assertThat(none.get(0).at("/reasons/0").toString()).contains("field-unknown", "receivable.open");
        assertThat(batch(template).json().at("/result/facts/made").asInt())
                .as("who has one of today gets none again")
                .isZero();
    }

    @Test
    void a_letter_with_a_hole_takes_no_number() {
        String template = template("hole", "<p>{{customer.address}} {{letter.number}}</p>");
        String customer = Company.customer(manager, "无址公司", null);
        Answer refused = make(template, customer);
        assertThat(refused.code()).isEqualTo("letter-lacking");
        assertThat(refused.body()).contains("customer.address");
        String sound = template("sound", "<p>{{letter.number}}</p>");
        assertThat(make(sound, customer).text("/number")).endsWith("00001");
    }

    @Test
    void a_preview_is_no_letter() throws IOException {
        String customer = customers("预览公司").getFirst();
        Map<String, String> wish = Map.of("customer", customer, "name", "催款通知书", "language", "zh", "body", BODY);
        String text = text(
                manager.downloadBy(TEMPLATES + "/preview", JsonMapper.shared().writeValueAsString(wish)));
        assertThat(text).contains("预览公司", "（预览）");
        assertThat(manager.get(LETTERS + "?customer=" + customer).json().get("items"))
                .isEmpty();
    }

    @Test
    void templates_are_read_before_they_are_kept_and_keep_what_they_said() {
        Answer refused = manager.post(TEMPLATES, form("bad", "<p>{{customer.nam}}</p><script>1</script>"));
        assertThat(refused.code()).isEqualTo("template-unfit");
        assertThat(refused.body()).contains("customer.nam", "script");
        String id = template("kept", BODY);
        assertThat(manager.post(TEMPLATES, form("kept", BODY)).code()).isEqualTo("template-taken");
        String changed = JsonMapper.shared()
                .writeValueAsString(Map.of("name", "新", "body", "<p>新</p>", "retired", true, "reason", "改版"));
        Answer second = manager.send("PUT", TEMPLATES + "/" + id, changed, Map.of("If-Match", "\"1\""));
        assertThat(second.json().get("version").asInt()).isEqualTo(2);
        assertThat(manager.send("PUT", TEMPLATES + "/" + id, changed, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(manager.get(TEMPLATES + "/" + id + "/versions").json().get("items"))
                .hasSize(2);
        String customer = Company.customer(manager, "某公司", null);
        assertThat(make(id, customer).code()).isEqualTo("template-retired");
    }

    @Test
    void strangers_neither_use_templates_nor_write_to_customers() {
        String template = template("own", "<p>x</p>");
        Client stranger = new Company().user("credit-manager");
        String customer = Company.customer(manager, "本司客户", null);
        assertThat(stranger.get(TEMPLATES + "/" + template).status()).isEqualTo(404);
        assertThat(stranger.post(LETTERS, letter(template, customer)).status()).isEqualTo(404);
        assertThat(company.user("sales")
                        .post(LETTERS, letter(template, customer))
                        .status())
                .isEqualTo(403);
    }

    private Answer batch(String template) {
        return new ImportWalk(manager)
                .done(manager.post("/customerfile/customers/letters", "{\"template\":\"" + template + "\"}"));
    }

    private Answer withdraw(Answer made) {
        return manager.post(LETTERS + "/" + made.text("/id") + "/withdrawal", "{\"reason\":\"金额有误\"}");
    }

    private Answer make(String template, String customer) {
        return manager.post(LETTERS, letter(template, customer));
    }

    private static String letter(String template, String customer) {
        return "{\"template\":\"%s\",\"customer\":\"%s\"}".formatted(template, customer);
    }

    private String template(String code, String body) {
        Answer added = manager.post(TEMPLATES, form(code, body));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return added.text("/id");
    }

    private String form(String code, String body) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("node", company.id(), "code", code, "name", "催款通知书", "language", "zh", "body", body));
    }

    /** Customers with an item of 100.05 each. */
    private List<String> customers(String... names) {
        var ledger = new StringBuilder("客户编码,客户名称,发票号,开票日期,到期日,金额\n");
        IntStream.range(0, names.length)
                .forEach(i -> ledger.append("C%d,%s,F%d,2026-01-05,2026-02-05,100.05\n".formatted(i, names[i], i + 1)));
        var walk = new ImportWalk(manager);
        walk.imported("invoices", ledger.toString());
        walk.quietAfterAssessment();
        return manager.get("/customerfile/customers")
                .json()
                .get("items")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
