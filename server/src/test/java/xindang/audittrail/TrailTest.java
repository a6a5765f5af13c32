package xindang.audittrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.identity.Users;
import xindang.platform.access.Caller;
import xindang.platform.database.Wall;
import xindang.platform.rest.PageQuery;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class TrailTest {

    private static final PageQuery FIRST = new PageQuery(null, null, null);

    private final RunningServer server = Suite.server();
    private final Trail trail = server.part(Trail.class);
    private final Caller admin = Users.caller(server, "admin");

    @AcceptanceTest
    @Requirement("QUA-03")
    void a_change_is_traced_to_person_field_and_values() {
        Users.add(server, "traced", "sales");
        String id = Users.caller(server, "traced").id().toString();
        Client client = server.admin();
        String version = client.get("/identity/users/" + id).header("ETag");
        client.send(
                "PATCH",
                "/identity/users/" + id,
                "{\"name\":\"新名\",\"password\":\"another long pass\"}",
                Map.of("If-Match", version));
        TrailEntry last = entries(UUID.fromString(id)).getFirst();
        assertThat(last.actor().name()).isEqualTo("管理员");
        assertThat(last.action()).isEqualTo("identity.change-user");
        assertThat(last.changes())
                .containsExactly(new Change("name", "traced", "新名"), new Change("password", null, null));
    }

    @AcceptanceTest
    @Requirement("ORG-02")
    void what_a_role_may_not_do_is_refused_and_recorded() {
        Client seller = Users.add(server, "curious", "sales");
        UUID id = Users.caller(server, "curious").id();
        assertThat(seller.get("/audittrail/entries").status()).isEqualTo(403);
        TrailEntry last = entries(id).getFirst();
        assertThat(last.action()).isEqualTo("audittrail.refuse");
        assertThat(last.basis())
                .containsEntry("right", "audittrail.read")
                .containsEntry("route", "GET /api/v1/audittrail/entries");
    }

    @AcceptanceTest
    @Requirement({"QUA-03", "SEC-08"})
    void signing_in_and_a_wrong_password_are_recorded() {
        Users.add(server, "visitor", "sales");
        UUID id = Users.caller(server, "visitor").id();
        assertThat(entries(id).getFirst().action()).isEqualTo("identity.sign-in");
        server.client().post("/identity/session", "{\"login\":\"visitor\",\"password\":\"not the right one\"}");
        await(() -> entries(id).getFirst().action().equals("identity.refuse-sign-in"));
    }

    @AcceptanceTest
    @Requirement("QUA-03")
    void a_wrong_own_password_and_signing_out_are_recorded() {
        Client leaving = Users.add(server, "leaving", "sales");
        UUID id = Users.caller(server, "leaving").id();
        Answer wrong = leaving.post(
                "/identity/password", "{\"old\":\"not the right one\",\"password\":\"Quite another 77 one\"}");
        assertThat(wrong.code()).isEqualTo("wrong-password");
        await(() -> "own-password".equals(entries(id).getFirst().basis().get("means")));
        leaving.delete("/identity/session");
        assertThat(entries(id).getFirst().action()).isEqualTo("identity.sign-out");
    }

    private static void await(BooleanSupplier what) {
        Instant end = Instant.now().plusSeconds(20);
        while (!what.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    /** What is recorded of an object, the latest first. */
    private List<TrailEntry> entries(UUID object) {
        return Objects.requireNonNull(Wall.within(
                admin.node(), () -> trail.of(admin.nodes(), object, FIRST).items()));
    }

    @Test
    void an_act_that_rolls_back_leaves_no_entry() {
        UUID object = UUID.randomUUID();
        Act act = Act.of(admin.node(), "identity.try", "user", object, "nobody");
        Wall.runWithin(admin.node(), () -> {
            server.part(TransactionTemplate.class).executeWithoutResult(transaction -> {
                trail.record(admin, act);
                transaction.setRollbackOnly();
            });
        });
        assertThat(entries(object)).isEmpty();
        assertThatThrownBy(() -> trail.record(admin, act)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audittrail_entry set action = 'identity.nothing'",
                "delete from audittrail_entry",
                "truncate audittrail_entry cascade"
            })
    @Requirement("SEC-09")
    void not_even_the_owner_of_the_tables_rewrites_history(String sql) throws SQLException {
        try (Connection database = Suite.database("owner");
                Statement statement = database.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("are never changed or removed");
        }
    }
}
