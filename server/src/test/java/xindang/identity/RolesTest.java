package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.identity.store.RoleStore;
import xindang.integration.ImportWalk;
import xindang.platform.time.BusinessClock;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** Roles are data: given per node and from day to day, made by companies, never more than the giver has. */
class RolesTest {

    private static final String ROLES = "/identity/roles";

    private final RunningServer server = Suite.server();
    private final LocalDate today = server.part(BusinessClock.class).today();

    @Test
    @Requirement("ORG-05")
    void every_preset_of_the_program_is_one_of_the_database_with_its_names() {
        assertThat(server.part(RoleStore.class).of(List.of()))
                .extracting(Role::code)
                .containsExactlyInAnyOrderElementsOf(Roles.NAMES);
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Requirement({"ORG-02", "SEC-01"})
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            role in one company, role in the other, opens files here, opens files there, sees imports of the other
            credit-manager,      sales,             201,              422,               0
            sales,               credit-manager,    422,              201,               1
            credit-manager,      credit-manager,    201,              201,               1
            executive,           finance,           403,              403,               1""")
    void a_role_at_one_node_gives_nothing_at_another(
            String here, String there, int opens, int opensThere, int imports) {
        var one = new Company();
        var other = new Company();
        new ImportWalk(other.user("credit-manager")).upload("customers", "客户编码,客户名称\nK1,丙方\n");
        Client both = one.user(here);
        assertThat(give(server.admin(), id(both), there, other.id()).status()).isEqualTo(201);
        assertThat(opening(both, "甲方", one.id()).status()).isEqualTo(opens);
        assertThat(opening(both, "乙方", other.id()).status()).isEqualTo(opensThere);
        assertThat(both.get("/integration/imports").json().at("/items").size()).isEqualTo(imports);
        assertThat(both.get("/identity/session").json().at("/nodes").size()).isEqualTo(2);
    }

    @AcceptanceTest
    @Requirement({"ORG-01", "SEC-01"})
    void whole_companies_and_departments_of_others_are_reached_together() {
        var one = new Company();
        var other = new Company();
        String east = other.department("东部");
        Company.customer(one.user("credit-manager"), "合一整体", null);
        Client manager = other.user("credit-manager");
        Company.customer(manager, "合一东部", east);
        Company.customer(manager, "合一别部", other.department("西部"));
        Client both = one.user("sales");
        assertThat(give(server.admin(), id(both), "sales", east).status()).isEqualTo(201);
        assertThat(names(both, "/customerfile/customers", "/name")).containsExactlyInAnyOrder("合一整体", "合一东部");
        assertThat(names(both, "/customerfile/customers?q=" + Client.encoded("合一"), "/name"))
                .containsExactlyInAnyOrder("合一整体", "合一东部");
        assertThat(both.get("/platform/search?q=" + Client.encoded("合一"))
                        .json()
                        .at("/groups/0/items")
                        .size())
                .isEqualTo(2);
        assertThat(both.get("/receivable/items").status()).isEqualTo(200);
        assertThat(both.get("/receivable/ageing/totals").status()).isEqualTo(200);
    }

    @AcceptanceTest
    void files_are_searched_only_where_the_right_is_held() {
        var one = new Company();
        var other = new Company();
        Company.customer(other.user("credit-manager"), "隐形公司", null);
        Client both = one.user("sales");
        assertThat(give(server.admin(), id(both), "security-administrator", other.id())
                        .status())
                .isEqualTo(201);
        assertThat(both.get("/platform/search?q=" + Client.encoded("隐形公司"))
                        .json()
                        .at("/groups")
                        .size())
                .isZero();
        assertThat(both.get("/customerfile/customers?q=" + Client.encoded("隐形公司"))
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("ORG-02")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            begins in days, ends in days, status, counts today
            ,               ,             201,    true
            0,              0,            201,    true
            1,              ,             201,    false
            1,              5,            201,    false
            -1,             ,             422,    false
            3,              2,            422,    false""")
    void a_role_counts_from_its_first_day_to_its_last(
            @Nullable Integer from, @Nullable Integer until, int status, boolean counts) {
        var company = new Company();
        Client person = company.user("company-office");
        Answer given = server.admin()
                .post(
                        "/identity/users/" + id(person) + "/roles",
                        "{\"role\":\"finance\",\"node\":\"%s\",\"from\":%s,\"until\":%s}"
                                .formatted(company.id(), day(from), day(until)));
        assertThat(given.status()).isEqualTo(status);
        assertThat(person.get("/receivable/items").status()).isEqualTo(counts ? 200 : 403);
    }

    @AcceptanceTest
    void a_role_taken_away_counts_no_longer_at_once() {
        var company = new Company();
        Client person = company.user("sales");
        Client admin = server.admin();
        String path = "/identity/users/" + id(person) + "/roles";
        String held = admin.get(path).text("/items/0/id");
        Answer ended = admin.send("PUT", path + "/" + held, "{\"until\":" + day(-1) + "}", Map.of());
        assertThat(ended.status()).isEqualTo(200);
        assertThat(person.get("/receivable/items").code()).isEqualTo("right-missing");
        assertThat(person.get("/identity/session").json().at("/rights").size()).isZero();
        assertThat(person.get("/platform/views?list=customers").status()).isEqualTo(200);
    }

    @AcceptanceTest
    @Requirement({"ORG-02", "SEC-01"})
    void companies_make_roles_of_their_own_but_nobody_gives_what_he_lacks() {
        var company = new Company();
        Client admin = server.admin();
        String clerk = role(admin, company.id(), "人事专员", "identity.read", "identity.manage", "identity.grant")
                .text("/id");
        String reader = role(admin, company.id(), "读者", "identity.read").text("/id");
        Client person = company.user("company-office");
        assertThat(give(admin, id(person), clerk, company.id()).status()).isEqualTo(201);
        String colleague = id(company.user("company-office"));
        assertThat(give(person, colleague, reader, company.id()).status()).isEqualTo(201);
        assertThat(give(person, colleague, "sales", company.id()).code()).isEqualTo("rights-not-held");
        assertThat(give(person, id(person), reader, company.id()).code()).isEqualTo("conflict");
        assertThat(role(person, company.id(), "越权", "insight.read").code()).isEqualTo("rights-not-held");
        assertThat(role(person, company.id(), "不明", "no.right").code()).isEqualTo("invalid-fields");
        assertThat(give(admin, colleague, clerk, new Company().id()).code())
                .as("made elsewhere")
                .isEqualTo("invalid-fields");
    }

    @AcceptanceTest
    void a_changed_role_counts_at_once_for_all_who_hold_it() {
        var company = new Company();
        Client admin = server.admin();
        Answer made = role(admin, company.id(), "查账", "identity.read");
        String path = ROLES + "/" + made.text("/id");
        Client person = company.user("contract-handler");
        give(admin, id(person), made.text("/id"), company.id());
        assertThat(person.get("/insight/distribution?currency=CNY").status()).isEqualTo(403);
        Answer changed = admin.send(
                "PUT",
                path,
                "{\"zh\":\"查账\",\"rights\":[\"identity.read\",\"insight.read\"]}",
                Map.of("If-Match", made.header("ETag")));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(person.get("/insight/distribution?currency=CNY").status()).isEqualTo(200);
        assertThat(admin.send("DELETE", path, null, Map.of("If-Match", changed.header("ETag")))
                        .code())
                .isEqualTo("role-in-use");
    }

    @AcceptanceTest
    void presets_are_read_only() {
        Client admin = server.admin();
        Answer all = admin.get(ROLES);
        String preset = all.text("/items/0/id");
        Answer changed = admin.send(
                "PUT",
                ROLES + "/" + preset,
                "{\"zh\":\"改\",\"rights\":[\"identity.read\"]}",
                Map.of("If-Match", "\"1\""));
        assertThat(changed.status()).isEqualTo(422);
        assertThat(admin.get(ROLES).body()).isEqualTo(all.body());
    }

    @AcceptanceTest
    @Requirement("SEC-01")
    void a_password_is_no_way_to_roles_beyond_reach() {
        var company = new Company();
        Client admin = server.admin();
        String root = admin.get("/identity/session").text("/node/id");
        Client local = company.user("administrator");
        String wide = id(company.user("sales"));
        give(admin, wide, "executive", root);
        String version = local.get("/identity/users/" + wide).header("ETag");
        Answer reset = local.send(
                "PATCH", "/identity/users/" + wide, "{\"password\":\"another password\"}", Map.of("If-Match", version));
        assertThat(reset.code()).isEqualTo("roles-elsewhere");
        Client chief = company.user("credit-manager");
        give(admin, id(chief), "executive", root);
        String deputy = id(company.user("sales"));
        chief.post(
                "/identity/deputies", "{\"deputy\":\"%s\",\"until\":%s,\"reason\":\"休假\"}".formatted(deputy, day(3)));
        Answer indirect = local.send(
                "PATCH",
                "/identity/users/" + deputy,
                "{\"password\":\"another password\"}",
                Map.of("If-Match", local.get("/identity/users/" + deputy).header("ETag")));
        assertThat(indirect.code()).as("of whom he stands in for").isEqualTo("roles-elsewhere");
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Requirement({"ORG-08", "SEC-01"})
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            who,                    whose,                  answer
            system-administrator,   sales,                  done
            system-administrator,   system-administrator,   done
            system-administrator,   security-administrator, rules-more
            system-administrator,   administrator,          rules-more
            system-administrator,   audit-administrator,    rules-more
            administrator,          audit-administrator,    done
            administrator,          security-administrator, done
            security-administrator, sales,                  right-missing""")
    void one_kind_of_administrator_is_no_way_to_another(String who, String whose, String answer) {
        var company = new Company();
        Client one = company.user(who);
        String path = "/identity/users/" + id(company.user(whose));
        Answer password = one.send(
                "PATCH",
                path,
                "{\"password\":\"another good password\"}",
                Map.of("If-Match", one.get(path).header("ETag")));
        Answer factor = one.send("DELETE", path + "/second-factor", null, Map.of());
        assertThat(List.of(password.code(), factor.code())).containsOnly(answer.equals("done") ? "" : answer);
    }

    @AcceptanceTest
    void nobody_resets_his_own_second_factor_as_an_administrator() {
        Client local = new Company().user("administrator");
        Answer reset = local.send("DELETE", "/identity/users/" + id(local) + "/second-factor", null, Map.of());
        assertThat(reset.status()).isEqualTo(409);
    }

    private static Answer opening(Client client, String name, String department) {
        return client.post(
                "/customerfile/customers", "{\"name\":\"%s\",\"department\":\"%s\"}".formatted(name, department));
    }

    private static Answer role(Client client, String node, String name, String... rights) {
        return client.post(
                ROLES,
                "{\"node\":\"%s\",\"role\":{\"zh\":\"%s\",\"rights\":[\"%s\"]}}"
                        .formatted(node, name, String.join("\",\"", rights)));
    }

    private static Answer give(Client client, String user, String role, String node) {
        return client.post(
                "/identity/users/" + user + "/roles", "{\"role\":\"%s\",\"node\":\"%s\"}".formatted(role, node));
    }

    private static String id(Client client) {
        return client.get("/identity/session").text("/user/id");
    }

    private String day(@Nullable Integer fromToday) {
        return fromToday == null ? "null" : "\"" + today.plusDays(fromToday) + "\"";
    }

    private static List<String> names(Client client, String path, String field) {
        return StreamSupport.stream(client.get(path).json().at("/items").spliterator(), false)
                .map(item -> item.at(field).asString())
                .toList();
    }
}
