package xindang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.IllegalTransactionStateException;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.identity.Users;
import xindang.platform.time.BusinessClock;
import xindang.platform.time.ClockHand;
import xindang.secrecy.AgreementReminders;
import xindang.suite.Answer;
import xindang.suite.Client;

/** People are told: in the application, and by mail as they want it. */
class NoticesTest {

    private static final String PREFERENCE = """
            {"mail":%s,"mailTopics":["task"],"quietTopics":["decision"],"bundling":"%s","digestHour":9,
             "quietFrom":%s,"quietTo":%s,"urgentPasses":true}""";

    private static GreenMail mails;
    private static TellingHouse house;

    @BeforeAll
    static void start() throws Exception {
        // The same port when it comes back.
        try (var free = new ServerSocket(0)) {
            mails = new GreenMail(new ServerSetup(free.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        }
        mails.start();
        house = new TellingHouse(Map.of(
                "xindang.mail.host", "127.0.0.1",
                "xindang.mail.port", String.valueOf(mails.getSmtp().getPort()),
                "xindang.mail.from", "xindang@example.com",
                "xindang.mail.starttls", "false",
                "xindang.mail.domains", "example.com"));
    }

    @AfterAll
    static void stop() {
        house.close();
        mails.stop();
    }

    @BeforeEach
    void forget() throws Exception {
        prefer("null", "at-once", "null", "null");
        mails.purgeEmailFromAllMailboxes();
    }

    private static Answer prefer(String mail, String bundling, String from, String to) {
        String version = house.reader.get("/notification/preferences").header("ETag");
        return house.reader.send(
                "PUT",
                "/notification/preferences",
                PREFERENCE.formatted(mail, bundling, from, to),
                Map.of("If-Match", version));
    }

    private static void mail(String bundling, String from, String to) {
        assertThat(prefer("\"reader@example.com\"", bundling, from, to).status())
                .isEqualTo(200);
    }

    private static Notice asked() {
        return TellingHouse.notice(house, "secrecy.access-asked", UUID.randomUUID())
                .with(Map.of("who", "王<b>"));
    }

    private static int sent() {
        house.server.part(MailSending.class).run();
        return mails.getReceivedMessages().length;
    }

    @AcceptanceTest
    @Requirement("INT-04")
    void what_is_rolled_back_is_told_to_nobody_and_telling_needs_a_transaction() {
        var notices = house.server.part(Notices.class);
        UUID about = UUID.randomUUID();
        Notice notice = TellingHouse.notice(house, "secrecy.access-asked", about);
        assertThatThrownBy(() -> house.within(() -> {
                    notices.tell(notice);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        house.spread();
        assertThat(house.reader.get("/notification/notices?limit=500").body()).doesNotContain(about.toString());
        assertThatThrownBy(() -> notices.tell(notice)).isInstanceOf(IllegalTransactionStateException.class);
        house.tell(notice);
        Answer told = house.reader.get("/notification/notices");
        assertThat(told.text("/items/0/objectId")).isEqualTo(about.toString());
        assertThat(told.text("/items/0/title")).isEqualTo("查阅申请待审批");
        assertThat(told.text("/items/0/link")).isEqualTo("/secrecy/requests");
        assertThat(house.reader
                        .send("GET", "/notification/notices", null, Map.of("Accept-Language", "en"))
                        .text("/items/0/title"))
                .isEqualTo("Request for access to decide");
    }

    @AcceptanceTest
    @Requirement("INT-04")
    void one_reads_ones_own_notices_and_nobody_elses() {
        house.tell(asked());
        house.tell(asked());
        Answer all = house.reader.get("/notification/notices?unread=true&topic=task&limit=1");
        String newest = all.text("/items/0/id");
        assertThat(all.text("/next")).isNotEmpty();
        int unread = Integer.parseInt(
                house.reader.get("/notification/notices/unread").text("/unread"));
        assertThat(unread).isGreaterThanOrEqualTo(2);
        assertThat(house.admin.get("/notification/notices?limit=500").body()).doesNotContain(newest);
        assertThat(house.admin
                        .post("/notification/notices/" + newest + "/reading", "")
                        .code())
                .isEqualTo("not-found");
        house.admin.post("/notification/notices/readings", "{\"last\":\"" + newest + "\"}");
        assertThat(house.reader.get("/notification/notices/unread").text("/unread"))
                .isEqualTo("" + unread);

        assertThat(house.reader
                        .post("/notification/notices/" + newest + "/reading", "")
                        .status())
                .isEqualTo(204);
        assertThat(house.reader.get("/notification/notices/unread").text("/unread"))
                .isEqualTo("" + (unread - 1));
        house.tell(asked());
        house.reader.post("/notification/notices/readings", "{\"last\":\"" + newest + "\"}");
        assertThat(house.reader.get("/notification/notices/unread").text("/unread"))
                .as("what came meanwhile stays unread")
                .isEqualTo("1");
        assertThat(house.reader.get("/notification/notices?topic=warning").text("/count"))
                .isEqualTo("0");
    }

    @AcceptanceTest
    @Requirement("INT-04")
    void groups_are_switched_off_but_not_for_what_is_urgent_and_a_reminder_comes_once() {
        Notice decided = TellingHouse.notice(house, "secrecy.access-decided", UUID.randomUUID());
        String before = house.reader.get("/notification/notices").text("/count");
        house.tell(decided);
        assertThat(house.reader.get("/notification/notices").text("/count")).isEqualTo(before);
        house.tell(decided.urgently().once("reminder 1"));
        house.tell(decided.urgently().once("reminder 1"));
        Answer told = house.reader.get("/notification/notices");
        assertThat(told.text("/count")).isEqualTo("" + (Integer.parseInt(before) + 1));
        assertThat(told.text("/items/0/urgent")).isEqualTo("true");
    }

    @AcceptanceTest
    @Requirement("INT-04")
    void those_who_may_decide_are_found_when_it_is_spread() {
        Client late =
                Users.add(house.server, "late-" + UUID.randomUUID().toString().substring(0, 8), "executive");
        UUID about = UUID.randomUUID();
        house.tell(Notice.of(
                house.root,
                "secrecy.access-asked",
                new Audience.HoldersOf("secrecy.decide", house.root),
                new Notice.About("request", about, "/secrecy/requests")));
        assertThat(late.get("/notification/notices").text("/items/0/objectId")).isEqualTo(about.toString());
        assertThat(house.reader.get("/notification/notices?limit=500").body()).doesNotContain(about.toString());
    }

    @AcceptanceTest
    @Requirement("INT-04")
    void mails_are_bundled_and_keep_quiet_hours() throws Exception {
        mail("hourly", "\"22:00\"", "\"07:30\"");
        house.at(0, "10:10");
        house.tell(asked());
        house.at(0, "10:40");
        house.tell(asked());
        assertThat(sent()).isZero();
        house.at(0, "11:00");
        assertThat(sent()).isEqualTo(1);
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("信档 · 2 条通知");
        assertThat(mail.getAllRecipients()[0]).hasToString("reader@example.com");
        String html = decoded(mail, "text/html");
        assertThat(html).contains("王&lt;b&gt; 申请查阅一份档案", "http://localhost:8080/secrecy/requests");
        assertThat(decoded(mail, "text/plain")).contains("王<b> 申请查阅一份档案");

        house.at(0, "22:10");
        house.tell(asked());
        house.at(1, "01:00");
        assertThat(sent()).isEqualTo(1);
        house.tell(asked().urgently());
        assertThat(sent()).as("urgent passes").isEqualTo(2);
        house.at(1, "07:30");
        assertThat(sent()).isEqualTo(3);
        assertThat(sent()).as("nothing twice").isEqualTo(3);
    }

    private static String decoded(MimeMessage mail, String type) throws Exception {
        return parts(mail.getContent(), type).findFirst().orElseThrow();
    }

    private static Stream<String> parts(Object content, String type) throws Exception {
        var found = new java.util.ArrayList<String>();
        if (content instanceof jakarta.mail.Multipart all) {
            for (int i = 0; i < all.getCount(); i++) {
                var part = all.getBodyPart(i);
                if (part.isMimeType(type)) {
                    found.add((String) part.getContent());
                } else {
                    found.addAll(parts(part.getContent(), type).toList());
                }
            }
        }
        return found.stream();
    }

    @AcceptanceTest
    @Requirement("INT-04")
    void a_mail_whose_sender_died_or_whose_server_is_away_is_sent_later() {
        mail("at-once", "null", "null");
        house.at(2, "10:00");
        house.tell(asked());
        house.server.db().execute("""
                update notification_delivery set state = 'sending', attempts = 1, lease_until = due_at + interval '30 minutes'
                where state = 'waiting'""");
        assertThat(sent()).as("another process has it").isZero();
        house.at(2, "10:31");
        assertThat(sent()).isEqualTo(1);

        mails.stop();
        house.tell(asked());
        house.server.part(MailSending.class).run();
        assertThat(house.server
                        .db()
                        .fetchSingle(
                                "select state || ' ' || attempts || ' ' || fault from notification_delivery order by id desc limit 1")
                        .get(0, String.class))
                .isEqualTo("waiting 1 MailSend");
        mails.start();
        assertThat(sent()).as("not before its time").isZero();
        house.at(2, "10:32");
        assertThat(sent()).isEqualTo(1);
    }

    private static long told(String kind) {
        house.spread();
        return house.reader
                .get("/notification/notices?limit=500")
                .json()
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/kind").asString("").equals(kind))
                .count();
    }

    @AcceptanceTest
    @Requirement("INT-04")
    void a_job_that_failed_is_told_of_once_to_whoever_started_it() {
        house.server.db().execute("""
                insert into platform_job (node_id, user_id, kind, title, state, finished_at, process_id)
                values (?, ?, 'integration.check', '检查 清单.csv', 'failed', now(), uuidv7())""", house.root, house.readerId);
        assertThat(told("platform.job-failed")).isEqualTo(1);
        assertThat(told("platform.job-failed")).isEqualTo(1);
        assertThat(house.reader.get("/notification/notices").text("/items/0/text"))
                .isEqualTo("任务“检查 清单.csv”没有完成，原因见任务列表。");
    }

    @AcceptanceTest
    @Requirement("INT-04")
    void an_agreement_that_ends_is_told_of_once_and_not_too_early() {
        var db = house.server.db();
        db.execute("insert into secrecy_setting (node_id, agreement) values (?, true)", house.root);
        db.execute(
                """
                with a as (
                    insert into secrecy_agreement (node_id, number, text_zh, text_en, published_at, published_by, publisher_name)
                    values (?, 1, '协议', 'text', now(), ?, '管理员') returning id)
                insert into secrecy_acknowledgement (user_id, agreement_id, acknowledged_at)
                select u.id, a.id, ?::timestamptz - interval '12 months' + interval '15 days' from a, identity_user u""",
                house.root,
                house.readerId,
                house.server.part(BusinessClock.class).timestamp());
        try {
            house.server.part(AgreementReminders.class).look();
            assertThat(told("secrecy.agreement-due")).as("15 days before").isZero();
            ClockHand.advance(house.server, Duration.ofDays(2));
            house.server.part(AgreementReminders.class).look();
            house.server.part(AgreementReminders.class).look();
            assertThat(told("secrecy.agreement-due")).isEqualTo(1);
        } finally {
            db.execute("delete from secrecy_setting");
        }
    }

    static Stream<List<String>> hostile() {
        String good = PREFERENCE.formatted("null", "daily", "null", "null");
        return Stream.of(
                List.of("domain", good.replace("\"mail\":null", "\"mail\":\"me@elsewhere.example\"")),
                List.of("no address", good.replace("\"mail\":null", "\"mail\":\"a@b@example.com\"")),
                List.of("a line feed", good.replace("\"mail\":null", "\"mail\":\"a\\nBcc: x@example.com\"")),
                List.of("hour", good.replace("\"digestHour\":9", "\"digestHour\":24")),
                List.of("topic", good.replace("decision", "secret")),
                List.of("half a time", good.replace("\"quietFrom\":null", "\"quietFrom\":\"22:00\"")),
                List.of(
                        "no time",
                        good.replace(
                                "\"quietFrom\":null,\"quietTo\":null",
                                "\"quietFrom\":\"25:00\",\"quietTo\":\"07:00\"")),
                List.of("bundling", good.replace("daily", "weekly")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    @Tag(TestTags.ACCEPTANCE)
    void a_preference_that_does_not_fit_is_refused(List<String> wrong) {
        String version = house.reader.get("/notification/preferences").header("ETag");
        Answer answer =
                house.reader.send("PUT", "/notification/preferences", wrong.get(1), Map.of("If-Match", version));
        assertThat(answer.status()).as(wrong.getFirst() + answer.body()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid-fields");
        assertThat(Arrays.asList("", "0")).doesNotContain(answer.text("/reasons/0/field"));
    }
}
