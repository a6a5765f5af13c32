package xindang.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

/** A company with people who draw, publish, start and sign flows. */
final class FlowHouse {

    /** Steps that only a manager signs. */
    static final String MANAGER = """
            {"type":"approve","code":"manager","name":"信用经理审批","who":{"kind":"role","role":"credit-manager"},
             "mode":"single","within":"P2D","returnTo":["start"],"fields":{"amount":"change"}}""";

    private final Company company = new Company();
    private final Client designer = company.user("credit-manager");
    private final Client publisher = company.user("executive");
    private int flows;

    Company company() {
        return company;
    }

    /** A credit manager, who draws the flows. */
    Client manager() {
        return designer;
    }

    /** An executive, who publishes them. */
    Client boss() {
        return publisher;
    }

    Client user(String role) {
        return company.user(role);
    }

    static String id(Client client) {
        return client.get("/identity/session").text("/user/id");
    }

    /** What a flow with facts of each kind and some steps says. */
    static String definition(String steps) {
        return """
                {"format":1,"facts":[{"code":"amount","name":"金额","type":"amount","required":true},
                {"code":"note","name":"说明","type":"text"}],"steps":[%s]}""".formatted(steps);
    }

    /** A definition as a member of JSON. */
    static String quoted(String definition) {
        return "\"" + definition.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
    }

    /** A new flow whose draft has some steps. */
    Answer drawn(String steps) {
        return designer.post("/workflow/flows", """
                {"node":"%s","code":"flow-%d","name":"流程%d","definition":%s}""".formatted(company.id(), ++flows, flows, quoted(definition(steps))));
    }

    /** A new flow in use. */
    String published(String steps) {
        Answer drawn = drawn(steps);
        if (drawn.status() != 201) {
            throw new AssertionError("flow: " + drawn.body());
        }
        String flow = drawn.text("/flow/id");
        publish(flow);
        return flow;
    }

    /** Publishes the draft of a flow. */
    void publish(String flow) {
        Answer checked = at(designer, "POST", flow, "/check", null);
        Answer done = at(publisher, "POST", flow, "/publication", "{\"reason\":\"启用\"}");
        if (done.status() != 200) {
            throw new AssertionError("publication: " + done.body() + checked.body());
        }
    }

    /** Writes other steps in the draft of a flow. */
    Answer redrawn(String flow, String steps) {
        return at(
                designer, "PUT", flow, "/draft", "{\"name\":\"改过\",\"definition\":" + quoted(definition(steps)) + "}");
    }

    /** Sends something to a flow with its present version. */
    static Answer at(Client client, String method, String flow, String path, @Nullable String body) {
        String etag = client.get("/workflow/flows/" + flow).header("ETag");
        return client.send(method, "/workflow/flows/" + flow + path, body, Map.of("If-Match", etag));
    }

    /** Starts a case over an amount. */
    Answer started(Client starter, String flow, String amount) {
        return starter.post("/workflow/cases", """
                {"flow":"%s","node":"%s","title":"提额申请","facts":{"amount":"%s"}}""".formatted(flow, company.id(), amount));
    }

    /** The first task of somebody. */
    static String task(Client client) {
        Answer inbox = client.get("/workflow/inbox?kind=flow");
        if (inbox.json().at("/items").isEmpty()) {
            throw new AssertionError("nothing waits: " + inbox.body());
        }
        return inbox.text("/items/0/id");
    }

    static boolean idle(Client client) {
        return client.get("/workflow/inbox?kind=flow").json().at("/items").isEmpty();
    }

    static Answer decide(Client client, String task, String decision, String more) {
        return client.post(
                "/workflow/tasks/" + task + "/decision",
                "{\"decision\":\"" + decision + "\",\"reason\":\"理由\"" + more + "}");
    }

    static Answer bring(Client client, String task, String how, Client whom, String more) {
        return client.post(
                "/workflow/tasks/" + task + "/" + how, "{\"user\":\"" + id(whom) + "\",\"reason\":\"协助\"" + more + "}");
    }

    static String state(Client client, String flowCase) {
        return client.get("/workflow/cases/" + flowCase).text("/flowCase/state");
    }

    /** The due day of all open tasks of a case is moved back by days. */
    static void late(String flowCase, int days) {
        Company.sql(
                "update workflow_task set due = due - cast(? as int) where case_id = ? and due is not null",
                days,
                flowCase);
    }

    static Lateness lateness() {
        return Suite.server().part(Lateness.class);
    }
}
