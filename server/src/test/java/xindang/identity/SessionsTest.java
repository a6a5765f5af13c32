package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static xindang.suite.Company.sql;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class SessionsTest {

    private final RunningServer server = Suite.server();

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_person_sees_where_he_is_signed_in_and_ends_it() {
        Client here = Users.add(server, "travelling", "sales");
        Client there = server.client();
        there.send(
                "POST",
                "/identity/session",
                "{\"login\":\"travelling\",\"password\":\"" + RunningServer.PASSWORD + "\"}",
                Map.of("User-Agent", "A phone of somebody"));
        JsonNode lines = here.get("/identity/sessions").json().at("/items");
        assertThat(lines.size()).isEqualTo(2);
        JsonNode other = lines.valueStream()
                .filter(line -> !line.at("/current").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(other.at("/device").asString()).isEqualTo("A phone of somebody");
        assertThat(other.at("/address").asString()).isEqualTo("127.0.0.1");
        assertThat(other.at("/startedAt").asString()).isNotBlank();
        assertThat(lines.toString()).doesNotContain(there.cookie("XD_SESSION"));
        assertThat(here.delete("/identity/sessions/" + other.at("/id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(there.get("/identity/session").status()).isEqualTo(401);
        assertThat(here.get("/identity/session").status()).isEqualTo(200);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void all_others_end_at_once_and_those_of_other_people_are_out_of_reach() {
        Client here = Users.add(server, "many-places", "sales");
        Client second = server.client().signedIn("many-places", RunningServer.PASSWORD);
        Client stranger = Users.add(server, "stranger-there", "sales");
        String strange = stranger.get("/identity/sessions").text("/items/0/id");
        assertThat(here.delete("/identity/sessions/" + strange).status()).isEqualTo(404);
        assertThat(here.delete("/identity/sessions").status()).isEqualTo(204);
        assertThat(second.get("/identity/session").status()).isEqualTo(401);
        assertThat(here.get("/identity/session").status()).isEqualTo(200);
        assertThat(stranger.get("/identity/session").status()).isEqualTo(200);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void an_administrator_ends_the_sessions_of_a_user() {
        Client client = Users.add(server, "sent-home", "sales");
        String id = client.get("/identity/session").text("/user/id");
        Client admin = server.admin();
        String path = "/identity/users/" + id + "/sessions";
        assertThat(admin.get(path).json().at("/items").size()).isEqualTo(1);
        assertThat(client.get(path).status()).isEqualTo(403);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(client.get("/identity/session").status()).isEqualTo(401);
        assertThat(admin.get(path).json().at("/items").size()).isZero();
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_session_ends_without_use_and_after_the_longest_time_in_any_case() {
        Client idle = Users.add(server, "asleep", "sales");
        Client busy = Users.add(server, "awake", "sales");
        String ofUser = " where principal_name = ?::uuid::text";
        String idleUser = idle.get("/identity/session").text("/user/id");
        String busyUser = busy.get("/identity/session").text("/user/id");
        sql(
                "update identity_session set last_access_time = last_access_time - 3601000, expiry_time = expiry_time - 3601000"
                        + ofUser,
                idleUser);
        sql("update identity_session set creation_time = creation_time - 12 * 3600000" + ofUser, busyUser);
        assertThat(idle.get("/identity/session").status()).isEqualTo(401);
        assertThat(busy.get("/identity/session").status()).isEqualTo(401);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_closed_account_that_is_opened_again_has_no_old_sessions() {
        Client client = Users.add(server, "closed-once", "sales");
        String path = "/identity/users/" + client.get("/identity/session").text("/user/id");
        Client admin = server.admin();
        for (boolean active : List.of(false, true)) {
            admin.send(
                    "PATCH",
                    path,
                    "{\"active\":" + active + "}",
                    Map.of("If-Match", admin.get(path).header("ETag")));
            assertThat(client.get("/identity/session").status()).isEqualTo(401);
        }
        assertThat(server.client()
                        .signedIn("closed-once", RunningServer.PASSWORD)
                        .get("/identity/session")
                        .status())
                .isEqualTo(200);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void sessions_and_their_end_count_on_every_process_of_an_installation() throws Exception {
        try (RunningServer one = Suite.untouchedButSetUp();
                RunningServer two = Suite.beside(one)) {
            Client client = one.admin();
            Client elsewhere = two.client().withCookiesOf(client);
            assertThat(elsewhere.get("/identity/session").status()).isEqualTo(200);
            Client other = two.admin();
            assertThat(other.get("/identity/sessions").json().at("/items").size())
                    .isEqualTo(2);
            assertThat(other.delete("/identity/sessions").status()).isEqualTo(204);
            assertThat(client.get("/identity/session").status()).isEqualTo(401);
            assertThat(elsewhere.get("/identity/session").status()).isEqualTo(401);
            for (int i = 0; i < 5; i++) {
                (i % 2 == 0 ? one : two)
                        .client()
                        .post("/identity/session", "{\"login\":\"admin\",\"password\":\"guess\"}");
            }
            assertThat(two.client()
                            .post("/identity/session", "{\"login\":\"admin\",\"password\":\"guess\"}")
                            .status())
                    .isEqualTo(429);
        }
    }
}
