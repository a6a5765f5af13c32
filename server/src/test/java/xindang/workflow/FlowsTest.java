package xindang.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

/** Flows are drawn, checked, tried and published. */
class FlowsTest {

    private static final String BRANCH = """
            {"type":"branch","code":"size","name":"金额","arms":[{"code":"big","name":"大额",
             "when":"amount > money('100000')","steps":[{"type":"approve","code":"boss","name":"总经理审批",
             "who":{"kind":"role","role":"executive"},"mode":"single","within":"P1D"}]}]}""";

    private static FlowHouse house;

    @BeforeAll
    static void start() {
        house = new FlowHouse();
    }

    @AcceptanceTest
    @Requirement({"LCD-02", "LCD-07"})
    void cases_stay_on_the_version_they_started_on() {
        String flow = house.published(FlowHouse.MANAGER);
        Client sales = house.user("sales");
        String before = house.started(sales, flow, "5000").text("/id");
        assertThat(house.redrawn(flow, FlowHouse.MANAGER + "," + BRANCH.replace("100000", "1"))
                        .status())
                .isEqualTo(200);
        house.publish(flow);
        String after = house.started(sales, flow, "5000").text("/id");
        Answer versions = house.manager().get("/workflow/flows/" + flow);
        assertThat(versions.text("/versions/0/number") + versions.text("/versions/1/running"))
                .isEqualTo("21");
        for (int i = 0; i < 2; i++) {
            assertThat(FlowHouse.decide(house.manager(), FlowHouse.task(house.manager()), "agree", "")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(FlowHouse.state(sales, before)).isEqualTo("approved");
        Answer running = sales.get("/workflow/cases/" + after);
        assertThat(running.text("/flowCase/state") + running.text("/flowCase/step"))
                .isEqualTo("runningboss");
        assertThat(running.text("/flowCase/number")).isEqualTo("2");
        assertThat(house.manager()
                        .get("/workflow/flows/" + flow + "/versions/1/drawing")
                        .text("/bpmn"))
                .contains("信用经理审批")
                .doesNotContain("总经理审批");
    }

    @AcceptanceTest
    @Requirement({"LCD-02", "ORG-08"})
    void who_writes_a_flow_does_not_publish_it() {
        String flow = house.drawn(FlowHouse.MANAGER).text("/flow/id");
        assertThat(FlowHouse.at(house.boss(), "POST", flow, "/publication", "{\"reason\":\"急\"}")
                        .code())
                .isEqualTo("flow-not-checked");
        FlowHouse.at(house.manager(), "POST", flow, "/check", null);
        assertThat(FlowHouse.at(house.manager(), "POST", flow, "/publication", "{\"reason\":\"急\"}")
                        .code())
                .isEqualTo("own-request");
        Client sales = house.user("sales");
        assertThat(house.started(sales, flow, "1").code()).as("not in use yet").isEqualTo("not-found");
        house.publish(flow);
        assertThat(house.started(sales, flow, "1").status()).isEqualTo(201);
        assertThat(FlowHouse.at(house.boss(), "POST", flow, "/publication", "{\"reason\":\"再来\"}")
                        .code())
                .isEqualTo("flow-not-checked");
        FlowHouse.at(house.manager(), "PUT", flow, "/closed", "{\"closed\":true}");
        assertThat(house.started(sales, flow, "1").code()).isEqualTo("flow-not-in-use");
    }

    @AcceptanceTest
    @Requirement("LCD-02")
    void a_check_lists_what_is_wrong_with_its_step() {
        String flow = house.drawn("""
                {"type":"approve","code":"gone","name":"无此岗","who":{"kind":"role","role":"nobody"},"mode":"all","within":"P1D",
                 "returnTo":["later"]},
                {"type":"branch","code":"size","name":"金额","arms":[{"code":"big","name":"大额","when":"amuont > 1","steps":[]}]}""").text("/flow/id");
        Answer checked = FlowHouse.at(house.manager(), "POST", flow, "/check", null);
        assertThat(checked.json()
                        .at("/findings")
                        .valueStream()
                        .map(one -> one.at("/check").asString("") + " "
                                + one.at("/step").asString("")))
                .containsExactlyInAnyOrder("return-not-earlier gone", "condition-unfit size", "unknown-role gone");
        assertThat(checked.body()).contains("amuont");
        assertThat(house.redrawn(flow, "{\"type\":\"approve\"}").code()).isEqualTo("flow-unfit");
    }

    @AcceptanceTest
    @Requirement("LCD-02")
    void a_trial_shows_the_way_of_sample_facts_and_who_would_sign() {
        String flow = house.drawn(BRANCH + "," + FlowHouse.MANAGER).text("/flow/id");
        Answer big = trial(flow, "100000.01");
        assertThat(big.json().valueStream().map(one -> one.at("/step").asString("")))
                .containsExactly("size", "boss", "manager");
        assertThat(big.text("/0/way")).isEqualTo("big");
        assertThat(big.text("/1/groups/0/0/id")).isEqualTo(FlowHouse.id(house.boss()));
        assertThat(trial(flow, "100000")
                        .json()
                        .valueStream()
                        .map(one -> one.at("/step").asString("")))
                .as("not above the limit, and who asks never signs himself")
                .containsExactly("size", "manager");
        assertThat(trial(flow, "viel").code()).isEqualTo("invalid-fields");
    }

    private static Answer trial(String flow, String amount) {
        return house.manager()
                .post("/workflow/flows/" + flow + "/trial", "{\"facts\":{\"amount\":\"" + amount + "\"}}");
    }

    @Test
    @Requirement("LCD-02")
    void a_flow_holds_below_its_node_and_nowhere_else() {
        String flow = house.published(FlowHouse.MANAGER);
        var other = new Company();
        Client stranger = other.user("sales");
        Answer refused = stranger.post("/workflow/cases", """
                {"flow":"%s","node":"%s","title":"越界","facts":{"amount":"1"}}""".formatted(flow, other.id()));
        assertThat(refused.code()).isEqualTo("not-found");
        assertThat(other.user("credit-manager").get("/workflow/flows/" + flow).code())
                .isEqualTo("not-found");
        assertThat(stranger.get("/workflow/startable?node=" + other.id()).body())
                .doesNotContain(flow);
        String department = house.company().department("华东");
        Client seller = house.user("sales");
        assertThat(seller.get("/workflow/startable?node=" + department).body()).contains(flow);
    }
}
