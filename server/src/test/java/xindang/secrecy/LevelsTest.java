package xindang.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.integration.ImportWalk;
import xindang.suite.Answer;
import xindang.suite.Client;

/** What a confidential file tells to whom. */
class LevelsTest {

    private static House house;
    private static Client specialist;

    @BeforeAll
    static void classify() {
        house = new House("密客户").classified("secret");
        specialist = house.user("credit-specialist");
    }

    @AcceptanceTest
    @Requirement({"SEC-02", "SEC-01"})
    void above_the_clearance_a_list_shows_number_and_name_only() {
        Answer list = specialist.get("/customerfile/customers?sort=number");
        assertThat(list.text("/items/0/name")).isEqualTo("密客户");
        assertThat(list.text("/items/0/level")).isEqualTo("secret");
        assertThat(list.text("/items/0/masked")).isEqualTo("true");
        assertThat(list.body()).doesNotContain("900.00");
        assertThat(list.text("/items/1/open/amount")).isEqualTo("100.00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            question,                                            rows, why
            /customerfile/customers?sort=number,                 2,    nothing of the content decides
            /customerfile/customers?q=密客户,                     2,    the name is shown anyway
            /customerfile/customers?sort=-overdue,               1,    the place in the order would tell the amount
            /customerfile/customers?overdueMin=1,                1,    the filter would tell the amount
            /customerfile/customers?currency=CNY,                1,    the filter would tell the currency
            /receivable/items,                                   1,    items are content
            /receivable/items?q=F-密客户,                         0,    a number of an invoice is content
            /receivable/ageing,                                  1,    so is ageing
            /warning/warnings,                                   1,    and a warning""")
    void lists_leave_out_what_would_tell_content(String question, int rows, String why) {
        assertThat(specialist.get(question).json().at("/items").size()).as(why).isLessThanOrEqualTo(rows);
        assertThat(specialist.get(question).body()).as(why).doesNotContain("900.00");
    }

    @AcceptanceTest
    @Requirement("SEC-02")
    void sums_hold_only_what_the_reader_may_read() {
        assertThat(specialist.get("/customerfile/customers/sums").text("/byCurrency/0/open"))
                .isEqualTo("100.00");
        assertThat(specialist.get("/customerfile/customers/sums").text("/closed"))
                .isEqualTo("1");
        assertThat(specialist.get("/receivable/ageing/totals").text("/open")).isEqualTo("100.00");
        assertThat(specialist.get("/receivable/items/sums").body())
                .contains("100.00")
                .doesNotContain("1000.00");
        assertThat(specialist.get("/receivable/ageing?by=department").text("/items/0/open"))
                .isEqualTo("100.00");
        assertThat(house.manager().get("/customerfile/customers/sums").text("/byCurrency/0/open"))
                .isEqualTo("1000.00");
        assertThat(house.manager().get("/receivable/ageing/totals").text("/open"))
                .isEqualTo("1000.00");
    }

    @AcceptanceTest
    @Requirement("SEC-02")
    void a_list_overwrites_nothing_above_the_clearance_of_who_brings_it() {
        String list = "客户编码,客户名称,地址\nK1,密客户,别处 1 号\n";
        var walk = new ImportWalk(specialist);
        String id = walk.checked("customers", list);
        Answer rows = specialist.get("/integration/imports/" + id + "/rows?state=error");
        assertThat(rows.text("/items/0/faults/0/code")).isEqualTo("above-clearance");
        walk.confirm(id, "good");
        assertThat(house.manager()
                        .get("/customerfile/customers/" + house.customer())
                        .text("/address"))
                .isEmpty();
        Answer cleared = new ImportWalk(house.manager()).imported("customers", list);
        assertThat(cleared.text("/result/customersUpdated")).isEqualTo("1");
    }

    @AcceptanceTest
    @Requirement({"SEC-02", "ORG-02"})
    void the_page_of_the_file_shows_its_head_and_everything_else_is_refused() {
        Answer head = specialist.get("/customerfile/customers/" + house.customer());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text("/masked")).isEqualTo("true");
        assertThat(head.body()).doesNotContain("900.00");
        for (String path : List.of(
                "/customerfile/customers/%s/trail",
                "/evaluation/ratings?customer=%s",
                "/receivable/months?customer=%s",
                "/receivable/items?customer=%s",
                "/warning/warnings?customer=%s")) {
            Answer refused = specialist.get(path.formatted(house.customer()));
            assertThat(refused.code()).as(path).isEqualTo("above-clearance");
        }
    }

    @AcceptanceTest
    @Requirement({"SEC-02", "SEC-05"})
    void every_reading_and_every_refusal_stands_on_the_files_trail() {
        var own = new House("留痕客户").classified("confidential");
        Client reader = own.user("credit-specialist");
        Client stranger = own.user("sales");
        own.clear(reader, "confidential");
        reader.get("/customerfile/customers/" + own.customer());
        reader.get("/receivable/items?customer=" + own.customer());
        stranger.get("/customerfile/customers/" + own.customer());
        stranger.get("/receivable/items?customer=" + own.customer());
        String trail = own.manager()
                .get("/customerfile/customers/" + own.customer() + "/trail")
                .body();
        assertThat(trail.split("\"secrecy.read-file\"", -1)).as(trail).hasSize(3);
        assertThat(trail).contains("\"clearance\":\"confidential\"");
        assertThat(trail.split("\"secrecy.refuse-file\"", -1)).as(trail).hasSize(3);
    }

    @ParameterizedTest(name = "{0} cleared {1} marks {2}: {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            who,               cleared,      marks,        answer
            credit-manager,    '',           confidential, above-clearance
            credit-manager,    confidential, confidential, ''
            credit-manager,    confidential, secret,       above-clearance
            archivist,         secret,       secret,       ''
            credit-specialist, secret,       confidential, right-missing""")
    void who_marks_a_file_is_cleared_for_the_level(String who, String cleared, String marks, String answer) {
        var own = new House("定密 " + who + cleared + marks);
        Client person = own.user(who);
        if (!cleared.isEmpty()) {
            own.clear(person, cleared);
        }
        Answer marked = own.classify(person, marks);
        assertThat(marked.status() == 200 ? "" : marked.code()).isEqualTo(answer);
    }

    @Test
    void the_database_itself_closes_the_content() {
        assertThat(specialist.get("/platform/search?q=F-密客户").body()).doesNotContain("F-密客户");
        assertThat(specialist.get("/platform/search?q=密客户").body()).contains(house.customer());
        assertThat(house.manager().get("/platform/search?q=F-密客户").body()).contains("F-密客户");
    }

    @Test
    void nobody_gives_himself_a_clearance() {
        Client admin = xindang.suite.Suite.server().admin();
        Answer refused = admin.send(
                "PUT",
                "/secrecy/clearances/" + House.id(admin),
                "{\"level\":\"secret\",\"reason\":\"我需要\"}",
                java.util.Map.of("If-Match", "\"0\""));
        assertThat(refused.code()).isEqualTo("own-request");
    }
}
