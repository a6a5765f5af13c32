package xindang.customerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.integration.ImportWalk;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

/** Keeper and deputy keeper of a file. */
class KeepersTest {

    private static final String LIST = "/customerfile/customers/";

    private final Company company = new Company();
    private final Client manager = company.user("credit-manager");

    private static String id(Client client) {
        return client.get("/identity/session").text("/user/id");
    }

    private Answer change(String file, String body) {
        String etag = manager.get(LIST + file).header("ETag");
        return manager.send("PATCH", LIST + file, body, Map.of("If-Match", etag));
    }

    @AcceptanceTest
    @Requirement("ORG-07")
    void a_file_has_one_keeper_and_a_deputy_and_the_days_of_each_are_kept() {
        String first = id(company.user("credit-specialist"));
        String second = id(company.user("credit-specialist"));
        String file = Company.customer(manager, "专管客户", null);
        Answer kept = change(file, "{\"keeper\":\"%s\",\"deputyKeeper\":\"%s\"}".formatted(first, second));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(kept.text("/keeper/id")).isEqualTo(first);
        assertThat(kept.text("/deputyKeeper/id")).isEqualTo(second);
        assertThat(manager.get("/customerfile/customers?keeper=" + first).text("/items/0/id"))
                .isEqualTo(file);
        assertThat(manager.get("/customerfile/customers?deputyKeeper=" + second).text("/items/0/id"))
                .isEqualTo(file);
        assertThat(manager.get("/customerfile/customers?keeper=" + second).body())
                .doesNotContain(file);

        Answer turned = change(file, "{\"keeper\":\"%s\"}".formatted(second));
        assertThat(turned.text("/keeper/id")).isEqualTo(second);
        assertThat(turned.text("/deputyKeeper/id"))
                .as("the deputy became the keeper")
                .isEmpty();
        Answer history = manager.get(LIST + file + "/keepers");
        assertThat(history.json().at("/items")).hasSize(3);
        assertThat(history.text("/items/0/person/id")).isEqualTo(second);
        assertThat(history.text("/items/0/part")).isEqualTo("keeper");
        assertThat(history.text("/items/0/to")).isEmpty();
        assertThat(history.text("/items/1/to")).isNotEmpty();
        assertThat(history.text("/items/2/to")).isNotEmpty();
        assertThat(manager.get(LIST + file + "/trail").body()).contains("deputyKeeper");
    }

    @AcceptanceTest
    @Requirement("ORG-07")
    void a_keeper_is_somebody_within_reach_who_may_read_the_file_and_can_sign_in() {
        String department = company.department("一部");
        String file = Company.customer(manager, "谁能专管", null);
        String beside = id(company.user("sales", department));
        assertThat(change(file, "{\"keeper\":\"%s\"}".formatted(beside)).text("/reasons/0/facts/code"))
                .as("reads files of his department only")
                .isEqualTo("may-not-read");
        String stranger = id(new Company().user("sales"));
        assertThat(change(file, "{\"keeper\":\"%s\"}".formatted(stranger)).text("/reasons/0/facts/code"))
                .isEqualTo("unknown");
        String one = id(company.user("sales"));
        assertThat(change(file, "{\"keeper\":\"%1$s\",\"deputyKeeper\":\"%1$s\"}".formatted(one))
                        .text("/reasons/0/facts/code"))
                .isEqualTo("same-as-keeper");
        Client admin = Suite.server().admin();
        String etag = admin.get("/identity/users/" + one).header("ETag");
        admin.send("PATCH", "/identity/users/" + one, "{\"active\":false}", Map.of("If-Match", etag));
        assertThat(change(file, "{\"keeper\":\"%s\"}".formatted(one)).text("/reasons/0/facts/code"))
                .as("locked")
                .isEqualTo("unknown");
    }

    @Test
    void a_deputy_is_taken_away_by_an_empty_text() {
        String one = id(company.user("sales"));
        String file = Company.customer(manager, "无副专管", null);
        assertThat(change(file, "{\"deputyKeeper\":\"%s\"}".formatted(one)).text("/deputyKeeper/id"))
                .isEqualTo(one);
        assertThat(change(file, "{\"deputyKeeper\":\"\"}").text("/deputyKeeper/id"))
                .isEmpty();
    }

    @Test
    void lists_of_customers_bring_keepers_into_the_history_and_take_them_out_again() {
        Client keeper = company.user("sales");
        String login = keeper.get("/identity/session").text("/user/login");
        var walk = new ImportWalk(manager);
        walk.imported("customers", "客户编码,客户名称,专管员\nK1,导入专管客户,%s\n".formatted(login));
        walk.quiet();
        String file =
                manager.get("/customerfile/customers?keeper=" + id(keeper)).text("/items/0/id");
        assertThat(manager.get(LIST + file + "/keepers").text("/items/0/person/name"))
                .isEqualTo(login);
    }
}
