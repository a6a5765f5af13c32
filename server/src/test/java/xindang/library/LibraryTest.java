package xindang.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

/** A hundred templates come with the program; each is sound and becomes something of the house's own. */
class LibraryTest {

    private static final String TEMPLATES = "/library/templates";

    private static List<JsonNode> listed(Client by, String question) {
        return by.get(TEMPLATES + question).json().at("/items").valueStream().toList();
    }

    private static List<String> codes(Client by, String kind) {
        return listed(by, "?kind=" + kind).stream()
                .map(one -> one.at("/code").asString())
                .toList();
    }

    private static Answer install(Client by, String kind, String code, String node, String language) {
        return by.post(
                TEMPLATES + "/" + kind + "/" + code + "/installation",
                "{\"node\":\"%s\",\"language\":\"%s\"}".formatted(node, language));
    }

    @AcceptanceTest
    @Requirement("LCD-04")
    void more_than_a_hundred_templates_are_there_each_named_in_both_languages() {
        List<JsonNode> all = listed(new Company().user("sales"), "");
        Map<String, Long> counts = all.stream()
                .collect(Collectors.groupingBy(one -> one.at("/kind").asString(), Collectors.counting()));
        long checklists = all.stream()
                .filter(one -> one.at("/group").asString().equals("checklist"))
                .count();
        assertThat(counts.getOrDefault("form", 0L) - checklists).isGreaterThanOrEqualTo(48);
        assertThat(checklists).isGreaterThanOrEqualTo(14);
        assertThat(counts.getOrDefault("flow", 0L)).isGreaterThanOrEqualTo(14);
        assertThat(counts.getOrDefault("letter", 0L)).isGreaterThanOrEqualTo(26);
        assertThat(all).hasSizeGreaterThanOrEqualTo(102);
        for (JsonNode one : all) {
            assertThat(one.at("/nameZh").asString() + one.at("/aboutZh").asString())
                    .as("%s", one)
                    .containsPattern("\\p{IsHan}");
            assertThat(one.at("/nameEn").asString() + one.at("/aboutEn").asString())
                    .as("%s", one)
                    .doesNotContainPattern("\\p{IsHan}")
                    .isNotBlank();
        }
        assertThat(all.stream().map(one -> one.at("/kind") + "/" + one.at("/nameZh")))
                .doesNotHaveDuplicates();
    }

    @AcceptanceTest
    @Requirement("LCD-04")
    void what_a_template_says_is_shown_before_it_is_installed() {
        Client sales = new Company().user("sales");
        Answer form = sales.get(TEMPLATES + "/form/repayment-plan");
        assertThat(form.text("/content/subject")).isEqualTo("customer");
        assertThat(form.json().at("/content/definition/fields").size()).isGreaterThan(5);
        Answer flow = sales.get(TEMPLATES + "/flow/write-off");
        assertThat(flow.text("/content/definition/steps/0/name/zh")).containsPattern("\\p{IsHan}");
        Answer letter = sales.get(TEMPLATES + "/letter/reminder-1");
        assertThat(letter.text("/content/zh")).contains("{{customer.name}}");
        assertThat(letter.text("/content/fields/customer.name/en")).isEqualTo("Customer's name");
        assertThat(sales.get(TEMPLATES + "/letter/nothing").code()).isEqualTo("not-found");
        assertThat(sales.get(TEMPLATES + "/nothing/write-off").code()).isEqualTo("not-found");
        assertThat(sales.get(TEMPLATES + "?kind=nothing").text("/reasons/0/field"))
                .isEqualTo("kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("LCD-04")
    void every_flow_becomes_a_draft_in_which_the_check_finds_nothing(String language) {
        var company = new Company();
        Client designer = company.user("credit-manager");
        for (String code : codes(designer, "flow")) {
            Answer made = install(designer, "flow", code, company.id(), language);
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            String flow = "/workflow/flows/" + made.text("/id");
            Answer draft = designer.get(flow);
            assertThat(draft.text("/definition").matches("(?s).*\\p{IsHan}.*"))
                    .as(code)
                    .isEqualTo(language.equals("zh"));
            Answer checked = designer.send("POST", flow + "/check", null, Map.of("If-Match", draft.header("ETag")));
            assertThat(checked.json().at("/findings").size())
                    .as("%s %s", code, checked.json().at("/findings"))
                    .isZero();
            assertThat(checked.json().at("/flow/checked").asBoolean()).as(code).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("LCD-04")
    void every_letter_is_read_as_a_template_and_names_fields_that_exist(String language) {
        var company = new Company();
        Client manager = company.user("credit-manager");
        for (String code : codes(manager, "letter")) {
            Answer made = install(manager, "letter", code, company.id(), language);
            assertThat(made.status()).as("%s %s", code, made.body()).isEqualTo(201);
            Answer template = manager.get("/document/letter-templates/" + made.text("/id"));
            assertThat(template.text("/language")).isEqualTo(language);
            assertThat(template.text("/body").matches("(?s).*\\p{IsHan}.*"))
                    .as(code)
                    .isEqualTo(language.equals("zh"));
            assertThat(template.text("/body")).as(code).contains("{{letter.number}}", "{{customer.name}}");
        }
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            kind,   code,             who may
            form,   payment-promise,  file-administrator
            flow,   write-off,        credit-manager
            letter, holiday-greeting, credit-administrator""")
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("LCD-04")
    void a_template_is_installed_once_at_a_node_by_who_may_make_such_things(String kind, String code, String who) {
        var company = new Company();
        Client maker = company.user(who);
        assertThat(install(company.user("sales"), kind, code, company.id(), "zh")
                        .code())
                .isEqualTo("right-missing");
        Answer elsewhere = install(maker, kind, code, new Company().id(), "zh");
        assertThat(elsewhere.code()).isEqualTo("invalid-fields");
        assertThat(elsewhere.text("/reasons/0/field")).isEqualTo("node");
        assertThat(install(maker, kind, "nothing", company.id(), "zh").code()).isEqualTo("not-found");
        Answer made = install(maker, kind, code, company.id(), "zh");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.text("/kind")).isEqualTo(kind);
        assertThat(made.text("/page")).contains(made.text("/id"));
        assertThat(install(maker, kind, code, company.id(), "zh").code()).isEqualTo("already-exists");
        String right = Suite.server()
                .part(Library.class)
                .shelf(LibraryKind.named(kind).orElseThrow())
                .right();
        assertThat(maker.get("/identity/session")
                        .json()
                        .at("/rights")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains(right);
    }
}
