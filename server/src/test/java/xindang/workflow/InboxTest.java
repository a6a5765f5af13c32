package xindang.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Answer;
import xindang.suite.Client;

/** One list of everything that waits for a person. */
class InboxTest {

    @AcceptanceTest
    @Requirement({"LCD-02", "APP-10"})
    void the_most_urgent_comes_first_page_by_page_and_is_counted() {
        var house = new FlowHouse();
        Client sales = house.user("sales");
        String flow = house.published(FlowHouse.MANAGER);
        String soon = house.started(sales, flow, "1").text("/id");
        String late = house.started(sales, flow, "2").text("/id");
        house.started(sales, flow, "3");
        FlowHouse.late(late, 20);
        FlowHouse.late(soon, 1);
        var seen = new ArrayList<String>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            Answer answer = house.manager().get("/workflow/inbox?limit=1&kind=flow" + cursor);
            assertThat(answer.json().at("/items")).hasSize(1);
            seen.add(answer.text("/items/0/id"));
            cursor = "&cursor=" + Client.encoded(answer.text("/next"));
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(house.manager().get("/workflow/tasks/" + seen.getFirst()).text("/flowCase/id"))
                .isEqualTo(late);
        Answer counts = house.manager().get("/workflow/inbox/counts");
        assertThat(counts.text("/overdue")).isEqualTo("1");
        assertThat(counts.text("/kinds/flow")).isEqualTo("3");
        assertThat(house.boss().get("/workflow/inbox?kind=flow").body()).doesNotContain(seen.getFirst());
    }

    @AcceptanceTest
    @Requirement("LCD-02")
    void several_are_agreed_to_at_once_only_where_the_step_is_safe() {
        var house = new FlowHouse();
        Client sales = house.user("sales");
        String safe = house.published(FlowHouse.MANAGER
                .replace(",\"fields\":{\"amount\":\"change\"}", "")
                .replace("\"mode\"", "\"safeForBatch\":true,\"mode\""));
        String careful = house.published(FlowHouse.MANAGER);
        house.started(sales, safe, "1");
        house.started(sales, careful, "2");
        Answer inbox = house.manager().get("/workflow/inbox?kind=flow");
        Answer done = house.manager()
                .post(
                        "/workflow/tasks/agreement",
                        "{\"tasks\":[\"%s\",\"%s\"]}".formatted(inbox.text("/items/0/id"), inbox.text("/items/1/id")));
        assertThat(done.text("/1/problem")).isEqualTo("invalid-fields");
        assertThat(done.json().at("/0/problem").isNull()
                        || done.json().at("/0/problem").isMissingNode())
                .isTrue();
        assertThat(house.manager().get("/workflow/inbox?kind=flow").json().at("/items"))
                .hasSize(1);
    }

    @Test
    @Requirement("LCD-02")
    void bad_cursors_are_refused() {
        var house = new FlowHouse();
        assertThat(house.manager().get("/workflow/inbox?cursor=abc").status()).isEqualTo(400);
    }
}
