package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.platform.problem.Refusal;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class PasswordTest {

    private final RunningServer server = Suite.server();

    @ParameterizedTest
    @Requirement("SEC-08")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation                       | password                       | fault
            too short                       | kq8#Vw2!xz                     | too-short
            eleven characters               | kq8#Vw2!xzP                    | too-short
            on every list                   | passwordpassword               | guessable
            on the lists, dressed up        | P@ssw0rd1234                   | guessable
            a row of keys                   | qwertyuiop[]                   | guessable
            digits in order                 | 123456789012                   | guessable
            one sign again and again        | aaaaaaaaaaaaaaaa               | guessable
            two words and a year            | iloveyou2024                   | guessable
            known in China                  | woaini1314520                  | guessable
            a date twice                    | 1990010119900101               | guessable
            holds the login                 | careful.person kq8#            | tells-a-name
            holds the login in capitals     | xkcd CAREFUL.PERSON !7         | tells-a-name
            holds the person's name         | 仔细之人 and a horse in a field | tells-a-name
            holds the company               | 示范公司 of the wide green hills  | tells-a-name
            holds the product               | the xindang of the green hills | tells-a-name
            a sentence                      | seven grey geese over Kashgar  |
            a Chinese sentence              | 七只灰雁飞过喀什的城墙上空        |
            twelve signs by chance          | kq8#Vw2!xzPd                   |""")
    void a_password_that_is_easy_to_guess_is_refused(String situation, String password, @Nullable String fault) {
        String found = "";
        try {
            new PasswordRules().check("password", password, "careful.person", "仔细之人", "示范公司");
        } catch (Refusal refused) {
            found = String.valueOf(refused.reasons().getFirst().facts().get("code"));
        }
        assertThat(found).as(situation).isEqualTo(fault == null ? "" : fault);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void nobody_gets_a_password_that_is_easy_to_guess() {
        Client admin = server.admin();
        String node = admin.get("/identity/session").text("/node/id");
        Answer added = admin.post("/identity/users", """
                {"login":"easy","name":"易猜","role":"sales","node":"%s","password":"P@ssw0rd1234"}""".formatted(node));
        assertThat(added.status()).isEqualTo(422);
        assertThat(added.text("/reasons/0/field")).isEqualTo("password");
        assertThat(added.text("/reasons/0/facts/code")).isEqualTo("guessable");
        assertThat(admin.get("/identity/users?q=easy").json().at("/items").size())
                .isZero();
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void what_an_administrator_set_must_be_replaced_before_anything_else() {
        Client admin = server.admin();
        String node = admin.get("/identity/session").text("/node/id");
        String first = "a first word for the newcomer";
        String own = "the newcomer's very own words";
        admin.post("/identity/users", """
                {"login":"fresh","name":"新人","role":"sales","node":"%s","password":"%s"}""".formatted(node, first));
        Client fresh = server.client();
        assertThat(enter(fresh, "fresh", first, null).code()).isEqualTo("password-change-due");
        assertThat(fresh.get("/identity/session").status()).isEqualTo(401);
        assertThat(enter(fresh, "fresh", "a wrong word altogether", own).code()).isEqualTo("wrong-credentials");
        assertThat(enter(fresh, "fresh", first, first).text("/reasons/0/facts/code"))
                .isEqualTo("same-as-before");
        assertThat(enter(fresh, "fresh", first, "qwertyuiop[]").text("/reasons/0/facts/code"))
                .isEqualTo("guessable");
        assertThat(enter(fresh, "fresh", first, own).status()).isEqualTo(200);
        assertThat(enter(server.client(), "fresh", first, null).code()).isEqualTo("wrong-credentials");
        assertThat(enter(server.client(), "fresh", own, null).status()).isEqualTo(200);
        assertThat(enter(server.client(), "fresh", own, "yet another set of words")
                        .code())
                .as("only what is due is replaced at sign-in")
                .isEqualTo("invalid-fields");
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void the_own_password_is_changed_with_the_old_one_and_ends_all_other_sessions() {
        Client here = Users.add(server, "changer", "sales");
        Client there = server.client().signedIn("changer", RunningServer.PASSWORD);
        String changed = "quite another stable of horses";
        assertThat(change(here, "not the old one", changed).code()).isEqualTo("wrong-password");
        assertThat(there.get("/identity/session").status()).isEqualTo(200);
        assertThat(change(here, RunningServer.PASSWORD, changed).status()).isEqualTo(204);
        assertThat(here.get("/identity/session").status()).isEqualTo(200);
        assertThat(there.get("/identity/session").status()).isEqualTo(401);
        assertThat(enter(server.client(), "changer", RunningServer.PASSWORD, null)
                        .code())
                .isEqualTo("wrong-credentials");
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void guessing_the_old_password_in_an_open_session_is_slowed_down_too() {
        Client client = Users.add(server, "left-open", "sales");
        for (int i = 0; i < 5; i++) {
            assertThat(change(client, "guess " + i, "a herd of quiet horses").status())
                    .isEqualTo(403);
        }
        assertThat(change(client, RunningServer.PASSWORD, "a herd of quiet horses")
                        .status())
                .isEqualTo(429);
        assertThat(server.client()
                        .signedIn("left-open", RunningServer.PASSWORD)
                        .get("/identity/session")
                        .status())
                .as("whoever guesses there locks nobody out")
                .isEqualTo(200);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_password_set_by_an_administrator_ends_the_sessions_and_is_due() {
        Client client = Users.add(server, "forgetful", "sales");
        String id = client.get("/identity/session").text("/user/id");
        Client admin = server.admin();
        String version = admin.get("/identity/users/" + id).header("ETag");
        String given = "given by the administrator";
        assertThat(admin.send(
                                "PATCH",
                                "/identity/users/" + id,
                                "{\"password\":\"" + given + "\"}",
                                Map.of("If-Match", version))
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/identity/session").status()).isEqualTo(401);
        assertThat(enter(server.client(), "forgetful", given, null).code()).isEqualTo("password-change-due");
    }

    private static Answer change(Client client, String old, String password) {
        return client.post("/identity/password", """
                {"old":"%s","password":"%s"}""".formatted(old, password));
    }

    private static Answer enter(Client client, String login, String password, @Nullable String newPassword) {
        String more = newPassword == null ? "" : ",\"newPassword\":\"" + newPassword + "\"";
        return client.post(
                "/identity/session", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"" + more + "}");
    }
}
