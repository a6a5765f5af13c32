package xindang.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.platform.time.BusinessClock;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Suite;

/** Cases go their way: people agree, refuse, send back, bring in others and take back. */
class CasesTest {

    private FlowHouse house;
    private Client sales;

    @BeforeEach
    void start() {
        house = new FlowHouse();
        sales = house.user("sales");
    }

    private static String approve(String code, String role, String mode) {
        return """
                {"type":"approve","code":"%s","name":"%s","who":{"kind":"role","role":"%s"},"mode":%s,"within":"P2D",
                 "returnTo":["start"]}""".formatted(code, code, role, mode);
    }

    @AcceptanceTest
    @Requirement("LCD-02")
    void a_case_goes_from_step_to_step_with_changes_and_ends_approved() {
        String flow = house.published(FlowHouse.MANAGER + "," + approve("boss", "executive", "\"single\""));
        String id = house.started(sales, flow, "1200.5").text("/id");
        String task = FlowHouse.task(house.manager());
        assertThat(house.manager().get("/workflow/tasks/" + task).text("/changeable/0"))
                .isEqualTo("amount");
        assertThat(FlowHouse.decide(house.manager(), task, "agree", ",\"changes\":{\"note\":\"x\"}")
                        .code())
                .isEqualTo("invalid-fields");
        assertThat(FlowHouse.decide(house.manager(), task, "agree", ",\"changes\":{\"amount\":\"900\"}")
                        .status())
                .isEqualTo(200);
        assertThat(FlowHouse.idle(house.manager())).isTrue();
        assertThat(FlowHouse.decide(house.boss(), FlowHouse.task(house.boss()), "agree", "")
                        .text("/state"))
                .isEqualTo("approved");
        Answer whole = sales.get("/workflow/cases/" + id);
        assertThat(whole.text("/flowCase/facts/amount")).isEqualTo("900.00");
        assertThat(whole.json()
                        .at("/acts")
                        .valueStream()
                        .map(one -> one.at("/kind").asString("")))
                .containsExactly("start", "agree", "agree", "end");
        assertThat(whole.text("/acts/1/changes/amount")).isEqualTo("1200.50 → 900.00");
        assertThat(Suite.server()
                        .admin()
                        .get("/audittrail/entries?action=workflow.agree")
                        .body())
                .contains("facts.amount");
    }

    @AcceptanceTest
    @Requirement("LCD-02")
    void a_case_sent_back_is_mended_by_its_starter_and_asks_anew() {
        String flow = house.published(FlowHouse.MANAGER);
        String id = house.started(sales, flow, "10").text("/id");
        String task = FlowHouse.task(house.manager());
        assertThat(house.manager()
                        .post("/workflow/tasks/" + task + "/decision", "{\"decision\":\"return\",\"to\":\"start\"}")
                        .code())
                .as("a reason is needed")
                .isEqualTo("invalid-fields");
        FlowHouse.decide(house.manager(), task, "return", ",\"to\":\"start\"");
        Answer mine = sales.get("/workflow/inbox");
        assertThat(mine.text("/items/0/why")).isEqualTo("starter");
        FlowHouse.decide(sales, FlowHouse.task(sales), "agree", ",\"changes\":{\"amount\":\"8\"}");
        assertThat(FlowHouse.decide(house.manager(), task, "agree", "").code()).isEqualTo("task-decided");
        assertThat(FlowHouse.decide(house.manager(), FlowHouse.task(house.manager()), "refuse", "")
                        .text("/state"))
                .isEqualTo("refused");
        assertThat(FlowHouse.state(sales, id)).isEqualTo("refused");
    }

    @AcceptanceTest
    @Requirement({"LCD-02", "ORG-08"})
    void nobody_signs_what_he_started_and_what_nobody_can_sign_is_handed_over() {
        String flow = house.published(FlowHouse.MANAGER);
        String id = house.started(house.manager(), flow, "10").text("/id");
        Answer waiting = house.manager().get("/workflow/cases/" + id);
        assertThat(waiting.text("/tasks/0/why"))
                .as("the only credit manager started it")
                .isEqualTo("nobody");
        String task = waiting.text("/tasks/0/id");
        assertThat(FlowHouse.decide(house.manager(), task, "agree", "").code()).isEqualTo("task-of-another");
        assertThat(FlowHouse.bring(house.manager(), task, "hand-over", house.manager(), "")
                        .code())
                .isEqualTo("invalid-fields");
        assertThat(FlowHouse.bring(house.manager(), task, "hand-over", house.boss(), "")
                        .status())
                .isEqualTo(204);
        assertThat(FlowHouse.decide(house.boss(), task, "agree", "").text("/state"))
                .isEqualTo("approved");
    }

    @AcceptanceTest
    @Requirement("LCD-02")
    void one_more_signer_must_agree_and_an_adviser_only_says_something() {
        String flow = house.published(FlowHouse.MANAGER);
        String id = house.started(sales, flow, "10").text("/id");
        Client finance = house.user("finance");
        Client legal = house.user("legal");
        String task = FlowHouse.task(house.manager());
        assertThat(FlowHouse.bring(house.manager(), task, "signers", sales, "").code())
                .isEqualTo("invalid-fields");
        FlowHouse.bring(house.manager(), task, "delegation", legal, "");
        assertThat(FlowHouse.decide(house.manager(), task, "agree", "").code()).isEqualTo("task-waits");
        assertThat(FlowHouse.decide(legal, FlowHouse.task(legal), "refuse", "").text("/state"))
                .as("an opinion")
                .isEqualTo("running");
        assertThat(FlowHouse.bring(house.manager(), task, "signers", finance, ",\"place\":\"after\"")
                        .status())
                .isEqualTo(204);
        assertThat(FlowHouse.idle(finance)).as("after the manager").isTrue();
        FlowHouse.decide(house.manager(), task, "agree", "");
        assertThat(FlowHouse.state(sales, id)).isEqualTo("running");
        assertThat(FlowHouse.decide(finance, FlowHouse.task(finance), "agree", "")
                        .text("/state"))
                .isEqualTo("approved");
    }

    @AcceptanceTest
    @Requirement("LCD-02")
    void of_two_who_decide_at_once_one_is_first_and_the_other_hears_who() throws Exception {
        Client second = house.user("credit-manager");
        String flow = house.published(FlowHouse.MANAGER);
        String id = house.started(sales, flow, "10").text("/id");
        List<String> tasks = List.of(FlowHouse.task(house.manager()), FlowHouse.task(second));
        var barrier = new CyclicBarrier(2);
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Answer> one = threads.submit(() -> {
                barrier.await();
                return FlowHouse.decide(house.manager(), tasks.get(0), "agree", "");
            });
            Future<Answer> other = threads.submit(() -> {
                barrier.await();
                return FlowHouse.decide(second, tasks.get(1), "refuse", "");
            });
            answers.add(one.get());
            answers.add(other.get());
        }
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
        Answer late =
                answers.stream().filter(one -> one.status() == 409).findFirst().orElseThrow();
        assertThat(late.code()).isEqualTo("task-decided");
        assertThat(late.body()).contains("\"by\":\"credit-manager", "\"at\":\"");
        String state = FlowHouse.state(sales, id);
        assertThat(state).isEqualTo(answers.getFirst().status() == 200 ? "approved" : "refused");
    }

    @AcceptanceTest
    @Requirement("LCD-02")
    void a_number_of_signers_is_enough_where_the_step_says_so() {
        List<Client> team = List.of(house.user("finance"), house.user("finance"), house.user("finance"));
        String flow = house.published(approve("team", "finance", "\"any\",\"count\":2"));
        String id = house.started(sales, flow, "10").text("/id");
        FlowHouse.decide(team.get(0), FlowHouse.task(team.get(0)), "refuse", "");
        FlowHouse.decide(team.get(1), FlowHouse.task(team.get(1)), "agree", "");
        assertThat(FlowHouse.state(sales, id)).isEqualTo("running");
        FlowHouse.decide(team.get(2), FlowHouse.task(team.get(2)), "agree", "");
        assertThat(FlowHouse.state(sales, id)).isEqualTo("approved");
    }

    @AcceptanceTest
    @Requirement("LCD-02")
    void the_chain_of_the_regime_signs_one_after_another_by_amount() {
        Client director = house.user("sales-director");
        String flow = house.published("""
                {"type":"approve","code":"chain","name":"审批链","who":{"kind":"regime","amount":"amount"},"mode":"single","within":"P2D"}""");
        String id = house.started(sales, flow, "50000").text("/id");
        assertThat(FlowHouse.idle(house.manager())).as("the director is first").isTrue();
        FlowHouse.decide(director, FlowHouse.task(director), "agree", "");
        assertThat(FlowHouse.state(sales, id)).isEqualTo("running");
        FlowHouse.decide(house.manager(), FlowHouse.task(house.manager()), "agree", "");
        assertThat(FlowHouse.state(sales, id)).isEqualTo("approved");
    }

    @AcceptanceTest
    @Requirement("LCD-02")
    void the_starter_reminds_once_a_day_and_withdraws_with_a_reason_once_somebody_decided() {
        String flow = house.published(FlowHouse.MANAGER + "," + approve("boss", "executive", "\"single\""));
        String id = house.started(sales, flow, "10").text("/id");
        String path = "/workflow/cases/" + id;
        assertThat(sales.post(path + "/reminder", "{}").status()).isEqualTo(204);
        assertThat(sales.post(path + "/reminder", "{}").code()).isEqualTo("reminded-today");
        assertThat(house.manager()
                        .post(path + "/comments", "{\"text\":\"请补充\"}")
                        .status())
                .isEqualTo(204);
        FlowHouse.decide(house.manager(), FlowHouse.task(house.manager()), "agree", "");
        assertThat(sales.post(path + "/withdrawal", "{}").code()).isEqualTo("invalid-fields");
        assertThat(house.boss().post(path + "/withdrawal", "{\"reason\":\"x\"}").code())
                .isEqualTo("not-found");
        assertThat(sales.post(path + "/withdrawal", "{\"reason\":\"不需要了\"}").status())
                .isEqualTo(204);
        assertThat(FlowHouse.idle(house.boss())).isTrue();
        assertThat(sales.get("/workflow/cases/started?state=withdrawn").text("/items/0/id"))
                .isEqualTo(id);
    }

    @AcceptanceTest
    @Requirement({"APP-10", "LCD-02"})
    void a_late_step_is_told_of_counted_and_asks_somebody_higher() {
        String flow = house.published(FlowHouse.MANAGER.replace(
                "\"returnTo\"",
                "\"escalate\":{\"after\":\"P1D\",\"to\":{\"kind\":\"role\",\"role\":\"executive\"}},\"returnTo\""));
        String id = house.started(sales, flow, "10").text("/id");
        FlowHouse.lateness().look();
        assertThat(FlowHouse.idle(house.boss())).isTrue();
        FlowHouse.late(id, 30);
        FlowHouse.lateness().look();
        FlowHouse.lateness().look();
        Answer higher = house.boss().get("/workflow/inbox?kind=flow");
        assertThat(higher.json().at("/items")).hasSize(1);
        assertThat(higher.text("/items/0/why")).isEqualTo("escalated");
        assertThat(house.boss().get("/workflow/inbox/counts").text("/overdue")).isEqualTo("1");
        FlowHouse.decide(house.boss(), FlowHouse.task(house.boss()), "agree", "");
        Answer done = sales.get("/workflow/cases/" + id);
        assertThat(done.text("/flowCase/state") + done.text("/flowCase/late")).isEqualTo("approved1");
        assertThat(done.body()).contains("\"escalate\"");
    }

    @AcceptanceTest
    @Requirement("LCD-02")
    void a_deputy_signs_in_the_place_of_whom_he_stands_in_for_and_the_acts_say_so() {
        Client deputy = house.user("finance");
        assertThat(house.manager()
                        .post(
                                "/identity/deputies",
                                "{\"deputy\":\"%s\",\"until\":\"%s\",\"reason\":\"休假\"}"
                                        .formatted(
                                                FlowHouse.id(deputy),
                                                Suite.server()
                                                        .part(BusinessClock.class)
                                                        .today()
                                                        .plusDays(3)))
                        .status())
                .isEqualTo(201);
        String flow = house.published(FlowHouse.MANAGER);
        String id = house.started(sales, flow, "10").text("/id");
        assertThat(deputy.get("/workflow/inbox?kind=flow").text("/items/0/lender/id"))
                .isEqualTo(FlowHouse.id(house.manager()));
        assertThat(FlowHouse.decide(deputy, FlowHouse.task(deputy), "agree", "").text("/state"))
                .isEqualTo("approved");
        assertThat(sales.get("/workflow/cases/" + id).text("/acts/1/behalf/id"))
                .isEqualTo(FlowHouse.id(house.manager()));
    }

    @Test
    @Requirement("LCD-02")
    void what_a_step_hides_and_whom_a_case_does_not_concern() {
        String hiding = approve("team", "finance", "\"single\"")
                .replace("\"returnTo\"", "\"fields\":{\"amount\":\"hide\"},\"returnTo\"");
        Client finance = house.user("finance");
        String flow = house.published(hiding);
        String id = house.started(sales, flow, "777").text("/id");
        assertThat(finance.get("/workflow/cases/" + id).body()).doesNotContain("777");
        assertThat(sales.get("/workflow/cases/" + id).body()).contains("777.00");
        assertThat(house.user("sales").get("/workflow/cases/" + id).code()).isEqualTo("not-found");
        assertThat(house.user("sales")
                        .get("/workflow/tasks/" + FlowHouse.task(finance))
                        .code())
                .isEqualTo("not-found");
    }
}
