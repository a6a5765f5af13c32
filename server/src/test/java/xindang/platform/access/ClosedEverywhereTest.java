package xindang.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.identity.Users;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Contract;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/**
 * Every question of the contract, asked about a secret file by colleagues who are not cleared: nothing of its content may come back.
 * New endpoints are in by themselves.
 */
class ClosedEverywhereTest {

    private static final String SECRET = "MJ7Q";

    /** Content of the closed file: amount, number of its invoice, person, address, code in another system. */
    private static final List<String> CONTENT =
            List.of("123456.78", "FMJ7Q", "\u7edd\u5bc6\u4eba", "\u7edd\u5bc6\u8def1\u53f7", "KMJ7Q");

    /** What was uploaded is shown as it came to who may import (docs/adr/0092). */
    private static final String UPLOADS = "/integration/imports";

    private static final Contract CONTRACT = Contract.read();

    private static RunningServer server;
    private static ForeignWorld world;

    @BeforeAll
    static void fill() throws Exception {
        server = Suite.untouchedButSetUp();
        world = ForeignWorld.fill(server, SECRET);
        world.db().execute("""
                update customerfile_file set level = 3, address = '绝密路1号', contacts = '[{"name":"绝密人"}]'
                where id in (select file_id from customerfile_overview where name = '客户MJ7Q')""");
        world.db().execute("update customerfile_overview set level = 3 where name = '客户MJ7Q'");
        world.db().execute("delete from secrecy_request");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AcceptanceTest
    @Requirement({"SEC-02", "SEC-01"})
    void no_question_tells_the_content_of_a_closed_file() {
        Client uncleared = Users.add(server, "uncleared", "credit-manager", world.company());
        assertThat(told(uncleared)).isEmpty();
    }

    @AcceptanceTest
    @Requirement("SEC-02")
    void the_same_questions_tell_it_to_who_is_cleared() {
        Client cleared = Users.add(server, "cleared", "credit-manager", world.company());
        Answer given = server.admin()
                .send(
                        "PUT",
                        "/secrecy/clearances/"
                                + cleared.get("/identity/session").text("/user/id"),
                        "{\"level\":\"secret\",\"reason\":\"岗位需要\"}",
                        Map.of("If-Match", "\"0\""));
        assertThat(given.status()).isEqualTo(204);
        assertThat(told(cleared)).hasSizeGreaterThan(10);
    }

    /** The questions whose answers hold content of the file. */
    private static List<String> told(Client client) {
        var told = new ArrayList<String>();
        for (Contract.Endpoint endpoint : CONTRACT.endpoints()) {
            if (endpoint.method().equals("GET")
                    && !ForeignWorld.ENDLESS.contains(endpoint.path())
                    && !endpoint.path().startsWith(UPLOADS)) {
                for (String question : questions(endpoint)) {
                    String answer = ScopeTest.unpacked(client.download(question));
                    CONTENT.stream()
                            .filter(answer::contains)
                            .forEach(content -> told.add(question + " tells " + content));
                }
            }
        }
        return told;
    }

    private static List<String> questions(Contract.Endpoint endpoint) {
        var questions = new ArrayList<String>();
        for (String path : world.paths(endpoint)) {
            questions.add(path);
            for (Contract.Parameter parameter : endpoint.in("query")) {
                for (String value : world.ids(parameter)) {
                    questions.add(path + "?" + parameter.name() + "=" + Client.encoded(value));
                }
                for (String customer : parameter.name().equals("customer") ? customers() : List.<String>of()) {
                    questions.add(path + "?customer=" + customer);
                }
            }
        }
        return questions;
    }

    private static List<String> customers() {
        return world.db()
                .fetch("select id::text from customerfile_file where node_id = ?::uuid", world.company())
                .into(String.class);
    }
}
