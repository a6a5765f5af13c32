package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.platform.time.BusinessClock;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Contract;
import xindang.suite.RunningServer;
import xindang.suite.Suite;
import xindang.suite.Values;

/** Auditors look for a time, change nothing, and are watched. */
class AuditorsTest {

    /**
     * What concerns nobody but the auditor: ways of signing in, a deputy (who gets nothing of an auditor), saved views, slips of
     * what he kept before, and that he has read the regime.
     */
    private static final List<String> OWN = List.of(
            "/identity/session",
            "/identity/setup",
            "/identity/password",
            "/identity/second-factor",
            "/identity/passkeys",
            "/identity/tokens",
            "/identity/deputies",
            "/identity/provider",
            "/platform/views",
            "/notification/notices",
            "/notification/preferences",
            "/customerfile/slips",
            "/policy/readings/{draft}/acknowledgement",
            "/secrecy/agreement/acknowledgement");

    private final RunningServer server = Suite.server();

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "external-reviewer"})
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("ORG-09")
    void auditors_change_nothing(String role) {
        var company = new Company();
        Client auditor = company.user(role);
        Contract contract = Contract.read();
        List<Contract.Endpoint> changing = contract.endpoints().stream()
                .filter(endpoint -> !endpoint.method().equals("GET")
                        && OWN.stream().noneMatch(own -> endpoint.path().startsWith(own)))
                .toList();
        assertThat(changing).hasSizeGreaterThan(10);
        for (Contract.Endpoint endpoint : changing) {
            String path =
                    endpoint.path().replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
            String body = endpoint.body() == null
                    ? null
                    : JsonMapper.shared()
                            .writeValueAsString(new Values(contract, company.id()).object(endpoint.body()));
            Answer answer = auditor.send(endpoint.method(), path, body, Map.of("If-Match", "\"1\""));
            if (answer.status() == 415) {
                // Takes files and texts instead.
                answer = auditor.send(
                        endpoint.method(), path + "?kind=customers", "x", Map.of("Content-Type", "text/plain"));
            }
            if (answer.status() == 415) {
                answer = auditor.upload(path, "x.txt", new byte[] {'x'}, Map.of("If-Match", "\"1\""));
            }
            // Directories read problems in a form of their own.
            boolean scim = endpoint.path().startsWith("/identity/scim/");
            assertThat(scim ? String.valueOf(answer.status()) : answer.code())
                    .as("%s", endpoint)
                    .isEqualTo(scim ? "403" : "right-missing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "external-reviewer"})
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("ORG-09")
    void an_auditor_comes_for_a_time(String role) {
        var company = new Company();
        Client person = company.user("company-office");
        String path = "/identity/users/" + person.get("/identity/session").text("/user/id") + "/roles";
        LocalDate today = server.part(BusinessClock.class).today();
        String gift = "{\"role\":\"%s\",\"node\":\"%s\",\"until\":%s}";
        Answer endless = server.admin().post(path, gift.formatted(role, company.id(), "null"));
        assertThat(endless.text("/reasons/0/field")).isEqualTo("until");
        Answer given = server.admin().post(path, gift.formatted(role, company.id(), "\"" + today + "\""));
        assertThat(given.status()).isEqualTo(201);
        Answer prolonged = server.admin().send("PUT", path + "/" + given.text("/id"), "{\"until\":null}", Map.of());
        assertThat(prolonged.text("/reasons/0/field")).isEqualTo("until");
    }

    @AcceptanceTest
    @Requirement("ORG-09")
    void everything_an_auditor_opens_stands_in_the_trail() {
        var company = new Company();
        Client manager = company.user("credit-manager");
        String customer = Company.customer(manager, "被查客户", null);
        Client auditor = company.user("external-reviewer");
        int before = reads(company);
        assertThat(auditor.get("/customerfile/customers?q=x").status()).isEqualTo(200);
        assertThat(auditor.get("/customerfile/customers/" + customer).status()).isEqualTo(200);
        assertThat(auditor.get("/customerfile/customers/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        manager.get("/customerfile/customers/" + customer);
        assertThat(reads(company) - before).isEqualTo(3);
        assertThat(server.db()
                        .fetchCount(
                                DSL.table("audittrail_entry"),
                                DSL.condition("action = 'audittrail.read' and object_id = ?::uuid", customer)))
                .isEqualTo(1);
    }

    private int reads(Company company) {
        return server.db()
                .fetchCount(
                        DSL.table("audittrail_entry"),
                        DSL.condition("action = 'audittrail.read' and node_id = ?::uuid", company.id()));
    }

    @AcceptanceTest
    @Requirement("ORG-09")
    void a_copy_of_an_auditors_role_is_an_auditors_role() {
        Client admin = Suite.server().admin();
        String root = admin.get("/identity/session").text("/node/id");
        String preset = "";
        for (var role : admin.get("/identity/roles").json().at("/items")) {
            if (role.at("/code").asString("").equals("auditor")) {
                preset = role.at("/id").asString("");
            }
        }
        Answer copy = admin.post("/identity/roles", """
                {"node":"%s","role":{"zh":"审计副本","rights":["customerfile.read","platform.jobs"],"copyOf":"%s"}}""".formatted(root, preset));
        assertThat(copy.text("/auditing")).as(copy.body()).isEqualTo("true");
        String someone = new Company().user("sales").get("/identity/session").text("/user/id");
        Answer endless = admin.post(
                "/identity/users/" + someone + "/roles",
                "{\"role\":\"%s\",\"node\":\"%s\"}".formatted(copy.text("/id"), root));
        assertThat(endless.text("/reasons/0/field")).as("comes for a time").isEqualTo("until");
    }
}
