package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
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

/** The organisation changes from day to day, and what was stays known. */
class OrganisationTest {

    private final RunningServer server = Suite.server();
    private final LocalDate today = server.part(BusinessClock.class).today();
    private final Client admin = server.admin();

    @AcceptanceTest
    @Requirement("ORG-01")
    void mines_and_markets_are_sites_of_their_company() {
        var company = new Company();
        String mine = node(company.id(), "site", "一矿").text("/id");
        String team = node(mine, "department", "运销科").text("/id");
        Company.customer(company.user("credit-manager"), "别处客户", null);
        Client local = company.user("sales-director", mine);
        assertThat(Company.customer(local, "矿区客户", team)).isNotEmpty();
        assertThat(local.get("/customerfile/customers").json().at("/count").asInt())
                .isEqualTo(1);
        assertThat(node(mine, "company", "矿中公司").code()).isEqualTo("invalid-fields");
    }

    @AcceptanceTest
    @Requirement("ORG-01")
    void a_new_name_counts_from_its_day_and_the_old_one_stays_known() {
        var company = new Company();
        String department = company.department("销售部");
        assertThat(change(department, "\"name\":\"营销中心\"", 30).status()).isEqualTo(200);
        assertThat(names(company, null)).contains("销售部").doesNotContain("营销中心");
        assertThat(names(company, today.plusDays(29))).contains("销售部");
        assertThat(names(company, today.plusDays(30))).contains("营销中心").doesNotContain("销售部");
        assertThat(names(company, today.minusDays(1))).as("before it was made").doesNotContain("销售部");
        Answer history = admin.get("/identity/nodes/" + department + "/history");
        assertThat(history.text("/items/0/name")).isEqualTo("销售部");
        assertThat(history.text("/items/0/until")).isEqualTo(today.plusDays(29).toString());
        assertThat(history.text("/items/1/name")).isEqualTo("营销中心");
        assertThat(change(department, "\"name\":\"销售组\"", 10).code())
                .as("a later change is planned")
                .isEqualTo("conflict");
    }

    @AcceptanceTest
    @Requirement({"ORG-01", "SEC-01"})
    void whoever_reaches_a_node_reaches_what_is_moved_below_it_from_that_day() {
        var company = new Company();
        String east = company.department("东区");
        String team = company.department("一组");
        Client manager = company.user("credit-manager");
        String customer = Company.customer(manager, "移组客户", team);
        Client eastern = company.user("sales", east);
        assertThat(eastern.get("/customerfile/customers/" + customer).status()).isEqualTo(404);
        assertThat(change(team, "\"parent\":\"" + east + "\"", 1).status()).isEqualTo(200);
        assertThat(eastern.get("/customerfile/customers/" + customer).status())
                .as("not before its day")
                .isEqualTo(404);
        assertThat(change(team, "\"name\":\"一队\"", 1).status())
                .as("the same day once more")
                .isEqualTo(200);
        String other = company.department("二组");
        String second = Company.customer(manager, "二组客户", other);
        assertThat(change(other, "\"parent\":\"" + east + "\"", 0).status()).isEqualTo(200);
        assertThat(eastern.get("/customerfile/customers/" + second).status()).isEqualTo(200);
    }

    @AcceptanceTest
    void a_department_leaves_its_company_only_without_files() {
        var company = new Company();
        var other = new Company();
        String busy = company.department("有档部门");
        Company.customer(company.user("credit-manager"), "留下的客户", busy);
        String free = company.department("空部门");
        String parent = "\"parent\":\"" + other.id() + "\"";
        assertThat(change(busy, parent, 0).code()).isEqualTo("in-charge-of-files");
        assertThat(change(free, parent, 5).code())
                .as("nobody plans for files to come")
                .isEqualTo("invalid-fields");
        assertThat(change(free, parent, 0).status()).isEqualTo(200);
        assertThat(names(other, null)).contains("空部门");
    }

    @AcceptanceTest
    void a_closed_department_gets_nothing_new_and_stays_readable() {
        var company = new Company();
        String department = company.department("撤销部");
        Client manager = company.user("credit-manager");
        String customer = Company.customer(manager, "旧客户", department);
        Client seller = company.user("sales", department);
        String below = node(department, "department", "下属组").text("/id");
        assertThat(change(department, "\"closed\":true", 0).code())
                .as("with open parts")
                .isEqualTo("invalid-fields");
        assertThat(change(below, "\"closed\":true", 0).status()).isEqualTo(200);
        assertThat(change(department, "\"closed\":true", 0).status()).isEqualTo(200);
        assertThat(seller.get("/customerfile/customers/" + customer).status()).isEqualTo(200);
        Answer opened =
                manager.post("/customerfile/customers", "{\"name\":\"新客户\",\"department\":\"" + department + "\"}");
        assertThat(opened.text("/reasons/0/facts/code")).isEqualTo("closed");
        assertThat(node(department, "department", "再建").code()).isEqualTo("invalid-fields");
        assertThat(node(company.id(), "department", "撤销部").status())
                .as("the name is free again")
                .isEqualTo(201);
    }

    @ParameterizedTest(name = "{0}")
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            change,                          of,      in days, status, fault
            a day that has passed,           team,    -1,      422,    past
            below itself,                    team,    0,       422,    below-itself
            a name that is taken,            team,    0,       409,    taken
            a company below a department,    company, 0,       422,    not-below-a-department
            nothing found there,             nobody,  0,       422,    unknown""")
    void what_does_not_fit_is_refused(String change, String of, int days, int status, String fault) {
        var company = new Company();
        String team = company.department("甲组");
        String below = node(team, "department", "甲下组").text("/id");
        company.department("乙组");
        String body = switch (change) {
            case "below itself" -> "\"parent\":\"" + below + "\"";
            case "a name that is taken" -> "\"name\":\"乙组\"";
            case "a company below a department" -> "\"parent\":\"" + new Company().department("丙组") + "\"";
            case "nothing found there" -> "\"parent\":\"" + java.util.UUID.randomUUID() + "\"";
            default -> "\"name\":\"丁组\"";
        };
        Answer answer = change(of.equals("company") ? company.id() : team, body, days);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.text("/reasons/0/facts/code")).isEqualTo(fault);
        assertThat(names(company, today)).contains("甲组", "乙组");
    }

    @AcceptanceTest
    void plans_come_true_with_their_day() throws Exception {
        try (RunningServer own = Suite.untouchedButSetUp()) {
            Client chief = own.admin();
            LocalDate start = own.part(BusinessClock.class).today();
            String root = chief.get("/identity/session").text("/node/id");
            String department = chief.post(
                            "/identity/nodes",
                            "{\"parent\":\"%s\",\"kind\":\"department\",\"name\":\"旧名\"}".formatted(root))
                    .text("/id");
            Client clerk = Users.add(own, "clerk", "company-office", department);
            change(chief, department, "\"name\":\"新名\"", start.plusDays(2));
            chief.post(
                    "/identity/users/" + clerk.get("/identity/session").text("/user/id") + "/roles",
                    "{\"role\":\"finance\",\"node\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                            .formatted(department, start.plusDays(2), start.plusDays(2)));
            assertThat(state(clerk)).isEqualTo("旧名 403");
            moveTo(chief, start.plusDays(2));
            assertThat(state(clerk)).isEqualTo("新名 200");
            moveTo(chief, start.plusDays(3));
            assertThat(state(clerk)).isEqualTo("新名 403");
        }
    }

    private static void moveTo(Client chief, LocalDate day) {
        Answer moved = chief.send("PUT", "/platform/clock", "{\"date\":\"" + day + "\"}", Map.of());
        assertThat(moved.status()).as("%s", moved.body()).isLessThan(300);
    }

    private static String state(Client clerk) {
        return clerk.get("/identity/session").text("/node/name") + " "
                + clerk.get("/receivable/items").status();
    }

    private Answer node(String parent, String kind, String name) {
        return admin.post(
                "/identity/nodes", "{\"parent\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\"}".formatted(parent, kind, name));
    }

    private Answer change(String node, String fields, int inDays) {
        return change(admin, node, fields, today.plusDays(inDays));
    }

    private static Answer change(Client client, String node, String fields, LocalDate from) {
        String version = client.get("/identity/nodes/" + node).header("ETag");
        return client.send(
                "PATCH",
                "/identity/nodes/" + node,
                "{" + fields + ",\"from\":\"" + from + "\"}",
                Map.of("If-Match", version));
    }

    /** Names of a company's nodes on a day. */
    private List<String> names(Company company, @Nullable LocalDate asOf) {
        Answer tree = company.user("auditor").get("/identity/nodes" + (asOf == null ? "" : "?asOf=" + asOf));
        return StreamSupport.stream(tree.json().at("/items").spliterator(), false)
                .map(item -> item.at("/name").asString())
                .toList();
    }
}
