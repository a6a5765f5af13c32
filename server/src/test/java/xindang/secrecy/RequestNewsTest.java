package xindang.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.integration.ImportWalk;
import xindang.notification.Spreading;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Suite;

/** Whoever decides hears of requests, whoever asked of decisions, and whoever imported of rows that stayed out. */
class RequestNewsTest {

    private static Answer notices(Client client) {
        Suite.server().part(Spreading.class).run();
        return client.get("/notification/notices");
    }

    @AcceptanceTest
    @Requirement("INT-04")
    void a_request_is_told_to_those_who_decide_and_the_decision_to_who_asked() {
        var house = new House("消息客户").classified("secret");
        Client asker = house.user("credit-specialist");
        String request = house.asked(asker);
        Answer told = notices(house.manager());
        assertThat(told.text("/items/0/kind")).isEqualTo("secrecy.access-asked");
        assertThat(told.text("/items/0/objectId")).isEqualTo(request);
        assertThat(told.body()).as("who decides may not be cleared").doesNotContain("消息客户");
        assertThat(notices(asker).body()).doesNotContain(request);
        House.decide(house.manager(), request, "granted", "");
        Answer decided = notices(asker);
        assertThat(decided.text("/items/0/kind")).isEqualTo("secrecy.access-decided");
        assertThat(decided.text("/items/0/objectId")).isEqualTo(request);
    }

    @AcceptanceTest
    @Requirement("INT-04")
    void rows_that_stayed_out_of_an_import_are_told_to_who_imported() {
        var house = new House("导入消息");
        Client manager = house.manager();
        var walk = new ImportWalk(manager);
        walk.imported("customers", "客户编码,客户名称\nN1,新客户\nN2,\n");
        Answer told = notices(manager);
        assertThat(told.text("/items/0/kind")).isEqualTo("integration.import-finished");
        assertThat(told.text("/items/0/text")).endsWith("有 1 行未导入。");
        walk.quiet();
    }
}
