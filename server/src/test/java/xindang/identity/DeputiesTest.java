package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.platform.time.BusinessClock;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** For some days somebody holds what another one holds, and the trail says on whose behalf. */
class DeputiesTest {

    private final RunningServer server = Suite.server();
    private final LocalDate today = server.part(BusinessClock.class).today();
    private final Company company = new Company();

    @AcceptanceTest
    @Requirement("ORG-02")
    void a_deputy_acts_on_behalf_and_the_trail_says_so() {
        Client manager = company.user("credit-manager");
        Client deputy = company.user("contract-handler");
        assertThat(opened(deputy, "代理前").status()).isEqualTo(403);
        assertThat(named(manager, null, id(deputy), 0, 3).status()).isEqualTo(201);
        Answer file = opened(deputy, "代理中");
        assertThat(file.status()).isEqualTo(201);
        Answer trail = manager.get("/customerfile/customers/" + file.text("/id") + "/trail");
        assertThat(trail.text("/items/0/actor/id")).isEqualTo(id(deputy));
        assertThat(trail.text("/items/0/basis/onBehalfOf")).isEqualTo(name(manager));
        Answer own = opened(manager, "本人");
        assertThat(manager.get("/customerfile/customers/" + own.text("/id") + "/trail")
                        .json()
                        .at("/items/0/basis/onBehalfOf")
                        .isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            begins in days, ends in days, status, counts today
            ,               0,            201,    true
            1,              2,            201,    false
            -1,             2,            422,    false
            2,              1,            422,    false""")
    void a_deputyship_counts_on_its_days(@Nullable Integer from, int until, int status, boolean counts) {
        Client manager = company.user("credit-manager");
        Client deputy = company.user("contract-handler");
        assertThat(named(manager, null, id(deputy), from, until).status()).isEqualTo(status);
        assertThat(opened(deputy, "天数" + from + until).status()).isEqualTo(counts ? 201 : 403);
    }

    @AcceptanceTest
    @Requirement("SEC-01")
    void rights_over_people_and_those_of_auditors_do_not_pass_to_deputies() {
        Client chief = company.user("administrator");
        Client auditor = company.user("auditor");
        Client deputy = company.user("contract-handler");
        assertThat(named(chief, null, id(deputy), 0, 3).status()).isEqualTo(201);
        assertThat(named(auditor, null, id(deputy), 0, 3).status()).isEqualTo(201);
        assertThat(deputy.post("/identity/users", "{}").status()).isEqualTo(403);
        assertThat(deputy.get("/insight/distribution?currency=CNY").status())
                .as("of the administrator")
                .isEqualTo(200);
        Client second = company.user("contract-handler");
        assertThat(named(auditor, null, id(second), 0, 3).status()).isEqualTo(201);
        assertThat(second.get("/insight/distribution?currency=CNY").status())
                .as("of the auditor")
                .isEqualTo(403);
    }

    @AcceptanceTest
    @Requirement("SEC-01")
    void who_names_a_deputy_for_another_must_be_able_to_give_his_roles() {
        Client manager = company.user("credit-manager");
        Client sales = company.user("sales");
        Client local = company.user("administrator");
        assertThat(named(sales, id(manager), id(sales), 0, 3).status()).isEqualTo(422);
        assertThat(named(local, id(manager), id(local), 0, 3).text("/reasons/0/facts/code"))
                .isEqualTo("own-account");
        Answer made = named(local, id(manager), id(sales), 0, 3);
        assertThat(made.status()).isEqualTo(201);
        assertThat(opened(sales, "代办").status()).isEqualTo(201);
        Client stranger = new Company().user("administrator");
        assertThat(stranger.delete("/identity/deputies/" + made.text("/id")).status())
                .isEqualTo(404);
        assertThat(manager.delete("/identity/deputies/" + made.text("/id")).status())
                .isEqualTo(204);
        assertThat(opened(sales, "代办后").status()).isEqualTo(403);
    }

    @AcceptanceTest
    void a_deputy_passes_on_what_is_his_own_only() {
        Client manager = company.user("credit-manager");
        Client second = company.user("contract-handler");
        Client third = company.user("contract-handler");
        named(manager, null, id(second), 0, 3);
        named(second, null, id(third), 0, 3);
        assertThat(opened(second, "二手").status()).isEqualTo(201);
        assertThat(opened(third, "三手").status()).isEqualTo(403);
    }

    private static Answer opened(Client client, String name) {
        return client.post("/customerfile/customers", "{\"name\":\"" + name + "\"}");
    }

    private Answer named(Client client, @Nullable String user, String deputy, @Nullable Integer from, int until) {
        return client.post(
                "/identity/deputies",
                "{\"user\":%s,\"deputy\":\"%s\",\"from\":%s,\"until\":\"%s\",\"reason\":\"出差\"}"
                        .formatted(
                                user == null ? "null" : "\"" + user + "\"",
                                deputy,
                                from == null ? "null" : "\"" + today.plusDays(from) + "\"",
                                today.plusDays(until)));
    }

    private static String id(Client client) {
        return client.get("/identity/session").text("/user/id");
    }

    private static String name(Client client) {
        Answer me = client.get("/identity/session");
        return me.text("/user/name") + " (" + me.text("/user/login") + ")";
    }
}
