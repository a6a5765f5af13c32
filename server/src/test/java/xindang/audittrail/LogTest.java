package xindang.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import xindang.audittrail.store.LogStore;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.identity.Users;
import xindang.platform.database.DatabaseLogin;
import xindang.platform.database.Installation;
import xindang.platform.database.Wall;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.checkpoint.VerifyingKey;
import xindang.proof.evidence.EvidenceVerifier;
import xindang.proof.evidence.Fault;
import xindang.proof.evidence.Finding;
import xindang.proof.evidence.Verdict;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** The log of a real server: what it hands out verifies without it, and what somebody bends in the database shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LogTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private RunningServer server;
    private Client admin;

    @BeforeAll
    void start() throws SQLException, IOException {
        server = Suite.untouchedButSetUp();
        admin = server.admin();
        for (int i = 0; i < 12; i++) {
            Users.add(server, "person" + i, "sales");
        }
        settled();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AcceptanceTest
    @Requirement({"SEC-09", "SUP-04"})
    void the_whole_log_verifies_offline_with_the_public_key_alone() throws Exception {
        Verdict.Sound sound = (Verdict.Sound) verify(Optional.empty());
        assertThat(sound.end()).isGreaterThanOrEqualTo(12);
        assertThat(sound.contents().kept()).isEqualTo(sound.end());
        SignedCheckpoint known =
                SignedCheckpoint.parse(admin.get("/audittrail/checkpoint").body());
        Users.add(server, "later", "sales");
        settled();
        assertThat(verify(Optional.of(known))).isInstanceOf(Verdict.Sound.class);
    }

    @AcceptanceTest
    @Requirement({"SEC-09", "QUA-03"})
    void an_entry_has_a_receipt_of_its_own() throws Exception {
        JsonNode entry =
                admin.get("/audittrail/entries?action=identity.add-user").json().at("/items/0");
        assertThat(entry.at("/place").asLong(-1)).isPositive();
        String receipt = admin.get("/audittrail/entries/" + entry.at("/id").asString("") + "/receipt")
                .body();
        Path file = Files.writeString(folder.resolve("receipt.json"), receipt);
        assertThat(verifier(Optional.empty()).verify(file)).isInstanceOf(Verdict.Sound.class);
        Files.writeString(file, receipt.replace("identity.add-user", "identity.add-nobody"));
        assertThat(verifier(Optional.empty()).verify(file)).isInstanceOf(Verdict.Broken.class);
    }

    @AcceptanceTest
    @Requirement("SEC-09")
    void what_the_owner_of_the_database_changes_behind_our_back_shows() throws Exception {
        bend("update audittrail_entry set content = set_byte(content, 40, 255 - get_byte(content, 40)) where id = "
                + at(5));
        assertThat(fault().index()).hasValue(5);
        assertThat(marks()).containsOnlyOnce("broken");
        bend("update audittrail_entry set content = set_byte(content, 40, 255 - get_byte(content, 40)) where id = "
                + at(5));
        assertThat(marks()).containsOnly("sealed");
    }

    @AcceptanceTest
    @Requirement("SEC-09")
    void a_back_dated_entry_shows() throws Exception {
        bend("update audittrail_leaf set written_at = written_at - interval '1 day' where index = 7");
        assertThat(fault().index()).hasValue(7);
        bend("update audittrail_leaf set written_at = written_at + interval '1 day' where index = 7");
    }

    /** Late, as others count what is kept. */
    @AcceptanceTest
    @Order(Integer.MAX_VALUE - 1)
    @Requirement("SEC-09")
    void contents_whose_key_is_destroyed_are_gone_and_every_proof_holds() throws Exception {
        String path = "/audittrail/entries?object=" + subject("person3");
        assertThat(admin.get(path).body()).contains("person3");
        bend("update audittrail_key set wrapped = null, destroyed_at = now() where subject_id = '" + subject("person3")
                + "'");
        Answer left = admin.get(path);
        assertThat(left.body()).doesNotContain("person3").contains("sealed");
        Verdict.Sound sound = (Verdict.Sound) verify(Optional.empty());
        assertThat(sound.contents().destroyed()).isPositive();
        // What is written of it later says nothing either.
        String root = admin.get("/identity/session").text("/node/id");
        Wall.within(UUID.fromString(root), () -> {
            var act = Act.of(UUID.fromString(root), "identity.later", "user", subject("person3"), "person3");
            server.part(TransactionTemplate.class)
                    .executeWithoutResult(_ -> server.part(Trail.class).record(UUID.randomUUID(), "later", act));
            return true;
        });
        settled();
        assertThat(admin.get(path).body()).doesNotContain("person3");
        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Sound.class);
    }

    private UUID subject(String login) {
        return server.db()
                .fetchSingle("select id from identity_user where login = ?", login)
                .get(0, UUID.class);
    }

    /** The last: nothing mends this gap. */
    @AcceptanceTest
    @Order(Integer.MAX_VALUE)
    @Requirement("SEC-09")
    void an_entry_removed_before_it_had_a_place_leaves_a_gap() throws Exception {
        try (Connection holder = connection();
                Statement statement = holder.createStatement()) {
            // Nobody numbers meanwhile. Two entries of one connection; somebody takes the first away.
            statement.execute("select pg_advisory_lock(" + LogStore.LEADER + ")");
            String node = admin.get("/identity/session").text("/node/id");
            Wall.within(UUID.fromString(node), () -> {
                server.part(TransactionTemplate.class).executeWithoutResult(_ -> {
                    note(node, "vanishing");
                    note(node, "remaining");
                });
                return true;
            });
            bend(
                    "delete from audittrail_waiting where entry_id in (select id from audittrail_entry where action = 'identity.vanishing')");
            bend("delete from audittrail_entry where action = 'identity.vanishing'");
        }
        settled();
        assertThat(fault().fault()).isEqualTo(Fault.COUNTER_GAP);
    }

    @Test
    void contents_of_another_company_are_withheld_and_the_proof_holds() throws Exception {
        String other = admin.post("/identity/nodes", """
                {"parent":"%s","kind":"company","name":"旁公司"}""".formatted(
                                admin.get("/identity/session").text("/node/id")))
                .text("/id");
        Client auditor = Users.add(server, "auditor", "auditor", other);
        settled();
        Path file = folder.resolve("part.zip");
        Files.write(file, auditor.download("/audittrail/evidence.zip"));
        Verdict.Sound sound = (Verdict.Sound) verifier(Optional.empty()).verify(file);
        assertThat(sound.contents().withheld()).isPositive();
    }

    /** The entry at a place. */
    private static String at(long place) {
        return "(select entry_id from audittrail_leaf where index = " + place + ")";
    }

    /** The marks that the first entries show. */
    private List<String> marks() {
        settled();
        var marks = new ArrayList<String>();
        admin.get("/audittrail/entries?limit=200&sort=at")
                .json()
                .at("/items")
                .forEach(entry -> marks.add(entry.at("/mark").asString("")));
        return marks;
    }

    private void note(String node, String word) {
        UUID id = UUID.randomUUID();
        server.part(Trail.class).record(id, word, Act.of(UUID.fromString(node), "identity." + word, "user", id, word));
    }

    private Finding fault() throws Exception {
        return ((Verdict.Broken) verify(Optional.empty())).finding();
    }

    private Verdict verify(Optional<SignedCheckpoint> known) throws Exception {
        Path file = folder.resolve("evidence.zip");
        Files.write(file, admin.download("/audittrail/evidence.zip"));
        return verifier(known).verify(file);
    }

    private EvidenceVerifier verifier(Optional<SignedCheckpoint> known) throws Exception {
        return new EvidenceVerifier(
                List.of(VerifyingKey.readPem(admin.get("/audittrail/key").body())), known);
    }

    /** Changes a table as somebody would who rules the database. */
    private void bend(String sql) throws SQLException {
        try (Connection owner = connection();
                Statement statement = owner.createStatement()) {
            for (String table : List.of("audittrail_entry", "audittrail_leaf")) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute(sql);
            for (String table : List.of("audittrail_entry", "audittrail_leaf")) {
                statement.execute("alter table " + table + " enable trigger user");
            }
        }
    }

    private Connection connection() throws SQLException {
        DatabaseLogin owner = server.part(Installation.class).owner();
        return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
    }

    private void settled() {
        Instant end = Instant.now().plus(LONGEST);
        while (server.db().fetchCount(DSL.table("audittrail_waiting")) > 0) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("entries still wait for their places");
            }
            Thread.onSpinWait();
        }
    }
}
