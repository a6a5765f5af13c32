package xindang.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.ProcessServer;
import xindang.suite.RunningServer;

/** A server that is killed while cases are under way keeps their tasks, and they go on (断电与崩溃). */
class CaseCrashTest {

    @TempDir
    Path folder;

    @AcceptanceTest
    @Requirement("LCD-02")
    void a_case_goes_on_after_a_kill_where_it_stood() throws Exception {
        String id;
        ProcessServer server = ProcessServer.start(folder);
        try {
            server.setUp();
            Client admin = server.client().signedIn(RunningServer.ADMIN, RunningServer.PASSWORD);
            String node = admin.get("/identity/session").text("/node/id");
            Client manager = user(server, admin, node, "manager", "credit-manager");
            Client boss = user(server, admin, node, "boss", "executive");
            String steps = FlowHouse.MANAGER + ","
                    + FlowHouse.MANAGER.replace("\"manager\"", "\"boss\"").replace("credit-manager", "executive");
            Answer drawn =
                    manager.post("/workflow/flows", """
                    {"node":"%s","code":"crash","name":"断电","definition":%s}""".formatted(node, FlowHouse.quoted(FlowHouse.definition(steps))));
            String flow = drawn.text("/flow/id");
            FlowHouse.at(manager, "POST", flow, "/check", null);
            Answer published = FlowHouse.at(boss, "POST", flow, "/publication", "{\"reason\":\"启用\"}");
            assertThat(published.status()).as(published.body()).isEqualTo(200);
            id = server.specialist()
                    .post("/workflow/cases", """
                    {"flow":"%s","node":"%s","title":"断电申请","facts":{"amount":"1"}}""".formatted(flow, node))
                    .text("/id");
            FlowHouse.decide(manager, FlowHouse.task(manager), "agree", "");
        } finally {
            server.kill();
        }
        try (ProcessServer again = ProcessServer.start(folder)) {
            Client boss = again.client().signedIn("boss", RunningServer.PASSWORD);
            assertThat(boss.get("/workflow/inbox?kind=flow").json().at("/items"))
                    .hasSize(1);
            assertThat(FlowHouse.decide(boss, FlowHouse.task(boss), "agree", "").text("/state"))
                    .isEqualTo("approved");
            assertThat(FlowHouse.state(again.specialist(), id)).isEqualTo("approved");
        }
    }

    private static Client user(ProcessServer server, Client admin, String node, String login, String role)
            throws Exception {
        Answer added = admin.send(
                "POST",
                "/identity/users",
                """
                {"login":"%s","name":"%s","role":"%s","node":"%s","password":"%s"}""".formatted(login, login, role, node, RunningServer.FIRST_PASSWORD),
                Map.of());
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return server.client().signedInFirst(login, RunningServer.FIRST_PASSWORD, RunningServer.PASSWORD);
    }
}
