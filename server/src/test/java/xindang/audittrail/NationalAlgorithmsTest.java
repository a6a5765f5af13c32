package xindang.audittrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.proof.checkpoint.SignatureAlgorithm;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.checkpoint.VerifyingKey;
import xindang.proof.evidence.EvidenceVerifier;
import xindang.proof.evidence.Verdict;
import xindang.proof.tree.HashFunction;
import xindang.suite.Client;
import xindang.suite.ProcessServer;
import xindang.suite.RunningServer;

/** A log that begins with national algorithms keeps them, and verifies like any other. */
class NationalAlgorithmsTest {

    private static final String SETTING = "XINDANG_LOG_SIGNATURE";

    @TempDir
    Path folder;

    @AcceptanceTest
    @Requirement("SEC-09")
    void a_log_is_signed_as_it_began() throws Exception {
        Path data = folder.resolve("data");
        try (ProcessServer server = ProcessServer.start(data, Map.of(SETTING, "sm2"))) {
            server.setUp();
            assertThat(verified(server)).isPositive();
        }
        // Said once, at the first start.
        try (ProcessServer server = ProcessServer.start(data)) {
            assertThat(verified(server)).isPositive();
        }
        assertThatThrownBy(() -> ProcessServer.start(data, Map.of(SETTING, "ed25519")))
                .hasMessageContaining("keeps it");
    }

    @Test
    void a_name_that_is_none_is_refused() {
        assertThat(LogSignature.named("sm2")).contains(LogSignature.SM2);
        assertThat(LogSignature.named("SM2")).isEmpty();
        assertThat(LogSignature.words()).isEqualTo("ed25519, sm2");
    }

    /** How many entries the evidence holds, all of them sound. */
    private long verified(ProcessServer server) throws Exception {
        Client admin = server.client().signedIn(RunningServer.ADMIN, RunningServer.PASSWORD);
        VerifyingKey key = VerifyingKey.readPem(admin.get("/audittrail/key").body());
        assertThat(key.algorithm()).isEqualTo(SignatureAlgorithm.SM2);
        SignedCheckpoint newest = newest(admin);
        assertThat(newest.checkpoint().function()).isEqualTo(HashFunction.SM3);
        Path file = Files.createTempFile(folder, "evidence", ".zip");
        Files.write(file, admin.download("/audittrail/evidence.zip"));
        Verdict verdict = new EvidenceVerifier(List.of(key), Optional.empty()).verify(file);
        assertThat(verdict).isInstanceOf(Verdict.Sound.class);
        admin.get("/audittrail/entries?limit=200")
                .json()
                .at("/items")
                .forEach(entry -> assertThat(entry.at("/mark").asString("")).isNotEqualTo("broken"));
        return ((Verdict.Sound) verdict).end();
    }

    /** The first checkpoint comes within a second of the first entry. */
    private static SignedCheckpoint newest(Client admin) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            var answer = admin.get("/audittrail/checkpoint");
            if (answer.status() == 200) {
                return SignedCheckpoint.parse(answer.body());
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no checkpoint");
    }
}
