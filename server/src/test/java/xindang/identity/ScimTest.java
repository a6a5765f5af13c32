package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static xindang.suite.Company.sql;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
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

class ScimTest {

    private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private final RunningServer server = Suite.server();
    private final Company company = new Company();
    private final Answer connection = connected(company.id());
    private final String token = connection.text("/token");
    private final String first = connection.text("/line/id");

    @AcceptanceTest
    @Requirement("INT-05")
    void a_newcomer_has_an_account_without_roles_and_without_a_password_anybody_knows() {
        String login = login();
        Answer made = post("""
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","externalId":"x-%s",
                 "name":{"familyName":"王","givenName":"小明"},"active":true,"password":"chosen by the directory",
                 "emails":[{"value":"a@example.com","primary":true}]}""".formatted(login.toUpperCase(java.util.Locale.ROOT), login));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Content-Type")).startsWith("application/scim+json");
        assertThat(made.text("/userName")).isEqualTo(login);
        assertThat(made.text("/displayName")).isEqualTo("王小明");
        assertThat(made.body()).doesNotContain("password");
        String id = made.text("/id");
        assertThat(server.admin()
                        .get("/identity/users/" + id + "/roles")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(server.client()
                        .post(
                                "/identity/session",
                                "{\"login\":\"" + login + "\",\"password\":\"chosen by the directory\"}")
                        .code())
                .isEqualTo("wrong-credentials");
        assertThat(get("/Users?filter=" + Client.encoded("userName eq \"" + login + "\""))
                        .text("/Resources/0/id"))
                .isEqualTo(id);
        assertThat(get("/Users?filter=" + Client.encoded("externalId eq \"x-" + login + "\""))
                        .text("/Resources/0/id"))
                .isEqualTo(id);
        assertThat(post("{\"userName\":\"" + login + "\"}").text("/scimType")).isEqualTo("uniqueness");
        Answer trail = server.admin().get("/audittrail/entries?object=" + id);
        assertThat(trail.body()).contains("\"人事系统\"").contains("identity.add-user");
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("INT-05")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            how the directory says it  | method | body
            value of a path            | PATCH  | {"schemas":["%s"],"Operations":[{"op":"replace","path":"active","value":false}]}
            a text, in capitals        | PATCH  | {"schemas":["%s"],"Operations":[{"op":"Replace","path":"active","value":"False"}]}
            an object without a path   | PATCH  | {"schemas":["%s"],"Operations":[{"op":"replace","value":{"active":false}}]}
            with other attributes      | PATCH  | {"schemas":["%s"],"Operations":[{"op":"add","path":"title","value":"x"},{"op":"Replace","path":"urn:ietf:params:scim:schemas:core:2.0:User:active","value":"false"}]}
            as a whole                 | PUT    | {"userName":"LOGIN","active":false}
            deleted                    | DELETE |""")
    void a_leaver_is_out_with_the_next_request(String how, String method, @Nullable String body) {
        Client leaver = company.user("credit-manager");
        String id = leaver.get("/identity/session").text("/user/id");
        String login = leaver.get("/identity/session").text("/user/login");
        String key = leaver.post("/identity/tokens", """
                {"name":"n","rights":["customerfile.read"],"until":"%s","password":"%s"}""".formatted(in(30), RunningServer.PASSWORD))
                .text("/token");
        assertThat(asked(key).status()).isEqualTo(200);
        String sent = body == null ? null : body.replace("%s", PATCH).replace("LOGIN", login);
        Answer locked = call(method, "/Users/" + id, sent);
        assertThat(locked.status()).as(locked.body()).isIn(200, 204);
        assertThat(leaver.get("/identity/session").code()).as(how).isEqualTo("not-signed-in");
        assertThat(asked(key).code()).isEqualTo("token-not-valid");
        Answer row = server.admin().get("/identity/users/" + id);
        assertThat(row.json().at("/active").asBoolean()).isFalse();
        assertThat(row.text("/lockedByDirectory")).isNotEmpty();
        assertThat(get("/Users/" + id).json().at("/active").asBoolean()).isFalse();
        assertThat(server.admin().get("/audittrail/entries?object=" + id).body())
                .contains("\"人事系统\"")
                .contains("identity.change-user");
    }

    @AcceptanceTest
    @Requirement("INT-05")
    void a_directory_opens_what_it_locked_and_nothing_else() {
        String id = post("{\"userName\":\"" + login() + "\",\"active\":false}").text("/id");
        assertThat(active(id, true).status()).isEqualTo(200);
        assertThat(server.admin().get("/identity/users/" + id).text("/lockedByDirectory"))
                .isEmpty();
        byAdmin(id, "{\"active\":false}");
        assertThat(active(id, true).status()).isEqualTo(403);
        byAdmin(id, "{\"active\":true}");
        active(id, false);
        String other = connected(company.id()).text("/token");
        Answer opened = call(
                other, "PATCH", "/Users/" + id, "{\"Operations\":[{\"op\":\"replace\",\"value\":{\"active\":true}}]}");
        assertThat(opened.status()).as("locked by another directory").isEqualTo(403);
        assertThat(active(id, true).status()).isEqualTo(200);
    }

    @AcceptanceTest
    @Requirement("INT-05")
    void another_directory_keeps_an_account_once_the_first_is_disconnected() {
        String id = post("{\"userName\":\"" + login() + "\",\"externalId\":\"outer-1\"}")
                .text("/id");
        String other = connected(company.id()).text("/token");
        String rename = replace("displayName", "\"新名\"");
        assertThat(call(other, "PATCH", "/Users/" + id, rename).status()).isEqualTo(403);
        assertThat(call(other, "GET", "/Users/" + id, null).body())
                .as("what the first calls it")
                .doesNotContain("outer-1");
        server.admin().delete("/identity/directories/" + first);
        assertThat(call("GET", "/Users/" + id, null).status()).isEqualTo(401);
        assertThat(call(other, "PATCH", "/Users/" + id, rename).text("/displayName"))
                .isEqualTo("新名");
    }

    @AcceptanceTest
    @Requirement({"INT-05", "SEC-01"})
    void a_directory_reaches_nobody_outside_its_node() {
        String department = company.department("部门");
        Client outside = company.user("sales");
        String id = outside.get("/identity/session").text("/user/id");
        String login = outside.get("/identity/session").text("/user/login");
        String small = connected(department).text("/token");
        assertThat(call(small, "GET", "/Users/" + id, null).status()).isEqualTo(404);
        assertThat(call(small, "DELETE", "/Users/" + id, null).status()).isEqualTo(404);
        Answer list = call(small, "GET", "/Users?filter=" + Client.encoded("userName eq \"" + login + "\""), null);
        assertThat(list.json().at("/totalResults").asInt()).isZero();
        assertThat(outside.get("/identity/session").status()).isEqualTo(200);
    }

    @AcceptanceTest
    @Requirement({"INT-05", "SEC-08"})
    void whoever_rules_over_people_is_locked_by_it_but_not_taken_over() {
        Client ruler = company.user("system-administrator");
        String id = ruler.get("/identity/session").text("/user/id");
        Answer renamed = call("PATCH", "/Users/" + id, replace("displayName", "\"别人\""));
        assertThat(renamed.status()).isEqualTo(403);
        assertThat(call("PATCH", "/Users/" + id, replace("externalId", "\"e1\""))
                        .status())
                .isEqualTo(403);
        Answer linked =
                server.admin().send("PUT", "/identity/users/" + id + "/directory", """
                {"directory":"%s","externalId":"e1"}""".formatted(first), Map.of());
        assertThat(linked.status()).as(linked.body()).isEqualTo(204);
        assertThat(server.admin().get("/identity/users/" + id + "/ways").text("/directory/origin"))
                .isEqualTo("linked");
        assertThat(call("PATCH", "/Users/" + id, replace("displayName", "\"别人\""))
                        .status())
                .isEqualTo(200);
        assertThat(active(id, false).status()).isEqualTo(200);
        assertThat(ruler.get("/identity/session").status()).isEqualTo(401);
    }

    /** On a server of its own: elsewhere others may rule too, and then nobody is the last. */
    @AcceptanceTest
    void the_last_administrator_stays() throws Exception {
        try (RunningServer alone = Suite.untouchedButSetUp()) {
            Client admin = alone.admin();
            String root = admin.get("/identity/session").text("/node/id");
            String id = admin.get("/identity/session").text("/user/id");
            String whole = connected(alone, root).text("/token");
            Answer locked = call(alone, whole, "DELETE", "/Users/" + id, null);
            assertThat(locked.status()).as(locked.body()).isEqualTo(409);
            assertThat(admin.get("/identity/session").status()).isEqualTo(200);
        }
    }

    @AcceptanceTest
    void a_login_does_not_change() {
        String kept = post("{\"userName\":\"" + login() + "\"}").text("/id");
        assertThat(call("PATCH", "/Users/" + kept, replace("userName", "\"admin\""))
                        .text("/scimType"))
                .isEqualTo("mutability");
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("SEC-08")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            method, path
            GET,    /identity/session
            GET,    /identity/users
            GET,    /identity/account
            POST,   /identity/session
            GET,    /customerfile/customers
            GET,    /platform/views
            GET,    /identity/directories
            GET,    /identity/%75sers""")
    void a_token_of_a_directory_opens_nothing_else(String method, String path) {
        Answer answer = server.client()
                .sendAsIs(
                        method,
                        path,
                        method.equals("POST") ? "{\"login\":\"admin\",\"password\":\"correct horse\"}" : null,
                        bearer(token));
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void nothing_else_opens_the_door_of_directories() {
        Client admin = server.admin();
        assertThat(admin.get("/identity/scim/v2/Users").status()).isEqualTo(403);
        assertThat(server.client().get("/identity/scim/v2/Users").status()).isEqualTo(401);
        String key = admin.post("/identity/tokens", """
                {"name":"n","rights":["identity.read"],"until":"%s","password":"%s"}""".formatted(in(30), RunningServer.PASSWORD))
                .text("/token");
        assertThat(call(key, "GET", "/Users", null).status()).isEqualTo(403);
        Answer made = connected(company.id());
        String id = made.text("/line/id");
        String renewed = admin.post(
                        "/identity/directories/" + id + "/token", """
                {"until":"%s","password":"%s"}""".formatted(in(60), RunningServer.PASSWORD))
                .text("/token");
        assertThat(call(made.text("/token"), "GET", "/Users", null).status())
                .as("the token before")
                .isEqualTo(401);
        assertThat(call(renewed, "GET", "/Users", null).status()).isEqualTo(200);
        sql("update identity_directory set expires_at = now() where id = ?", id);
        Answer expired = call(renewed, "GET", "/Users", null);
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.header("Content-Type")).startsWith("application/scim+json");
        assertThat(expired.text("/schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(admin.delete("/identity/directories/" + id).status()).isEqualTo(204);
        assertThat(admin.get("/identity/directories").body()).doesNotContain(id);
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            method | path                                   | body                                              | status
            GET    | /Users?filter=title+eq+%22x%22         |                                                   | 400
            GET    | /Users?filter=userName+eq+x            |                                                   | 400
            GET    | /Users?startIndex=-5&count=-1          |                                                   | 200
            GET    | /Users?startIndex=x                    |                                                   | 400
            GET    | /Users/not-an-id                       |                                                   | 404
            GET    | /Nothing                               |                                                   | 404
            POST   | /Users                                 | {                                                 | 400
            POST   | /Users                                 | []                                                | 400
            POST   | /Users                                 | {}                                                | 400
            POST   | /Users                                 | {"userName":{"a":1}}                              | 400
            POST   | /Users                                 | {"userName":"' or 1=1 --"}                        | 400
            POST   | /Users                                 | {"userName":"fine-name","displayName":"\\u0000"}  | 400
            POST   | /Users                                 | {"userName":"fine-name","active":"perhaps"}       | 400
            PATCH  | /Users/ID                              | {"Operations":[]}                                 | 400
            PATCH  | /Users/ID                              | {"Operations":[7]}                                | 400
            PATCH  | /Users/ID                              | {"Operations":[{"op":"explode","path":"active"}]} | 400
            PATCH  | /Users/ID                              | {"Operations":[{"op":"remove","path":"active"}]}  | 400
            PATCH  | /Users/ID                              | {"Operations":[{"op":"add"}]}                     | 400
            PUT    | /Users/ID                              | {"active":false}                                  | 400""")
    void what_is_not_understood_is_refused_in_the_form_of_the_standard(
            String method, String path, @Nullable String body, int status) {
        String id = post("{\"userName\":\"" + login() + "\"}").text("/id");
        Answer answer = call(method, path.replace("ID", id), body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/scim+json");
        if (status >= 400) {
            assertThat(answer.text("/status")).isEqualTo(String.valueOf(status));
            assertThat(answer.text("/detail")).isNotBlank();
        }
    }

    @AcceptanceTest
    void it_tells_what_it_is_able_to() {
        assertThat(get("/ServiceProviderConfig").json().at("/patch/supported").asBoolean())
                .isTrue();
        assertThat(get("/ResourceTypes").text("/Resources/0/endpoint")).isEqualTo("/Users");
        String schema = get("/ResourceTypes/User").text("/schema");
        assertThat(get("/Schemas/" + schema).text("/id")).isEqualTo(schema);
        assertThat(get("/Schemas").json().at("/totalResults").asInt()).isEqualTo(1);
        Answer page = get("/Users?startIndex=1&count=0");
        assertThat(page.json().at("/Resources").size()).isZero();
    }

    private static String login() {
        return "n" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static LocalDate in(int days) {
        return LocalDate.now(BusinessClock.ZONE).plusDays(days);
    }

    private static String replace(String path, String value) {
        return "{\"Operations\":[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":" + value + "}]}";
    }

    private Answer connected(String node) {
        return connected(server, node);
    }

    private static Answer connected(RunningServer at, String node) {
        Answer made = at.admin().post("/identity/directories", """
                {"node":"%s","name":"人事系统","until":"%s","password":"%s"}""".formatted(node, in(90), RunningServer.PASSWORD));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    private void byAdmin(String id, String body) {
        Client admin = server.admin();
        String path = "/identity/users/" + id;
        Answer changed = admin.send(
                "PATCH", path, body, Map.of("If-Match", admin.get(path).header("ETag")));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private Answer active(String id, boolean active) {
        return call("PATCH", "/Users/" + id, replace("active", String.valueOf(active)));
    }

    private Answer asked(String key) {
        return server.client().sendAsIs("GET", "/customerfile/customers", null, bearer(key));
    }

    private Answer get(String path) {
        return call("GET", path, null);
    }

    private Answer post(String body) {
        return call("POST", "/Users", body);
    }

    private Answer call(String method, String path, @Nullable String body) {
        return call(token, method, path, body);
    }

    private Answer call(String by, String method, String path, @Nullable String body) {
        return call(server, by, method, path, body);
    }

    private static Answer call(RunningServer at, String by, String method, String path, @Nullable String body) {
        return at.client()
                .sendAsIs(
                        method,
                        "/identity/scim/v2" + path,
                        body,
                        Map.of("Authorization", "Bearer " + by, "Content-Type", "application/scim+json"));
    }

    private static Map<String, String> bearer(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }
}
