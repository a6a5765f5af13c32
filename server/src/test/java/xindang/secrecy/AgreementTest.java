package xindang.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.identity.Users;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** The confidentiality agreement, from its publication to its renewal. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgreementTest {

    private static final String ON =
            "{\"shownInLists\":true,\"segregation\":\"strict\",\"agreement\":true,\"renewalMonths\":12,\"secondFactor\":\"free\"}";

    private static RunningServer server;
    private static Client admin;
    private static Client sales;

    @BeforeAll
    static void start() throws Exception {
        server = Suite.untouchedButSetUp();
        admin = server.admin();
        sales = Users.add(server, "sales-one", "sales");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AcceptanceTest
    @Order(1)
    @Requirement("SEC-04")
    void it_is_asked_for_only_where_there_is_a_text() {
        assertThat(sales.get("/customerfile/customers").status()).isEqualTo(200);
        assertThat(admin.send("PUT", "/secrecy/settings", ON, Map.of("If-Match", "\"0\""))
                        .code())
                .isEqualTo("agreement-missing");
        publish("第一版");
        assertThat(admin.send("PUT", "/secrecy/settings", ON, Map.of("If-Match", "\"0\""))
                        .status())
                .isEqualTo(200);
    }

    @AcceptanceTest
    @Order(2)
    @Requirement("SEC-04")
    void without_acknowledging_nothing_else_is_reached() {
        for (String path : java.util.List.of(
                "/customerfile/customers",
                "/receivable/items",
                "/platform/jobs",
                "/identity/users",
                "/secrecy/requests")) {
            Answer refused = sales.get(path);
            assertThat(refused.code()).as(path).isIn("agreement-needed", "right-missing");
        }
        assertThat(admin.get("/identity/users").code()).isEqualTo("agreement-needed");
        assertThat(sales.get("/identity/session").status()).isEqualTo(200);
        Answer self = sales.get("/secrecy/self");
        assertThat(self.text("/agreementNeeded")).isEqualTo("true");
        assertThat(self.text("/agreement/textZh")).isEqualTo("第一版");
        acknowledge(sales, self.text("/agreement/id"));
        assertThat(sales.get("/customerfile/customers").status()).isEqualTo(200);
        acknowledge(admin, self.text("/agreement/id"));
    }

    @AcceptanceTest
    @Order(3)
    @Requirement({"SEC-04", "SEC-07"})
    void the_list_names_who_has_not() {
        Users.add(server, "sales-two", "sales");
        assertThat(admin.get("/secrecy/signatories?valid=false").body())
                .contains("sales-two")
                .doesNotContain("sales-one");
        assertThat(admin.get("/secrecy/signatories?valid=true").body())
                .contains("sales-one")
                .doesNotContain("sales-two");
    }

    @AcceptanceTest
    @Order(4)
    @Requirement({"SEC-04", "SEC-07"})
    void a_new_text_and_a_year_ask_anew() {
        String first = sales.get("/secrecy/self").text("/agreement/id");
        publish("第二版");
        assertThat(sales.get("/customerfile/customers").code()).isEqualTo("agreement-needed");
        assertThat(sales.post("/secrecy/agreement/acknowledgement", "{\"agreement\":\"" + first + "\"}")
                        .code())
                .as("the text that is no longer in force")
                .isEqualTo("not-found");
        acknowledge(sales, sales.get("/secrecy/self").text("/agreement/id"));
        assertThat(sales.get("/customerfile/customers").status()).isEqualTo(200);
        acknowledge(admin, admin.get("/secrecy/self").text("/agreement/id"));
        String later = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))
                .plusMonths(13)
                .toString();
        assertThat(admin.send("PUT", "/platform/clock", "{\"date\":\"" + later + "\"}", Map.of())
                        .status())
                .isLessThan(300);
        assertThat(sales.get("/customerfile/customers").code()).isEqualTo("agreement-needed");
    }

    private static void publish(String text) {
        Answer published =
                admin.post("/secrecy/agreement", "{\"textZh\":\"" + text + "\",\"textEn\":\"text " + text + "\"}");
        assertThat(published.status()).as(published.body()).isEqualTo(201);
    }

    private static void acknowledge(Client client, String text) {
        assertThat(client.post("/secrecy/agreement/acknowledgement", "{\"agreement\":\"" + text + "\"}")
                        .status())
                .isEqualTo(204);
    }
}
