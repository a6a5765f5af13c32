package xindang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.format.EffectivePolicies;
import xindang.format.FormatProblem;
import xindang.format.PolicyReader;
import xindang.gates.AcceptanceTest;
import xindang.identity.Users;
import xindang.platform.access.Caller;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class RegimeTest {

    private final RunningServer server = Suite.server();
    private final Caller admin = Users.caller(server, "admin");

    @AcceptanceTest
    void a_new_installation_decides_by_preset_r0_down_to_every_department() {
        String department = server.admin()
                .post("/identity/nodes", """
                {"parent":"%s","kind":"department","name":"制度部"}""".formatted(admin.node()))
                .text("/id");
        LocalDate day = LocalDate.of(2026, 11, 21);
        EffectivePolicies preset = PolicyReader.defaultPreset().at(day);
        EffectivePolicies resolved = server.part(Regime.class).at(UUID.fromString(department), day);
        assertThat(resolved.documents().keySet()).isEqualTo(preset.documents().keySet());
        resolved.documents().forEach((kind, policy) -> assertThat(policy.ref()).isEqualTo(preset.ref(kind)));
        assertThat(resolved.notices())
                .extracting(FormatProblem::code)
                .as("nothing is taken from outside the installation")
                .containsExactly(FormatProblem.Code.CARD_WARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update policy_policy set body = '{}'", "delete from policy_policy"})
    void a_policy_in_force_never_changes_not_even_by_the_owner(String sql) throws SQLException {
        try (Connection database = Suite.database("owner");
                Statement statement = database.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("is in force and never changes");
        }
    }
}
