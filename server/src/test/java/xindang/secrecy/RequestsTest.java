package xindang.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.platform.time.BusinessClock;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** Access to a file on request: somebody asks, somebody else decides. */
class RequestsTest {

    @AcceptanceTest
    @Requirement({"SEC-02", "ORG-08"})
    void a_granted_request_opens_the_file_until_its_end() {
        var house = new House("申请客户").classified("secret");
        Client asker = house.user("credit-specialist");
        String request = house.asked(asker);
        Answer granted = House.decide(house.manager(), request, "granted", "");
        assertThat(granted.text("/state")).isEqualTo("granted");
        Answer file = asker.get("/customerfile/customers/" + house.customer());
        assertThat(file.text("/masked")).isEqualTo("false");
        assertThat(asker.get("/receivable/items?customer=" + house.customer()).body())
                .contains("900.00");
        String trail = asker.get("/customerfile/customers/" + house.customer() + "/trail")
                .body();
        assertThat(trail).contains("secrecy.ask-access", "secrecy.grant-access", "\"grant\":\"" + request);

        Company.sql(
                "update secrecy_request set ends_at = asked_at + interval '1 second' - interval '1 day' where id = ?",
                request);
        assertThat(asker.get("/customerfile/customers/" + house.customer()).text("/masked"))
                .isEqualTo("true");
        assertThat(asker.get("/receivable/items?customer=" + house.customer()).code())
                .isEqualTo("above-clearance");
        assertThat(asker.get("/secrecy/requests").text("/items/0/state")).isEqualTo("expired");
    }

    @AcceptanceTest
    @Requirement("ORG-08")
    void the_requester_never_decides() {
        var house = new House("本人客户").classified("secret");
        Client manager = house.user("credit-manager");
        String request = house.asked(manager);
        assertThat(House.decide(manager, request, "granted", "").code()).isEqualTo("own-request");
        assertThat(House.decide(manager, request, "granted", ",\"exception\":\"无他人\"")
                        .code())
                .as("strict")
                .isEqualTo("own-request");
        assertThat(manager.get("/customerfile/customers/" + house.customer()).text("/masked"))
                .isEqualTo("true");
    }

    @AcceptanceTest
    @Requirement("ORG-08")
    void where_the_house_allows_it_an_exception_with_a_reason_is_listed_for_audit() throws Exception {
        try (RunningServer server = Suite.untouchedButSetUp()) {
            Client admin = server.admin();
            String self = "/secrecy/clearances/" + House.id(admin);
            String body = "{\"level\":\"secret\",\"reason\":\"本部门仅一人\"}";
            assertThat(admin.send("PUT", self, body, Map.of("If-Match", "\"0\""))
                            .code())
                    .isEqualTo("own-request");
            Answer changed = admin.send(
                    "PUT",
                    "/secrecy/settings",
                    "{\"shownInLists\":true,\"segregation\":\"recorded-exception\",\"agreement\":false,\"renewalMonths\":12,\"secondFactor\":\"free\"}",
                    Map.of("If-Match", "\"0\""));
            assertThat(changed.status()).as(changed.body()).isEqualTo(200);
            assertThat(admin.send("PUT", self, body, Map.of("If-Match", "\"0\""))
                            .status())
                    .isEqualTo(204);
            Answer exceptions = admin.get("/secrecy/exceptions");
            assertThat(exceptions.text("/items/0/reason")).isEqualTo("本部门仅一人");
            assertThat(exceptions.text("/items/0/act")).isEqualTo("secrecy.change-clearance");
        }
    }

    @AcceptanceTest
    @Requirement("SEC-02")
    void a_look_for_some_days_is_no_clearance() {
        var house = new House("借阅客户").classified("secret");
        Client archivist = house.user("archivist");
        String path = "/customerfile/customers/" + house.customer();
        assertThat(House.decide(house.manager(), house.asked(archivist), "granted", "")
                        .status())
                .isEqualTo(200);
        Answer file = archivist.get(path);
        assertThat(file.status()).isEqualTo(200);
        assertThat(archivist
                        .send(
                                "PUT",
                                path + "/level",
                                "{\"level\":\"public\",\"reason\":\"解密\"}",
                                Map.of("If-Match", file.header("ETag")))
                        .code())
                .isEqualTo("above-clearance");
    }

    @AcceptanceTest
    @Requirement("ORG-08")
    void whom_the_requester_lent_the_right_is_no_other_person() {
        var house = new House("代批客户").classified("secret");
        Client boss = house.user("executive");
        Client deputy = house.user("customer-service");
        house.clear(deputy, "secret");
        Answer lent = boss.post(
                "/identity/deputies",
                "{\"deputy\":\"%s\",\"until\":\"%s\",\"reason\":\"休假\"}"
                        .formatted(
                                House.id(deputy),
                                Suite.server().part(BusinessClock.class).today().plusDays(3)));
        assertThat(lent.status()).isEqualTo(201);
        assertThat(House.decide(deputy, house.asked(boss), "granted", "").code())
                .isEqualTo("own-request");
        Client other = house.user("finance");
        assertThat(House.decide(deputy, house.asked(other), "granted", "").status())
                .as("for others he decides in the place of who lent it")
                .isEqualTo(200);
    }

    @Test
    void who_decides_is_cleared_himself() {
        var house = new House("越级客户").classified("secret");
        Client asker = house.user("credit-specialist");
        Client uncleared = house.user("executive");
        assertThat(House.decide(uncleared, house.asked(asker), "granted", "").code())
                .isEqualTo("above-clearance");
    }

    @Test
    void a_request_is_asked_once_and_decided_once() {
        var house = new House("一次客户").classified("confidential");
        Client asker = house.user("finance");
        String request = house.asked(asker);
        assertThat(asker.post(
                                "/secrecy/requests",
                                "{\"file\":\"%s\",\"purpose\":\"再来\",\"days\":3}".formatted(house.customer()))
                        .code())
                .isEqualTo("already-exists");
        assertThat(House.decide(house.manager(), request, "refused", "").text("/state"))
                .isEqualTo("refused");
        Answer again = house.manager()
                .send(
                        "POST",
                        "/secrecy/requests/" + request + "/decision",
                        "{\"decision\":\"granted\",\"reason\":\"改主意\"}",
                        Map.of("If-Match", "\"2\""));
        assertThat(again.code()).isEqualTo("request-decided");
        assertThat(house.manager()
                        .post(
                                "/secrecy/requests",
                                "{\"file\":\"%s\",\"purpose\":\"x\",\"days\":3}".formatted(house.customer()))
                        .code())
                .isEqualTo("access-not-needed");
    }

    @Test
    void requests_are_seen_by_those_who_decide_and_by_who_asked() {
        var house = new House("名单客户").classified("confidential");
        Client asker = house.user("finance");
        Client other = house.user("sales");
        String request = house.asked(asker);
        assertThat(asker.get("/secrecy/requests").body()).contains(request);
        assertThat(house.manager().get("/secrecy/requests?state=asked").body()).contains(request);
        assertThat(other.get("/secrecy/requests").body()).doesNotContain(request);
        assertThat(other.send("DELETE", "/secrecy/requests/" + request, null, Map.of("If-Match", "\"1\""))
                        .code())
                .isEqualTo("not-found");
        assertThat(asker.send("DELETE", "/secrecy/requests/" + request, null, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(204);
        assertThat(asker.get("/secrecy/requests").text("/items/0/state")).isEqualTo("withdrawn");
    }
}
