package xindang.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** What browsers are told where people reach the system by TLS, which ends at a proxy before it. */
class BehindTlsTest {

    private static final String ADDRESS = "xindang.public-address";
    private static final String PROXIES = "xindang.proxies";

    @AcceptanceTest
    @Requirement("SEC-08")
    void cookies_go_by_tls_only_and_browsers_remember_it() throws Exception {
        System.setProperty(ADDRESS, "https://credit.example.com");
        try (RunningServer server = Suite.untouched()) {
            Answer answer = server.client().get("/identity/setup");
            assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(answer.header("Set-Cookie")).contains("XSRF-TOKEN").contains("; Secure");
        } finally {
            System.clearProperty(ADDRESS);
        }
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_trusted_proxy_says_for_whom_it_asks_and_nobody_else_does() throws Exception {
        try (RunningServer server = Suite.untouchedButSetUp()) {
            assertThat(addressSeen(server)).isEqualTo("127.0.0.1");
        }
        System.setProperty(PROXIES, "10.1.1.1, 127.0.0.1");
        try (RunningServer server = Suite.untouchedButSetUp()) {
            assertThat(addressSeen(server)).isEqualTo("203.0.113.7");
        } finally {
            System.clearProperty(PROXIES);
        }
    }

    /** The address that a new session of the administrator shows, who says he comes from elsewhere. */
    private static String addressSeen(RunningServer server) {
        Client client = server.client();
        Answer entered = client.send(
                "POST",
                "/identity/session",
                "{\"login\":\"admin\",\"password\":\"" + RunningServer.PASSWORD + "\"}",
                Map.of("X-Forwarded-For", "203.0.113.7"));
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        return client.get("/identity/sessions")
                .json()
                .valueStream()
                .flatMap(found -> found.isArray() ? found.valueStream() : Stream.of(found))
                .filter(session -> session.at("/current").asBoolean())
                .map(session -> session.at("/address").asString())
                .findFirst()
                .orElse("");
    }

    @Test
    void without_such_an_address_nothing_of_it_is_said() {
        Answer answer = Suite.server().client().get("/identity/setup");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.header("Set-Cookie")).doesNotContain("Secure");
    }
}
