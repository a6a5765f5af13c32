package xindang.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static xindang.forms.FormHouse.givenValues;
import static xindang.forms.FormHouse.match;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

/** Forms are drawn, published by somebody else, filled in, and records keep their version. */
class FormsTest {

    private static final String VISIT = """
            {"format":1,"label":{"zh":"走访记录","en":"Visit"},"title":"place","list":["place","visited","costs","secret"],"fields":[
            {"code":"no","kind":"serial","label":{"zh":"编号","en":"No"}},
            {"code":"place","kind":"text","label":{"zh":"地点","en":"Place"},"required":true},
            {"code":"visited","kind":"date","label":{"zh":"日期","en":"Day"},"initial":"today"},
            {"code":"costs","kind":"money","label":{"zh":"费用","en":"Costs"},"min":"0"},
            {"code":"double","kind":"formula","label":{"zh":"两倍","en":"Twice"},"formula":"costs * 2","gives":"money"},
            {"code":"who","kind":"member","label":{"zh":"走访人","en":"Visitor"},"initial":"me"},
            {"code":"secret","kind":"text","label":{"zh":"内部判断","en":"Judgement"},"seenBy":["credit-manager"]},
            {"code":"phone","kind":"text","label":{"zh":"电话","en":"Phone"},"maskedFor":["sales"]}]}""".replace("\"double\"", "\"twice\"");

    private static FormHouse house;
    private static String visit;

    @BeforeAll
    static void people() {
        house = new FormHouse();
        visit = house.published("none", VISIT);
    }

    @AcceptanceTest
    @Requirement({"LCD-01", "LCD-07"})
    void nobody_publishes_what_he_drew_and_nothing_unchecked_is_published() {
        Answer drawn = house.drawn("none", VISIT.replace("costs * 2", "cost * 2"));
        String form = drawn.text("/form/id");
        String path = "/forms/forms/" + form;
        assertThat(house.decide(house.publisher, form, "published").code()).isEqualTo("form-not-checked");
        Answer findings = house.drawer.send("POST", path + "/draft/check", null, match(drawn));
        assertThat(findings.text("/items/0/check")).isEqualTo("expression");
        assertThat(findings.text("/items/0/field")).isEqualTo("twice");
        assertThat(house.drawer
                        .send("PUT", path + "/draft", FormHouse.body(VISIT, ""), match(drawn))
                        .code())
                .isEqualTo("stale");
        Answer mended =
                house.drawer.send("PUT", path + "/draft", FormHouse.body(VISIT, ""), match(house.drawer.get(path)));
        assertThat(mended.status()).as(mended.body()).isEqualTo(200);
        house.drawer.send("POST", path + "/draft/check", null, match(mended));
        assertThat(house.decide(house.drawer, form, "published").code()).isEqualTo("own-request");
        assertThat(house.decide(house.sales, form, "published").code()).isEqualTo("right-missing");
        assertThat(house.sales
                        .post(path + "/records", givenValues("{\"place\":\"x\"}"))
                        .code())
                .isEqualTo("form-not-published");
        Answer published = house.decide(house.publisher, form, "published");
        assertThat(published.text("/form/published")).isEqualTo("1");
        assertThat(published.text("/versions/0/decidedBy/name")).startsWith("leading-group");
        assertThat(house.decide(house.publisher, form, "published").code()).isEqualTo("form-without-draft");
        assertThat(house.manager.get("/audittrail/entries?action=forms.publish").text("/items/0/basis/sha256"))
                .isEqualTo(published.text("/versions/0/sha256"));
    }

    @AcceptanceTest
    @Requirement("LCD-07")
    void records_keep_their_version_until_they_are_changed() {
        String form = house.published("none", VISIT);
        String record = "/forms/records/"
                + house.added(house.sales, form, "{\"place\":\"旧厂\",\"costs\":\"10.50\"}")
                        .text("/id");
        Answer draft = house.drawer.post("/forms/forms/" + form + "/draft", "{}");
        assertThat(house.drawer.post("/forms/forms/" + form + "/draft", "{}").code())
                .isEqualTo("form-has-draft");
        String wider =
                VISIT.replace("costs * 2", "costs * 3").replace("\"required\":true", "\"required\":true,\"longest\":2");
        Answer saved =
                house.drawer.send("PUT", "/forms/forms/" + form + "/draft", FormHouse.body(wider, ""), match(draft));
        house.publish(form, saved);
        Answer kept = house.sales.get(record);
        assertThat(kept.text("/version")).isEqualTo("1");
        assertThat(kept.text("/values/twice")).isEqualTo("21.00");
        assertThat(house.sales
                        .send("PUT", record, givenValues("{\"place\":\"旧厂房\"}"), match(kept))
                        .text("/reasons/0/facts/code"))
                .isEqualTo("too-long");
        Answer changed =
                house.sales.send("PUT", record, givenValues("{\"place\":\"新厂\",\"costs\":\"10.50\"}"), match(kept));
        assertThat(changed.text("/version")).isEqualTo("2");
        assertThat(changed.text("/values/twice")).isEqualTo("31.50");
        assertThat(house.drawer.get("/forms/forms/" + form + "/versions/1").text("/definition/fields/4/formula"))
                .isEqualTo("costs * 2");
    }

    @AcceptanceTest
    @Requirement("LCD-01")
    void a_record_is_numbered_computed_and_told_what_does_not_fit() {
        Answer began = house.sales.post("/forms/forms/" + visit + "/try", "{\"fresh\":true,\"values\":{}}");
        assertThat(began.text("/values/visited")).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(began.text("/problems/0/field")).isEqualTo("place");
        Answer refused = house.sales.post(
                "/forms/forms/" + visit + "/records", givenValues("{\"costs\":\"-1\",\"twice\":\"4\"}"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("record-unfit");
        assertThat(refused.json()
                        .at("/reasons")
                        .valueStream()
                        .map(one -> one.at("/field").asString("")))
                .containsExactlyInAnyOrder("place", "costs", "twice");
        Answer added = house.added(house.sales, visit, "{\"place\":\"  仓库 \",\"costs\":\"0.35\"}");
        assertThat(added.text("/number")).startsWith("BD-");
        assertThat(added.text("/values/no")).isEqualTo(added.text("/number"));
        assertThat(added.text("/title")).isEqualTo("仓库");
        assertThat(added.text("/values/twice")).isEqualTo("0.70");
        String record = "/forms/records/" + added.text("/id");
        Answer voided = house.sales.send("POST", record + "/void", "{\"reason\":\"填错了\"}", match(added));
        assertThat(voided.text("/state")).isEqualTo("void");
        assertThat(house.sales
                        .send("PUT", record, givenValues("{\"place\":\"x\"}"), match(voided))
                        .code())
                .isEqualTo("record-void");
    }

    @AcceptanceTest
    @Requirement({"LCD-01", "SEC-01"})
    void a_field_is_seen_masked_and_changed_by_those_whom_the_form_names() {
        Answer added =
                house.added(house.manager, visit, "{\"place\":\"工地\",\"secret\":\"存疑\",\"phone\":\"13800001111\"}");
        String record = "/forms/records/" + added.text("/id");
        Answer seen = house.sales.get(record);
        assertThat(seen.body()).doesNotContain("存疑").doesNotContain("13800001111");
        assertThat(seen.text("/fields/phone")).isEqualTo("masked");
        assertThat(seen.json().at("/fields").has("secret")).isFalse();
        assertThat(house.sales
                        .send("PUT", record, givenValues("{\"place\":\"工地\",\"secret\":\"x\"}"), match(seen))
                        .text("/reasons/0/facts/code"))
                .isEqualTo("not-yours");
        house.sales.send("PUT", record, givenValues("{\"place\":\"工地二\"}"), match(seen));
        Answer after = house.manager.get(record);
        assertThat(after.text("/values/secret")).isEqualTo("存疑");
        assertThat(after.text("/values/phone")).isEqualTo("13800001111");
        String list = "/forms/forms/" + visit + "/records";
        assertThat(house.sales.get(list).body()).doesNotContain("存疑");
        assertThat(house.sales
                        .get(list + "?where=secret:is:" + Client.encoded("存疑"))
                        .status())
                .isEqualTo(400);
        assertThat(house.sales.get(list + "?sort=field.secret").status()).isEqualTo(400);
        assertThat(house.sales.get("/audittrail/entries").body()).doesNotContain("存疑");
    }

    @AcceptanceTest
    @Requirement("LCD-01")
    void records_are_filtered_sorted_paged_and_exported_by_listed_fields() {
        String form = house.published("none", VISIT);
        for (String costs : List.of("9.00", "100.00", "20.00")) {
            house.added(house.sales, form, "{\"place\":\"甲" + costs + "\",\"costs\":\"" + costs + "\"}");
        }
        String list = "/forms/forms/" + form + "/records";
        assertThat(costs(house.sales.get(list + "?sort=field.costs"))).containsExactly("9.00", "20.00", "100.00");
        Answer first = house.sales.get(list + "?sort=-field.costs&limit=2");
        assertThat(costs(first)).containsExactly("100.00", "20.00");
        assertThat(costs(house.sales.get(
                        list + "?sort=-field.costs&limit=2&cursor=" + Client.encoded(first.text("/next")))))
                .containsExactly("9.00");
        assertThat(costs(house.sales.get(list + "?where=costs:from:10&where=costs:to:50")))
                .containsExactly("20.00");
        assertThat(costs(house.sales.get(list + "?where=place:has:" + Client.encoded("甲9"))))
                .containsExactly("9.00");
        assertThat(house.sales.get(list + "?where=costs:from:lots").status()).isEqualTo(400);
        String csv = new String(house.sales.download(list + ".csv?sort=field.costs"), StandardCharsets.UTF_8);
        assertThat(csv.lines().toList().getFirst()).contains("编号,名称,地点,日期,费用");
        assertThat(csv.lines().skip(1).limit(1).toList().getFirst())
                .contains("甲9.00")
                .contains(",9.00,");
        assertThat(csv).doesNotContain("内部判断");
        assertThat(house.sales.download(list + ".xlsx")).startsWith('P', 'K');
    }

    private static List<String> costs(Answer list) {
        return list.json()
                .at("/items")
                .valueStream()
                .map(one -> one.at("/values/costs").asString(""))
                .toList();
    }

    @AcceptanceTest
    @Requirement("LCD-01")
    void a_table_comes_in_as_a_whole_after_it_was_looked_at() {
        String form = house.published("none", VISIT);
        String path = "/forms/forms/" + form + "/imports";
        byte[] faulty = "地点,日期,费用,备注\n甲,2026-1-5,\"1,000.50\",x\n,2026-02-30,abc,y\n".getBytes(StandardCharsets.UTF_8);
        Answer looked = house.sales.upload(path + "/check", "visits.csv", faulty, Map.of());
        assertThat(looked.status()).as(looked.body()).isEqualTo(200);
        assertThat(looked.text("/rows")).isEqualTo("2");
        assertThat(looked.text("/good")).isEqualTo("1");
        assertThat(looked.text("/ignored/0")).isEqualTo("备注");
        assertThat(looked.text("/faults/0/line")).isEqualTo("3");
        String confirm = path + "?sha256=" + looked.text("/sha256");
        assertThat(house.sales.upload(confirm, "visits.csv", faulty, Map.of()).code())
                .isEqualTo("records-unfit");
        assertThat(house.sales.get("/forms/forms/" + form + "/records").text("/count"))
                .isEqualTo("0");
        byte[] good = "地点,日期,费用\n甲,2026-1-5,\"1,000.50\"\n乙,2026/02/03,7\n".getBytes(StandardCharsets.UTF_8);
        assertThat(house.sales.upload(confirm, "visits.csv", good, Map.of()).text("/reasons/0/facts/code"))
                .isEqualTo("another-file");
        String sha256 =
                house.sales.upload(path + "/check", "v.csv", good, Map.of()).text("/sha256");
        assertThat(house.sales
                        .upload(path + "?sha256=" + sha256, "v.csv", good, Map.of())
                        .status())
                .isEqualTo(200);
        Answer list = house.sales.get("/forms/forms/" + form + "/records?sort=title");
        assertThat(costs(list)).containsExactlyInAnyOrder("7", "1000.5");
        assertThat(house.sales
                        .upload(path + "/check", "v.csv", new byte[] {0, 1, 2}, Map.of())
                        .code())
                .isEqualTo("records-unfit");
    }

    @AcceptanceTest
    @Requirement({"FILE-28", "LCD-01", "POL-06"})
    void a_customer_file_gets_fields_of_its_own_once() {
        String form = house.published("customer-fields", VISIT.replace("走访记录", "自定义资料"));
        String customer = Company.customer(house.manager, "自定义客户" + house.company.id(), null);
        String path = "/forms/forms/" + form + "/records";
        assertThat(house.manager.post(path, givenValues("{\"place\":\"x\"}")).text("/reasons/0/field"))
                .isEqualTo("customer");
        String body = "{\"customer\":\"" + customer + "\",\"values\":{\"place\":\"总部\"}}";
        Answer added = house.manager.post(path, body);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.text("/subject/name")).contains("自定义客户");
        assertThat(house.manager.post(path, body).code()).isEqualTo("record-exists");
        Answer shown = house.sales.get("/forms/records?customer=" + customer);
        assertThat(shown.text("/items/0/form/labelZh")).isEqualTo("自定义资料");
        assertThat(shown.text("/items/0/records/0/values/place")).isEqualTo("总部");
        Client stranger = new Company().user("credit-manager");
        assertThat(stranger.get("/forms/records?customer=" + customer).code()).isEqualTo("not-found");
        assertThat(stranger.get("/forms/records/" + added.text("/id")).code()).isEqualTo("not-found");
        Company.sql("update customerfile_overview set level = 3 where file_id = ?", customer);
        assertThat(house.sales.get("/forms/records/" + added.text("/id")).code())
                .as("a closed file closes its records")
                .isEqualTo("not-found");
    }

    @AcceptanceTest
    @Requirement({"ORG-01", "LCD-01"})
    void another_company_sees_neither_forms_nor_records_and_nobody_names_what_he_does_not_reach() {
        Client stranger = new Company().user("credit-manager");
        String record = house.added(house.sales, visit, "{\"place\":\"本地\"}").text("/id");
        assertThat(stranger.get("/forms/forms").body()).doesNotContain(visit);
        assertThat(stranger.get("/forms/forms/" + visit).code()).isEqualTo("not-found");
        assertThat(stranger.get("/forms/forms/" + visit + "/records").code()).isEqualTo("not-found");
        assertThat(stranger.get("/forms/records/" + record).code()).isEqualTo("not-found");
        assertThat(stranger.get("/forms/records/" + record + "/print.pdf").code())
                .isEqualTo("not-found");
        String foreigner = stranger.get("/identity/session").text("/user/id");
        Answer named = house.sales.post(
                "/forms/forms/" + visit + "/records", givenValues("{\"place\":\"x\",\"who\":\"" + foreigner + "\"}"));
        assertThat(named.text("/reasons/0/field")).isEqualTo("who");
        assertThat(named.text("/reasons/0/facts/code")).isEqualTo("unknown");
    }

    @AcceptanceTest
    @Requirement("LCD-01")
    void a_printed_record_stands_in_the_register_of_what_leaves() {
        Answer added = house.added(house.sales, visit, "{\"place\":\"打印处\",\"costs\":\"12.00\"}");
        byte[] pdf = house.sales.download("/forms/records/" + added.text("/id") + "/print.pdf");
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(Suite.server().admin().get("/secrecy/releases").text("/items/0/what"))
                .isEqualTo(added.text("/number") + " 走访记录");
    }
}
