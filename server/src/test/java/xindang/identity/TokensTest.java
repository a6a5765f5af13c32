package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static xindang.suite.Company.sql;

import java.time.LocalDate;
import java.util.Map;
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

class TokensTest {

    private final RunningServer server = Suite.server();

    @AcceptanceTest
    @Requirement({"INT-06", "SEC-08"})
    void a_program_acts_with_a_token_and_needs_no_cookie() {
        Client manager = new Company().user("credit-manager");
        String token =
                made(manager, "\"customerfile.read\",\"customerfile.write\"").text("/token");
        Client program = server.client();
        assertThat(with(program, token, "GET", "/customerfile/customers", null).status())
                .isEqualTo(200);
        assertThat(with(program, token, "POST", "/customerfile/customers", "{\"name\":\"由程序建档\"}")
                        .status())
                .isEqualTo(201);
        assertThat(with(program, token, "GET", "/receivable/currencies", null).code())
                .as("a right of the person that the token did not get")
                .isEqualTo("right-missing");
        assertThat(program.cookie("XD_SESSION")).isEmpty();
        Answer line = manager.get("/identity/tokens");
        assertThat(line.text("/items/0/lastAddress")).isEqualTo("127.0.0.1");
        assertThat(line.text("/items/0/lastUsedAt")).isNotEmpty();
        assertThat(line.body()).doesNotContain(token);
    }

    @AcceptanceTest
    @Requirement("INT-06")
    void a_token_ends_when_revoked_when_expired_and_with_the_account() {
        Client manager = new Company().user("credit-manager");
        Answer first = made(manager, "\"customerfile.read\"");
        Answer second = made(manager, "\"customerfile.read\"");
        Answer third = made(manager, "\"customerfile.read\"");
        assertThat(asks(third).status()).isEqualTo(200);
        assertThat(manager.delete("/identity/tokens/" + first.text("/line/id")).status())
                .isEqualTo(204);
        assertThat(asks(first).code()).isEqualTo("token-not-valid");
        sql("update identity_token set expires_at = now() where id = ?", second.text("/line/id"));
        assertThat(asks(second).code()).isEqualTo("token-not-valid");
        Client admin = server.admin();
        String path = "/identity/users/" + manager.get("/identity/session").text("/user/id");
        admin.send(
                "PATCH",
                path,
                "{\"active\":false}",
                Map.of("If-Match", admin.get(path).header("ETag")));
        assertThat(asks(third).code()).isEqualTo("token-not-valid");
    }

    @AcceptanceTest
    @Requirement("INT-06")
    void a_token_loses_what_its_user_loses() {
        var company = new Company();
        Client manager = company.user("credit-manager");
        String token =
                made(manager, "\"customerfile.write\",\"customerfile.read\"").text("/token");
        Client admin = server.admin();
        String user = manager.get("/identity/session").text("/user/id");
        String roles = "/identity/users/" + user + "/roles";
        String held = admin.get(roles).text("/items/0/id");
        Answer given = admin.post(roles, "{\"role\":\"sales\",\"node\":\"%s\"}".formatted(company.id()));
        assertThat(given.status()).isEqualTo(201);
        LocalDate yesterday = server.part(BusinessClock.class).today().minusDays(1);
        Answer ended = admin.send("PUT", roles + "/" + held, "{\"until\":\"%s\"}".formatted(yesterday), Map.of());
        assertThat(ended.status()).isEqualTo(200);
        Client program = server.client();
        assertThat(with(program, token, "GET", "/customerfile/customers", null).status())
                .isEqualTo(200);
        assertThat(with(program, token, "POST", "/customerfile/customers", "{\"name\":\"不该有\"}")
                        .code())
                .isEqualTo("right-missing");
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("SEC-08")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            method | path                                   | body
            GET    | /identity/tokens                       |
            POST   | /identity/tokens                       | {"name":"n","rights":["identity.read"],"until":"2026-12-31","password":"correct horse"}
            POST   | /identity/password                     | {"old":"correct horse","password":"a herd of grey horses"}
            POST   | /identity/second-factor                | {"password":"correct horse"}
            GET    | /identity/sessions                     |
            DELETE | /identity/sessions                     |
            GET    | /identity/account                      |
            PATCH  | /identity/session                      | {"language":"en"}
            POST   | /identity/session                      | {"login":"admin","password":"correct horse"}
            POST   | /customerfile/slips                    | {"receiver":"00000000-0000-7000-8000-000000000000","selection":"all"}
            GET    | /identity/%74okens                     |""")
    void a_token_never_touches_what_belongs_to_signing_in(String method, String path, @Nullable String body) {
        String token = made(server.admin(), "\"identity.read\"").text("/token");
        Client program = server.client();
        assertThat(with(program, token, "GET", "/identity/users", null).status())
                .isEqualTo(200);
        assertThat(with(program, token, method, path, body).code()).isEqualTo("not-for-tokens");
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            situation,               right,              days, password,        code
            a right of nobody,       no.such,            30,   correct horse,   invalid-fields
            a right of others,       insight.assess,     30,   correct horse,   invalid-fields
            could make credentials,  identity.manage,    30,   correct horse,   invalid-fields
            yesterday,               customerfile.read,  -1,   correct horse,   invalid-fields
            for two years,           customerfile.read,  730,  correct horse,   invalid-fields
            wrong password,          customerfile.read,  30,   wrong horse,     wrong-password""")
    void a_token_is_made_only_of_what_one_has(String situation, String right, int days, String password, String code) {
        Answer answer = server.admin().post("/identity/tokens", """
                {"name":"n","rights":["%s"],"until":"%s","password":"%s"}""".formatted(
                        right, LocalDate.now(BusinessClock.ZONE).plusDays(days), password));
        assertThat(answer.code()).as(situation).isEqualTo(code);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_session_does_not_help_a_bad_token_and_a_token_of_others_cannot_be_revoked() {
        Client admin = server.admin();
        Answer mixed = admin.sendAsIs("GET", "/identity/users", null, Map.of("Authorization", "Bearer xdt_made-up"));
        assertThat(mixed.code()).isEqualTo("token-not-valid");
        assertThat(mixed.header("WWW-Authenticate")).isEqualTo("Bearer");
        String id = made(admin, "\"identity.read\"").text("/line/id");
        Client other = Users.add(server, "revoker", "sales");
        assertThat(other.delete("/identity/tokens/" + id).status()).isEqualTo(404);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void the_same_request_sent_again_does_not_tell_the_token_again() {
        Client manager = new Company().user("credit-manager");
        String body = body("\"customerfile.read\"");
        Map<String, String> key = Map.of("Idempotency-Key", "token-once");
        String first = manager.send("POST", "/identity/tokens", body, key).text("/token");
        assertThat(first).startsWith("xdt_").hasSize(47);
        assertThat(manager.send("POST", "/identity/tokens", body, key).text("/token"))
                .isNotEqualTo(first);
    }

    private static String body(String rights) {
        return """
                {"name":"夜间接口","rights":[%s],"until":"%s","password":"%s"}""".formatted(rights, LocalDate.now(BusinessClock.ZONE).plusDays(90), RunningServer.PASSWORD);
    }

    private static Answer made(Client client, String rights) {
        Answer made = client.post("/identity/tokens", body(rights));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    private Answer asks(Answer made) {
        return with(server.client(), made.text("/token"), "GET", "/customerfile/customers", null);
    }

    private static Answer with(Client program, String token, String method, String path, @Nullable String body) {
        return program.sendAsIs(method, path, body, Map.of("Authorization", "Bearer " + token));
    }
}
