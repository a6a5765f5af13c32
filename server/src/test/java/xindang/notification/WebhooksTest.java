package xindang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.identity.Users;
import xindang.platform.time.ClockHand;
import xindang.suite.Answer;
import xindang.suite.Client;

/** Other systems and groups in messengers are told, by calls that they can verify. */
class WebhooksTest {

    private static TellingHouse house;
    private static Receiver receiver;
    private Answer made;
    private String path = "";

    @BeforeAll
    static void start() throws Exception {
        house = new TellingHouse(Map.of());
        receiver = new Receiver();
    }

    @AfterAll
    static void stop() {
        receiver.close();
        house.close();
    }

    @BeforeEach
    void subscribe() {
        receiver.answers(200, "");
        receiver.taken();
        made = subscribed(house.admin, house.root.toString(), receiver.address("/hook?x=1"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        path = "/notification/subscriptions/" + made.text("/line/id");
    }

    @AfterEach
    void unsubscribe() {
        String version = house.server
                .db()
                .fetchSingle(
                        "select version::text from notification_subscription where id = ?::uuid", made.text("/line/id"))
                .get(0, String.class);
        assertThat(house.admin
                        .send("DELETE", path, null, Map.of("If-Match", "\"" + version + "\""))
                        .status())
                .isEqualTo(204);
    }

    private static Answer subscribed(Client client, String node, String address) {
        return client.post("/notification/subscriptions", """
                {"node":"%s","name":"ERP","address":"%s","kinds":["secrecy.access-asked","secrecy.access-decided"]}""".formatted(node, address));
    }

    private static List<Receiver.Call> sent() {
        house.server.part(WebhookSending.class).run();
        return receiver.taken();
    }

    private static List<String> sequences(List<Receiver.Call> calls) {
        return calls.stream()
                .map(call -> JsonMapper.shared()
                        .readTree(call.body())
                        .at("/sequence")
                        .toString())
                .toList();
    }

    @AcceptanceTest
    @Requirement({"INT-06", "INT-07"})
    void an_event_is_told_signed_and_in_the_order_of_its_object() {
        UUID object = UUID.randomUUID();
        house.enter(object, "secrecy.access-asked");
        house.enter(object, "secrecy.access-decided");
        house.enter(object, "customerfile.slip-given");
        List<Receiver.Call> calls = sent();
        assertThat(sequences(calls)).as("the third kind is not subscribed to").containsExactly("1", "2");
        Receiver.Call first = calls.getFirst();
        assertThat(first.address()).hasToString("/hook?x=1");
        assertThat(first.event()).isEqualTo("secrecy.access-asked");
        var body = JsonMapper.shared().readTree(first.body());
        assertThat(body.at("/aggregate/id").asString()).isEqualTo(object.toString());
        assertThat(body.at("/facts").toString()).isEqualTo("{\"a\":\"b\"}");
        Instant at = Instant.ofEpochSecond(Long.parseLong(String.valueOf(first.timestamp())));
        assertThat(first.signature()).isEqualTo(Signatures.ofWebhook(List.of(made.text("/secret")), at, first.body()));
        assertThat(sent()).as("nothing twice").isEmpty();
        Answer log = house.admin.get(path + "/messages?state=delivered");
        assertThat(log.text("/count")).isEqualTo("2");
        assertThat(log.text("/items/0/status")).isEqualTo("200");
    }

    @AcceptanceTest
    @Requirement("INT-06")
    void a_failure_is_tried_again_and_holds_up_its_own_object_only_until_it_is_given_up_and_replayed() {
        UUID object = UUID.randomUUID();
        Instant before = house.server.part(java.time.Clock.class).instant();
        receiver.answers(500, "out of order");
        house.enter(object, "secrecy.access-asked");
        house.enter(object, "secrecy.access-decided");
        assertThat(sequences(sent())).containsExactly("1");
        assertThat(sent()).as("not before its time").isEmpty();
        receiver.answers(302, "");
        ClockHand.advance(house.server, Duration.ofSeconds(13));
        assertThat(sequences(sent())).as("the second waits for the first").containsExactly("1");
        receiver.answers(200, "");
        UUID other = UUID.randomUUID();
        house.enter(other, "secrecy.access-asked");
        assertThat(sent())
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains(other.toString()));

        receiver.answers(503, "");
        for (int attempt = 3; attempt <= Backoff.WEBHOOK_ATTEMPTS; attempt++) {
            ClockHand.advance(house.server, Duration.ofDays(2));
            assertThat(sequences(sent())).contains("1");
        }
        ClockHand.advance(house.server, Duration.ofDays(2));
        receiver.answers(200, "");
        assertThat(sequences(sent())).as("the first is given up").containsExactly("2");
        Answer dead = house.admin.get(path + "/messages?state=dead");
        assertThat(dead.text("/count")).isEqualTo("1");
        assertThat(dead.text("/items/0/fault")).isEqualTo("status 503");

        Answer replayed = house.admin.post(path + "/replay", "{\"since\":\"" + before + "\"}");
        assertThat(replayed.text("/events")).isEqualTo("3");
        List<Receiver.Call> again = sent();
        assertThat(sequences(again.stream()
                        .filter(call -> call.body().contains(object.toString()))
                        .toList()))
                .containsExactly("1", "2");
    }

    @AcceptanceTest
    @Requirement("INT-06")
    void a_message_whose_sender_died_is_sent_again() {
        house.enter(UUID.randomUUID(), "secrecy.access-asked");
        assertThat(house.server.part(WebhookSending.class).claim()).hasSize(1);
        assertThat(sent()).isEmpty();
        ClockHand.advance(house.server, Duration.ofMinutes(11));
        assertThat(sent()).hasSize(1);
    }

    @AcceptanceTest
    @Requirement("INT-06")
    void a_secret_is_shown_once_and_for_a_week_both_sign() {
        Answer rotated = house.admin.send("POST", path + "/secret", null, Map.of("If-Match", "\"1\""));
        assertThat(rotated.text("/secret")).startsWith("whsec_").isNotEqualTo(made.text("/secret"));
        house.enter(UUID.randomUUID(), "secrecy.access-asked");
        Receiver.Call call = sent().getFirst();
        Instant at = Instant.ofEpochSecond(Long.parseLong(String.valueOf(call.timestamp())));
        assertThat(call.signature())
                .isEqualTo(
                        Signatures.ofWebhook(List.of(rotated.text("/secret"), made.text("/secret")), at, call.body()));
        ClockHand.advance(house.server, Duration.ofDays(8));
        house.enter(UUID.randomUUID(), "secrecy.access-asked");
        assertThat(String.valueOf(sent().getFirst().signature())).doesNotContain(",");
        assertThat(house.admin.get("/notification/subscriptions").body())
                .contains("ERP")
                .doesNotContain("whsec_", made.text("/secret"));
    }

    @AcceptanceTest
    @Requirement("INT-06")
    void only_managers_subscribe_and_only_to_what_they_reach() {
        assertThat(subscribed(house.reader, house.root.toString(), receiver.address("/"))
                        .code())
                .isEqualTo("right-missing");
        Client local = Users.add(
                house.server,
                "local-" + UUID.randomUUID().toString().substring(0, 8),
                "system-administrator",
                company());
        assertThat(subscribed(local, house.root.toString(), receiver.address("/"))
                        .text("/reasons/0/field"))
                .isEqualTo("node");
        for (String call : List.of("/messages")) {
            assertThat(local.get(path + call).code()).isEqualTo("not-found");
        }
        assertThat(local.post(path + "/replay", "{\"since\":\"2026-01-01T00:00:00Z\"}")
                        .code())
                .isEqualTo("not-found");
        assertThat(subscribed(house.admin, house.root.toString(), "ftp://example.com/")
                        .text("/reasons/0/field"))
                .isEqualTo("address");
    }

    private static String company() {
        return house.admin
                .post(
                        "/identity/nodes",
                        "{\"parent\":\"%s\",\"kind\":\"company\",\"name\":\"公司%s\"}"
                                .formatted(
                                        house.root, UUID.randomUUID().toString().substring(0, 8)))
                .text("/id");
    }

    @AcceptanceTest
    @Requirement("INT-04")
    void bots_of_messengers_are_told_in_their_own_form_and_an_error_code_is_a_failure() {
        for (String kind : List.of("wecom", "dingtalk", "feishu")) {
            Answer bot = house.admin.post("/notification/bots", """
                    {"node":"%s","kind":"%s","name":"群","language":"zh","topics":["task"],"address":"%s","secret":"SECx"}""".formatted(
                            house.root, kind, receiver.address("/" + kind + "?access_token=geheim")));
            assertThat(bot.status()).as(bot.body()).isEqualTo(201);
            assertThat(house.admin.get("/notification/bots").body()).doesNotContain("geheim", "SECx");
            house.tell(TellingHouse.notice(house, "secrecy.access-asked", UUID.randomUUID())
                    .with(Map.of("who", "王")));
            receiver.answers(200, "{\"errcode\":310000,\"code\":19021}");
            Instant now = house.server.part(java.time.Clock.class).instant();
            house.server.part(BotSending.class).run();
            mustBeSigned(kind, receiver.taken(), now);
            String log = "/notification/bots/" + bot.text("/id") + "/deliveries";
            assertThat(house.admin.get(log).text("/items/0/state")).isEqualTo("waiting");
            assertThat(house.admin.get(log).text("/items/0/fault"))
                    .contains(kind.equals("feishu") ? "19021" : "310000");
            receiver.answers(200, "{\"errcode\":0,\"code\":0}");
            ClockHand.advance(house.server, Duration.ofSeconds(13));
            house.server.part(BotSending.class).run();
            assertThat(receiver.taken()).hasSize(1);
            assertThat(house.admin.get(log).text("/items/0/state")).isEqualTo("sent");
            house.admin.send("DELETE", "/notification/bots/" + bot.text("/id"), null, Map.of("If-Match", "\"1\""));
        }
        assertThat(house.admin
                        .post("/notification/bots", """
                        {"node":"%s","kind":"wecom","name":"群","language":"zh","topics":["task"],"address":"https://example.com/x"}""".formatted(house.root))
                        .text("/reasons/0/facts/code"))
                .isEqualTo("not-of-messenger");
    }

    private static void mustBeSigned(String kind, List<Receiver.Call> calls, Instant now) {
        assertThat(calls).hasSize(1);
        Receiver.Call call = calls.getFirst();
        var body = JsonMapper.shared().readTree(call.body());
        String text = body.at(kind.equals("feishu") ? "/content/text" : "/text/content")
                .asString();
        assertThat(text).contains("查阅申请待审批：王 申请查阅一份档案", "http://localhost:8080/secrecy/requests");
        assertThat(body.at(kind.equals("feishu") ? "/msg_type" : "/msgtype").asString())
                .isEqualTo("text");
        if (kind.equals("dingtalk")) {
            String query = call.address().getRawQuery();
            long millis = Long.parseLong(query.replaceFirst(".*timestamp=(\\d+).*", "$1"));
            assertThat(millis).isGreaterThanOrEqualTo(now.toEpochMilli());
            assertThat(query)
                    .startsWith("access_token=geheim&")
                    .endsWith("&sign=" + Signatures.ofDingTalk("SECx", Instant.ofEpochMilli(millis)));
        } else if (kind.equals("feishu")) {
            Instant at =
                    Instant.ofEpochSecond(Long.parseLong(body.at("/timestamp").asString()));
            assertThat(body.at("/sign").asString()).isEqualTo(Signatures.ofFeishu("SECx", at));
        } else {
            assertThat(body.has("sign")).isFalse();
        }
    }
}
