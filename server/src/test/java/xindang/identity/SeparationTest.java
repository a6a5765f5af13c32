package xindang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.platform.time.BusinessClock;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** Three administrators that keep each other in check, as a switch. */
class SeparationTest {

    private static final String SWITCH = "/identity/separation";

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        preset,                 kinds
        administrator,          audit security system
        system-administrator,   system
        security-administrator, security
        audit-administrator,    audit
        auditor,                audit
        credit-manager,         audit
        sales,                  ''""")
    void kinds_follow_from_rights(String preset, String kinds) {
        assertThat(Separation.words(AdministratorKind.of(Roles.rights(preset)))).isEqualTo(kinds);
    }

    @Test
    void no_preset_but_the_administrator_of_everything_is_of_two_kinds() {
        Set<String> several = Roles.NAMES.stream()
                .filter(name -> AdministratorKind.of(Roles.rights(name)).size() > 1)
                .collect(Collectors.toSet());
        assertThat(several).containsExactly("administrator");
    }

    @AcceptanceTest
    @Requirement("ORG-08")
    void once_switched_on_nobody_holds_rights_of_two_kinds_and_two_kinds_switch_it_off() throws Exception {
        try (RunningServer server = Suite.untouchedButSetUp()) {
            Client system = Users.add(server, "sys", "system-administrator");
            Client security = Users.add(server, "sec", "security-administrator");
            assertThat(security.post(SWITCH + "/activation", "{}").body())
                    .as("the administrator of everything")
                    .contains("administrators-apart", "audit security system");
            Client audit = Users.add(server, "aud", "audit-administrator");
            removeAdministrator(server, security);
            Answer on = security.post(SWITCH + "/activation", "{}");
            assertThat(on.text("/active")).as(on.body()).isEqualTo("true");

            String root = security.get("/identity/session").text("/node/id");
            assertThat(give(security, id(audit), "system-administrator", root).code())
                    .isEqualTo("administrators-apart");
            assertThat(security.post("/identity/roles", """
                    {"node":"%s","role":{"zh":"两类","rights":["identity.manage","audittrail.read"]}}""".formatted(root)).code())
                    .isEqualTo("administrators-apart");
            assertThat(audit.post(
                                    "/identity/deputies",
                                    "{\"deputy\":\"%s\",\"until\":\"2099-12-31\",\"reason\":\"休假\"}"
                                            .formatted(id(system)))
                            .code())
                    .as("as a deputy")
                    .isEqualTo("administrators-apart");
            assertThat(audit.get("/audittrail/entries").body()).contains("identity.separate-administrators");

            assertThat(system.post(SWITCH + "/request", "{\"reason\":\"人员不足\"}").text("/request/kind"))
                    .isEqualTo("system");
            assertThat(system.post(SWITCH + "/request/confirmation", "{}").code())
                    .isEqualTo("own-request");
            assertThat(audit.post(SWITCH + "/request/confirmation", "{}").text("/active"))
                    .isEqualTo("false");
            assertThat(give(security, id(audit), "system-administrator", root).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void it_is_not_switched_on_while_a_kind_has_nobody_and_not_off_by_one_kind() throws Exception {
        try (RunningServer server = Suite.untouchedButSetUp()) {
            Client system = Users.add(server, "sys", "system-administrator");
            Client other = Users.add(server, "sys2", "system-administrator");
            Client security = Users.add(server, "sec", "security-administrator");
            removeAdministrator(server, security);
            assertThat(security.post(SWITCH + "/activation", "{}").text("/reasons/0/facts/nobody"))
                    .isEqualTo("audit");
            assertThat(system.post(SWITCH + "/activation", "{}").code()).isEqualTo("right-missing");
            String root = security.get("/identity/session").text("/node/id");
            give(security, person(system, "aud", root), "audit-administrator", root);
            assertThat(security.post(SWITCH + "/activation", "{}").text("/active"))
                    .isEqualTo("true");
            system.post(SWITCH + "/request", "{\"reason\":\"一类\"}");
            assertThat(other.post(SWITCH + "/request/confirmation", "{}").code())
                    .as("of the same kind")
                    .isEqualTo("administrators-apart");
            assertThat(security.delete(SWITCH + "/request").text("/request")).isEmpty();

            String both = person(system, "both", root);
            assertThat(atOnce(
                            () -> give(again(server, "sec"), both, "system-administrator", root)
                                    .status(),
                            () -> give(again(server, "sec"), both, "audit-administrator", root)
                                    .status()))
                    .as("two gifts at once")
                    .containsExactlyInAnyOrder(201, 409);
        }
    }

    private static Client again(RunningServer server, String login) {
        return server.client().signedIn(login, RunningServer.PASSWORD);
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(one);
            var second = threads.submit(other);
            return List.of(first.get(), second.get());
        }
    }

    private static String person(Client system, String login, String node) {
        return system.post("/identity/users", """
                {"login":"%1$s","name":"%1$s","node":"%2$s","password":"%3$s"}""".formatted(login, node, RunningServer.FIRST_PASSWORD))
                .text("/id");
    }

    private static String id(Client client) {
        return client.get("/identity/session").text("/user/id");
    }

    private static Answer give(Client by, String user, String role, String node) {
        return by.post("/identity/users/" + user + "/roles", "{\"role\":\"%s\",\"node\":\"%s\"}".formatted(role, node));
    }

    /** The first administrator, who is of all kinds, loses that role. */
    private static void removeAdministrator(RunningServer server, Client security) {
        String path = "/identity/users/" + id(server.admin()) + "/roles";
        String assignment = security.get(path).text("/items/0/id");
        LocalDate yesterday = server.part(BusinessClock.class).today().minusDays(1);
        Answer ended =
                security.send("PUT", path + "/" + assignment, "{\"until\":\"" + yesterday + "\"}", java.util.Map.of());
        if (ended.status() != 200) {
            throw new AssertionError(ended.body());
        }
    }
}
