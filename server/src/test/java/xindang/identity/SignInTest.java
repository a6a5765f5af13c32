package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class SignInTest {

    private final RunningServer server = Suite.server();

    @AcceptanceTest
    void who_signs_in_is_known_until_signing_out() {
        Client client = server.client();
        assertThat(client.get("/identity/session").code()).isEqualTo("not-signed-in");
        client.signedIn(RunningServer.ADMIN, RunningServer.PASSWORD);
        Answer me = client.get("/identity/session");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("/user/role")).isEqualTo("administrator");
        assertThat(me.text("/node/name")).isEqualTo("示范公司");
        assertThat(client.delete("/identity/session").status()).isEqualTo(204);
        assertThat(client.get("/identity/session").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            situation,        login,   password,        status, code
            wrong password,   admin,   wrong horse,     401,    wrong-credentials
            no such login,    nobody,  correct horse,   401,    wrong-credentials
            hostile login,    ''' or 1=1 --', x,         401,    wrong-credentials
            empty login,      '',      correct horse,   422,    invalid-fields""")
    void a_wrong_sign_in_tells_nothing(String situation, String login, String password, int status, String code) {
        Answer answer = server.client()
                .post("/identity/session", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
        assertThat(answer.status()).as(situation).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void guessing_waits_longer_with_each_failure_even_for_the_right_password() {
        Users.add(server, "guessed", "sales");
        for (int i = 0; i < 5; i++) {
            assertThat(guess("guessed", "guess " + i).status()).isEqualTo(401);
        }
        for (int longest : new int[] {30, 60, 120}) {
            Answer waiting = guess("guessed", RunningServer.PASSWORD);
            assertThat(waiting.status()).isEqualTo(429);
            assertThat(Integer.parseInt(waiting.header("Retry-After"))).isBetween(longest - 20, longest);
            pass("guessed", longest);
            assertThat(guess("guessed", "another guess").status()).isEqualTo(401);
        }
        assertThat(guess(RunningServer.ADMIN, RunningServer.PASSWORD).status()).isEqualTo(200);
        pass("guessed", 900);
        assertThat(guess("guessed", RunningServer.PASSWORD).status()).isEqualTo(200);
        assertThat(guess("guessed", "begins anew").status()).isEqualTo(401);
    }

    /** Lets seconds pass since the failures of a login. */
    private static void pass(String login, int seconds) {
        Company.sql(
                "update identity_attempt set tried_at = tried_at - make_interval(secs => ?) where login = ?",
                seconds,
                login);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void many_guesses_at_once_count_as_many() throws Exception {
        Users.add(server, "stormed", "sales");
        try (var threads = Executors.newFixedThreadPool(12)) {
            var answers = IntStream.range(0, 12)
                    .mapToObj(i ->
                            threads.submit(() -> guess("stormed", "storm " + i).status()))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(401, 429);
            assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
        }
    }

    @AcceptanceTest
    void a_closed_account_ends_at_once() {
        Client client = Users.add(server, "leaver", "sales");
        String id = client.get("/identity/session").text("/user/id");
        Client admin = server.admin();
        String version = admin.get("/identity/users/" + id).header("ETag");
        Answer closed = admin.send("PATCH", "/identity/users/" + id, "{\"active\":false}", Map.of("If-Match", version));
        assertThat(closed.status()).isEqualTo(200);
        assertThat(client.get("/identity/session").status()).isEqualTo(401);
        assertThat(guess("leaver", RunningServer.PASSWORD).code()).isEqualTo("wrong-credentials");
    }

    @AcceptanceTest
    void a_session_is_renewed_at_sign_in_and_its_cookie_is_out_of_reach_of_scripts() {
        Client client = server.client();
        client.signedIn(RunningServer.ADMIN, RunningServer.PASSWORD);
        String first = client.cookie("XD_SESSION");
        Answer again = client.post(
                "/identity/session", "{\"login\":\"admin\",\"password\":\"" + RunningServer.PASSWORD + "\"}");
        assertThat(client.cookie("XD_SESSION")).isNotEmpty().isNotEqualTo(first);
        assertThat(again.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("XD_SESSION=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict"));
    }

    @AcceptanceTest
    void a_change_without_the_token_is_refused() {
        Client admin = server.admin();
        Answer forged = admin.sendAsIs("PATCH", "/identity/session", "{\"language\":\"en\"}", Map.of());
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.code()).isEqualTo("csrf-missing");
    }

    @AcceptanceTest
    void a_person_chooses_the_language() {
        Client client = Users.add(server, "linguist", "sales");
        Answer me = client.send("PATCH", "/identity/session", "{\"language\":\"en\"}", Map.of());
        assertThat(me.text("/user/language")).isEqualTo("en");
        assertThat(client.get("/identity/session").text("/user/language")).isEqualTo("en");
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void passwords_are_kept_as_argon2id_only() throws SQLException {
        try (Connection database = Suite.database("owner");
                PreparedStatement query =
                        database.prepareStatement("select password_hash from identity_user where login = 'admin'");
                ResultSet row = query.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).startsWith("$argon2id$v=19$");
        }
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void passwords_cost_what_owasp_advises_unless_the_operator_says_otherwise() {
        try (var context = new AnnotationConfigApplicationContext()) {
            // Without the setting with which the suite makes hashes cheap.
            context.getEnvironment()
                    .getPropertySources()
                    .remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
            context.register(PasswordHasher.class);
            context.refresh();
            PasswordHasher hasher = context.getBean(PasswordHasher.class);
            String hash = hasher.hash("correct horse");
            assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(hasher.matches("correct horse", hash)).isTrue();
            assertThat(hasher.matches("correct hose", hash)).isFalse();
            assertThat(new PasswordHasher(64).matches("correct horse", hash))
                    .as("a hash says what it took")
                    .isTrue();
        }
    }

    private Answer guess(String login, String password) {
        return server.client()
                .post("/identity/session", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
    }
}
