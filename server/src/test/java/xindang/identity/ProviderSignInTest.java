package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.identity.HouseProvider.Spoiled;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class ProviderSignInTest {

    private static final String CALLBACK = "/identity/provider/callback?";
    private static HouseProvider provider;
    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        provider = new HouseProvider();
        server = connected(provider.issuer());
    }

    /** A server that knows a provider. */
    private static RunningServer connected(String issuer) throws Exception {
        Path secret = Files.writeString(Files.createTempFile(Path.of("target"), "oidc", ".secret"), "not a secret\n");
        Map<String, String> settings = Map.of(
                "xindang.public-address",
                "http://localhost:8080",
                "xindang.oidc.issuer",
                issuer,
                "xindang.oidc.client",
                HouseProvider.CLIENT,
                "xindang.oidc.label",
                "集团统一登录",
                "xindang.oidc.secret-file",
                secret.toString());
        // The server that tests share knows of no provider.
        Suite.server();
        settings.forEach(System::setProperty);
        try {
            return Suite.untouchedButSetUp();
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    @AcceptanceTest
    @Requirement("INT-05")
    void whoever_the_provider_knows_comes_in_without_a_password_and_back_to_the_page() {
        Users.add(server, "walker", "sales");
        Client browser = server.client();
        browser.get("/identity/setup");
        Answer back = walk(browser, "walker-sub", "Walker", Spoiled.NOTHING, "/customers?sort=name");
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/customers?sort=name");
        assertThat(back.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("XD_SESSION=") && cookie.contains("HttpOnly"));
        assertThat(browser.get("/identity/session").text("/user/login")).isEqualTo("walker");
        String id = browser.get("/identity/session").text("/user/id");
        Answer trail = server.admin().get("/audittrail/entries?object=" + id);
        assertThat(trail.body())
                .contains("identity.bind-provider")
                .contains("identity.sign-in")
                .contains("\"provider\"");
        server.db()
                .execute(
                        "insert into secrecy_setting (node_id, second_factor) select id, 'everybody' from identity_node"
                                + " where parent_id is null");
        assertThat(browser.get("/customerfile/customers").status())
                .as("the provider is answerable for second factors")
                .isEqualTo(200);
        server.db().execute("delete from secrecy_setting");
        assertThat(server.client().get("/identity/provider").text("/label")).isEqualTo("集团统一登录");
        assertThat(Suite.server().client().get("/identity/provider").body()).contains("\"offered\":false");
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("SEC-08")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            what is wrong
            NONCE
            AUDIENCE
            ISSUER
            EXPIRED
            FOREIGN_KEY
            UNKNOWN_KEY
            COMMON_SECRET
            UNSIGNED""")
    void a_token_that_does_not_hold_lets_nobody_in_and_is_recorded(Spoiled wrong) {
        pass();
        String login = "held-" + wrong.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        Users.add(server, login, "sales");
        Client browser = server.client();
        int before = refusals();
        Answer back = walk(browser, login, login, wrong, "/");
        assertThat(back.header("Location")).isEqualTo("/sign-in?problem=provider-refused&next=%2F");
        assertThat(browser.get("/identity/session").code()).isEqualTo("not-signed-in");
        assertThat(refusals()).isEqualTo(before + 1);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_code_counts_once_for_the_browser_that_began_and_for_its_own_state() {
        pass();
        Users.add(server, "once", "sales");
        Client browser = server.client();
        String location = begin(browser, "/").text("/location");
        String query = provider.signsIn(location, "once-sub", "once", Spoiled.NOTHING);
        Client thief = server.client();
        begin(thief, "/");
        assertThat(refused(thief.get(CALLBACK + query))).as("another browser").isTrue();
        assertThat(refused(browser.get(CALLBACK + query.replaceFirst("state=[^&]+", "state=made-up"))))
                .as("another state")
                .isTrue();
        String cookie = browser.cookie("XD_PROVIDER");
        assertThat(cookie).as("gone with the refusal").isEmpty();
        query = provider.signsIn(begin(browser, "/").text("/location"), "once-sub", "once", Spoiled.NOTHING);
        assertThat(refused(browser.get(CALLBACK + query.replaceFirst("iss=[^&]+", "iss=https://other.example.com"))))
                .as("another provider answers")
                .isTrue();
        query = provider.signsIn(begin(browser, "/").text("/location"), "once-sub", "once", Spoiled.NOTHING);
        assertThat(browser.get(CALLBACK + query).header("Location")).isEqualTo("/");
        assertThat(refused(browser.get(CALLBACK + query))).as("sent again").isTrue();
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_login_is_bound_once_and_counts_no_more_afterwards() {
        pass();
        Users.add(server, "bound", "sales");
        Users.add(server, "other", "sales");
        assertThat(walk(server.client(), "sub-1", "bound", Spoiled.NOTHING, "/").header("Location"))
                .isEqualTo("/");
        Client second = server.client();
        assertThat(walk(second, "sub-2", "bound", Spoiled.NOTHING, "/").header("Location"))
                .as("another person who has taken the login")
                .startsWith("/sign-in?problem=provider-no-account");
        Client renamed = server.client();
        walk(renamed, "sub-1", "other", Spoiled.NOTHING, "/");
        assertThat(renamed.get("/identity/session").text("/user/login"))
                .as("the provider's own name of the account decides")
                .isEqualTo("bound");
        String id = renamed.get("/identity/session").text("/user/id");
        Client admin = server.admin();
        assertThat(admin.get("/identity/users/" + id + "/ways").text("/providers/0/subject"))
                .isEqualTo("sub-1");
        assertThat(admin.delete("/identity/users/" + id + "/provider").status()).isEqualTo(204);
        assertThat(admin.get("/audittrail/entries?object=" + id).body()).contains("identity.remove-provider");
        assertThat(walk(second, "sub-2", "bound", Spoiled.NOTHING, "/").header("Location"))
                .isEqualTo("/");
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("INT-05")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            situation,                     login,  bound first
            nobody here has this login,    nobody-here, false
            the token names no login,      ,       false
            locked before the first time,  shut,   false
            locked afterwards,             shut,   true""")
    void the_provider_makes_no_users_and_opens_no_locked_ones(
            String situation, @Nullable String login, boolean boundFirst) {
        pass();
        String own = login == null || !login.equals("shut") ? login : "shut-" + boundFirst;
        if ("shut".equals(login)) {
            String id = Users.add(server, String.valueOf(own), "sales")
                    .get("/identity/session")
                    .text("/user/id");
            if (boundFirst) {
                walk(server.client(), "sub-" + situation, own, Spoiled.NOTHING, "/");
            }
            Client admin = server.admin();
            String path = "/identity/users/" + id;
            admin.send(
                    "PATCH",
                    path,
                    "{\"active\":false}",
                    Map.of("If-Match", admin.get(path).header("ETag")));
        }
        Client browser = server.client();
        Answer back = walk(browser, "sub-" + situation, own, Spoiled.NOTHING, "/x");
        assertThat(back.header("Location")).isEqualTo("/sign-in?problem=provider-no-account&next=%2Fx");
        assertThat(browser.get("/identity/session").code()).isEqualTo("not-signed-in");
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("SEC-08")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            next
            https://evil.example.com/
            //evil.example.com
            /\\evil.example.com
            '/ /evil.example.com'
            javascript:alert(1)
            /%zz""")
    void nobody_is_led_to_another_site(String next) {
        pass();
        String login = "led-" + Integer.toHexString(next.hashCode());
        Users.add(server, login, "sales");
        Answer back = walk(server.client(), login, login, Spoiled.NOTHING, next);
        assertThat(back.header("Location")).isEqualTo("/");
    }

    @AcceptanceTest
    void a_provider_that_is_away_is_told_and_passwords_still_open() throws Exception {
        var gone = new HouseProvider();
        try (RunningServer lonely = connected(gone.issuer())) {
            Client browser = lonely.client();
            Answer begun = begin(browser, "/p");
            String query = gone.signsIn(begun.text("/location"), "s", RunningServer.ADMIN, Spoiled.NOTHING);
            gone.close();
            assertThat(browser.get(CALLBACK + query).header("Location"))
                    .isEqualTo("/sign-in?problem=provider-away&next=%2Fp");
            assertThat(lonely.admin().get("/identity/session").status()).isEqualTo(200);
        }
        try (RunningServer never = connected(gone.issuer())) {
            assertThat(begin(never.client(), "/").code()).isEqualTo("provider-away");
        }
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_provider_that_calls_itself_by_another_name_is_not_believed() throws Exception {
        try (RunningServer misled = connected(provider.issuer().replace("localhost", "127.0.0.1"))) {
            assertThat(begin(misled.client(), "/").code()).isEqualTo("provider-away");
        }
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            issuer,                    client, why
            http://login.example.com,  c,      secrets go by TLS only
            ftp://localhost,           c,      no address of the web
            https://login.example.com, '',     nobody knows this installation""")
    void a_server_does_not_start_with_half_a_provider(String issuer, String client, String why) throws Exception {
        Path secret = Files.writeString(Files.createTempFile(Path.of("target"), "oidc", ".secret"), "s");
        assertThatThrownBy(() -> new ProviderSettings(issuer, client, secret.toString(), "", "email"))
                .as(why)
                .isInstanceOf(IllegalArgumentException.class);
    }

    @AcceptanceTest
    void whoever_tries_too_often_waits() {
        pass();
        Client browser = server.client();
        for (int i = 0; i < 5; i++) {
            assertThat(refused(browser.get(CALLBACK + "code=x&state=y"))).isTrue();
        }
        assertThat(browser.get(CALLBACK + "code=x&state=y").header("Location"))
                .isEqualTo("/sign-in?problem=too-many-attempts&next=%2F");
        pass();
    }

    /** Failures of other tests do not count. */
    private static void pass() {
        server.db().execute("delete from identity_attempt");
    }

    private static boolean refused(Answer back) {
        return back.status() == 303 && back.header("Location").startsWith("/sign-in?problem=provider-refused");
    }

    private static int refusals() {
        return server.db()
                .fetchCount(
                        org.jooq.impl.DSL.table("audittrail_entry"),
                        org.jooq.impl.DSL.condition("action = 'identity.refuse-provider'"));
    }

    private static Answer begin(Client browser, String next) {
        return browser.post("/identity/provider/sign-in", "{\"next\":\"" + next.replace("\\", "\\\\") + "\"}");
    }

    private static Answer walk(Client browser, String subject, @Nullable String login, Spoiled spoiled, String next) {
        Answer begun = begin(browser, next);
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        URI location = URI.create(begun.text("/location"));
        assertThat(HouseProvider.form(location.getRawQuery()))
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:8080/api/v1/identity/provider/callback");
        return browser.get(CALLBACK + provider.signsIn(location.toString(), subject, login, spoiled));
    }
}
