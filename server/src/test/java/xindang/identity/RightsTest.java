package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class RightsTest {

    private final RunningServer server = Suite.server();

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("ORG-02")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            role,              sees users, makes users
            administrator,     200,        422
            credit-manager,    200,        403
            credit-specialist, 200,        403
            sales,             200,        403
            finance,           200,        403
            collector,         200,        403
            archivist,         200,        403
            auditor,           200,        403
            executive,         200,        403
            system-administrator,   200,   422
            security-administrator, 200,   403
            audit-administrator,    200,   403""")
    void a_role_may_what_its_list_says(String role, int sees, int makes) {
        Client client = Users.add(server, "role-" + role, role);
        assertThat(client.get("/identity/users").status()).isEqualTo(sees);
        assertThat(client.post("/identity/users", "{}").status()).isEqualTo(makes);
    }

    @AcceptanceTest
    @Requirement("SEC-01")
    void without_a_session_everything_but_the_open_is_closed() {
        assertThat(server.client().get("/identity/users").status()).isEqualTo(401);
        assertThat(server.client().get("/identity/nodes").status()).isEqualTo(401);
        assertThat(server.client().post("/identity/users", "not even JSON").status())
                .isEqualTo(401);
    }

    @AcceptanceTest
    @Requirement("ORG-01")
    void nobody_sees_beside_or_above_the_own_node() {
        Client admin = server.admin();
        String company = admin.get("/identity/session").text("/node/id");
        String east = node(admin, company, "东区");
        String west = node(admin, company, "西区");
        Client eastern = Users.add(server, "eastern", "sales", east);
        String westerner = Users.add(server, "western", "sales", west)
                .get("/identity/session")
                .text("/user/id");
        assertThat(eastern.get("/identity/users?q=western").json().at("/items").size())
                .isZero();
        assertThat(eastern.get("/identity/users/" + westerner).status()).isEqualTo(404);
        assertThat(eastern.get("/identity/nodes").json().at("/items").size()).isEqualTo(1);
        assertThat(admin.get("/identity/users?q=western").json().at("/items").size())
                .isEqualTo(1);
    }

    @AcceptanceTest
    void an_administrator_cannot_close_or_demote_the_own_account() {
        Client admin = server.admin();
        String id = admin.get("/identity/session").text("/user/id");
        String version = admin.get("/identity/users/" + id).header("ETag");
        Answer closed = admin.send("PATCH", "/identity/users/" + id, "{\"active\":false}", Map.of("If-Match", version));
        assertThat(closed.code()).isEqualTo("conflict");
        Answer roles = admin.get("/identity/users/" + id + "/roles");
        Answer ended = admin.send(
                "PUT",
                "/identity/users/" + id + "/roles/" + roles.text("/items/0/id"),
                "{\"until\":\"2199-12-31\"}",
                Map.of());
        assertThat(ended.code()).isEqualTo("conflict");
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            version sent, status, code
            ,             428,    precondition-required
            '"999"',      412,    stale
            nonsense,     412,    stale
            present,      200,    ''""")
    void a_change_names_the_version_it_starts_from(@Nullable String sent, int status, String code) {
        Client admin = server.admin();
        String id = admin.get("/identity/session").text("/user/id");
        Map<String, String> headers = sent == null
                ? Map.of()
                : Map.of(
                        "If-Match",
                        sent.equals("present")
                                ? admin.get("/identity/users/" + id).header("ETag")
                                : sent);
        Answer answer = admin.send("PATCH", "/identity/users/" + id, "{\"name\":\"管理员\"}", headers);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static String node(Client admin, String parent, String name) {
        return admin.post("/identity/nodes", """
                {"parent":"%s","kind":"department","name":"%s"}""".formatted(parent, name)).text("/id");
    }
}
