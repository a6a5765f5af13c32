package xindang.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.identity.Users;
import xindang.platform.database.StartRefused;
import xindang.proof.checkpoint.SignatureAlgorithm;
import xindang.proof.checkpoint.SigningKey;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** Two servers on one database are one system: sessions, limits of guessing and the log are shared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoServersTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private RunningServer one;
    private RunningServer two;

    @BeforeAll
    void start() throws SQLException, IOException {
        one = Suite.untouchedButSetUp();
        one.admin();
        settled();
        two = Suite.beside(one);
    }

    @AfterAll
    void stop() {
        two.close();
        one.close();
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_session_counts_at_both_and_ends_at_both() {
        Client client = Users.add(one, "roaming", "sales");
        String session = "XD_SESSION=" + client.cookie("XD_SESSION");
        assertThat(statusAt(two, session)).isEqualTo(200);
        assertThat(client.delete("/identity/session").status()).isEqualTo(204);
        assertThat(statusAt(two, session)).isEqualTo(401);
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void guessing_at_both_counts_together() {
        Users.add(one, "guessed", "sales");
        String wrong = "{\"login\":\"guessed\",\"password\":\"not the one\"}";
        int last = 0;
        for (int i = 0; i < 6; i++) {
            last = new Client((i % 2 == 0 ? one : two).port())
                    .post("/identity/session", wrong)
                    .status();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void either_writes_into_the_one_log() {
        Users.add(two, "elsewhere", "sales");
        settled();
        assertThat(one.db().fetchCount(DSL.table("audittrail_leaf")))
                .isEqualTo(one.db().fetchCount(DSL.table("audittrail_entry")));
    }

    @Test
    void what_both_say_of_one_object_is_read_at_both() {
        Client atOne = Users.add(one, "twosided", "sales");
        String id = atOne.get("/identity/session").text("/user/id");
        // The second server has never met this object, so it believes in another key at first.
        two.client().post("/identity/session", "{\"login\":\"twosided\",\"password\":\"wrong at the second\"}");
        String trail = "/audittrail/entries?object=" + id;
        await(() -> one.admin().get(trail).body().contains("identity.refuse-sign-in"));
        Answer entries = one.admin().get(trail);
        assertThat(entries.json()
                        .at("/items")
                        .valueStream()
                        .map(entry -> entry.at("/actor/name").asString()))
                .hasSizeGreaterThan(2)
                .doesNotContain("");
    }

    private static void await(BooleanSupplier what) {
        Instant end = Instant.now().plus(LONGEST);
        while (!what.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(what.getAsBoolean()).isTrue();
    }

    @Test
    void a_server_without_the_key_of_the_log_or_with_another_does_not_start(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> Suite.beside(one, Optional.empty()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("signing-key.pem");
        SigningKey other = SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());
        Path file = Files.writeString(folder.resolve("signing-key.pem"), other.pem());
        assertThatThrownBy(() -> Suite.beside(one, Optional.of(file)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("不是本系统日志的签名密钥");
    }

    private static int statusAt(RunningServer server, String cookie) {
        return new Client(server.port())
                .sendAsIs("GET", "/identity/session", null, Map.of("Cookie", cookie))
                .status();
    }

    private void settled() {
        Instant end = Instant.now().plus(LONGEST);
        while (one.db().fetchCount(DSL.table("audittrail_waiting")) > 0) {
            assertThat(Instant.now()).as("entries take their places").isBefore(end);
        }
    }
}
