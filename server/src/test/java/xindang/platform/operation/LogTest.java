package xindang.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.AcceptanceTest;
import xindang.integration.ImportWalk;
import xindang.suite.Client;
import xindang.suite.ProcessServer;
import xindang.suite.RunningServer;

/** A day of people's work, mistakes and faults, and what the log of the server says of them: nothing (日志不含个人信息). */
class LogTest {

    private static final String[] PRIVATE = {
        "zhuge.kongming",
        "诸葛孔明",
        "specialist",
        "独角兽贸易",
        "张果老",
        "13900008888",
        "DJS-0001",
        "91310000MA1K4ABC1X",
        "wrong password of zhuge",
        "right password of zhuge",
        RunningServer.PASSWORD
    };

    @TempDir
    Path folder;

    @AcceptanceTest
    void the_log_names_no_person_customer_login_or_password() throws Exception {
        try (ProcessServer server = ProcessServer.start(folder)) {
            server.setUp();
            Client admin = server.client().signedIn(RunningServer.ADMIN, RunningServer.PASSWORD);
            String node = admin.get("/identity/session").text("/node/id");
            String user = """
                    {"login":"zhuge.kongming","name":"诸葛孔明","role":"credit-manager","node":"%s",
                     "password":"right password of zhuge"}""".formatted(node);
            assertThat(admin.post("/identity/users", user).status()).isEqualTo(201);
            assertThat(admin.post("/identity/users", user).status()).isBetween(400, 422);
            for (int i = 0; i < 3; i++) {
                assertThat(server.client()
                                .post(
                                        "/identity/session",
                                        "{\"login\":\"zhuge.kongming\",\"password\":\"wrong password of zhuge\"}")
                                .status())
                        .isBetween(400, 429);
            }
            work(server.specialist());
            mistakes(server.specialist());
            // A fault in the middle of work is told at length; what it was about is not.
            server.killDatabase();
            server.client().post("/identity/session", "{\"login\":\"specialist\",\"password\":\"correct horse\"}");
            server.awaitOutput("The database ended unexpectedly");
            server.stop().waitFor();
            assertThat(server.output()).doesNotContain(PRIVATE);
        }
    }

    private static void work(Client client) {
        var walk = new ImportWalk(client);
        walk.imported("customers", """
                客户编码,客户名称,统一社会信用代码,联系人,电话
                DJS-0001,独角兽贸易有限公司,91310000MA1K4ABC1X,张果老,13900008888
                DJS-0001,独角兽贸易分公司,不是代码,张果老,13900008888
                """);
        walk.imported("invoices", """
                客户编码,发票号,开票日期,到期日,金额,已核销金额
                DJS-0001,F-1,2026-01-01,2026-01-31,100.00,0.00
                DJS-0001,F-1,2026-01-01,2026-01-31,独角兽贸易,0.00
                """);
        assertThat(client.get("/platform/search?q=DJS-0001").status()).isEqualTo(200);
    }

    private static void mistakes(Client client) {
        client.post("/platform/views", "{\"name\":\"独角兽贸易\",\"list\":12,\"body\":[],");
        client.post("/platform/views", "{\"name\":\"独角兽贸易\",\"zhuge.kongming\":true}");
        client.get("/customerfile/customers/DJS-0001");
        client.get("/customerfile/customers?sort=zhuge.kongming&cursor=91310000MA1K4ABC1X");
        client.send("PUT", "/customerfile/zhuge.kongming", "{}", Map.of("If-Match", "DJS-0001"));
        byte[] broken = "PK\u0003\u0004 独角兽贸易 zhuge.kongming".getBytes(StandardCharsets.UTF_8);
        client.upload("/integration/imports?kind=customers", "独角兽贸易.xlsx", broken, Map.of());
    }
}
