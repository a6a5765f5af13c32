package xindang.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.identity.Users;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** Whom the house asks for a second factor gets no further than his own account without one. */
class SecondFactorDemandTest {

    private static RunningServer server;
    private static Client admin;

    @BeforeAll
    static void start() throws Exception {
        server = Suite.untouchedButSetUp();
        admin = server.admin();
        change("free");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @Requirement("SEC-08")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            demanded of,    role,                   answer
            free,           security-administrator, 200
            free,           sales,                  200
            administrators, security-administrator, 403
            administrators, sales,                  200
            everybody,      security-administrator, 403
            everybody,      sales,                  403""")
    void the_house_says_whom_it_asks(String whom, String role, int status) {
        demand("free");
        Client person = Users.add(server, role + "-" + whom, role);
        demand(whom);
        Answer answer = person.get("/identity/users");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(status == 403 ? "second-factor-needed" : "");
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void the_own_account_stays_open_and_a_factor_opens_the_rest() {
        demand("free");
        Client person = Users.add(server, "late", "sales");
        change("everybody");
        assertThat(admin.get("/secrecy/settings").code()).isEqualTo("second-factor-needed");
        for (String path :
                new String[] {"/identity/session", "/identity/account", "/identity/sessions", "/identity/passkeys"}) {
            assertThat(person.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(person.get("/customerfile/customers").code()).isEqualTo("second-factor-needed");
        assertThat(person.get("/platform/views?list=customers").code()).isEqualTo("second-factor-needed");
        enrol(person);
        assertThat(person.get("/customerfile/customers").status()).isEqualTo(200);
    }

    /** A code confirms it elsewhere; here it is in force at once. */
    private static void enrol(Client client) {
        String password = "{\"password\":\"" + RunningServer.PASSWORD + "\"}";
        assertThat(client.post("/identity/second-factor", password).status()).isLessThan(300);
        server.db().execute("update identity_second_factor set confirmed_at = now() where confirmed_at is null");
    }

    /** By the table, as the administrator himself may lack what he demands. */
    private static void demand(String whom) {
        server.db().execute("update secrecy_setting set second_factor = ?", whom);
    }

    private static void change(String whom) {
        String version = admin.get("/secrecy/settings").header("ETag");
        Answer answer = admin.send("PUT", "/secrecy/settings", """
                {"shownInLists":true,"segregation":"strict","agreement":false,"renewalMonths":12,"secondFactor":"%s"}""".formatted(whom), Map.of("If-Match", version));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
