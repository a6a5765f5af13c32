package xindang.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.ProcessServer;

/** A server that is killed while documents come in leaves rows with their contents and numbers without gaps (断电与崩溃). */
class DocumentCrashTest {

    private static final int BEFORE = 12;
    private static final int WRITERS = 4;

    @TempDir
    Path folder;

    @AcceptanceTest
    @Requirement({"NUM-03", "DOC-19"})
    void numbers_go_on_without_a_gap_and_every_row_has_its_content_after_a_kill() throws Exception {
        String customer;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            ProcessServer server = ProcessServer.start(folder);
            try {
                server.setUp();
                Client client = server.specialist();
                customer = Company.customer(client, "断电客户", null);
                var done = new CountDownLatch(BEFORE);
                for (int writer = 0; writer < WRITERS; writer++) {
                    Client own = server.specialist();
                    writers.execute(() -> {
                        while (upload(own, customer) == 201) {
                            done.countDown();
                        }
                    });
                }
                assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
            } finally {
                server.kill();
            }
        }
        try (ProcessServer again = ProcessServer.start(folder)) {
            Client client = again.specialist();
            assertThat(upload(client, customer)).isEqualTo(201);
            withoutGap(again);
            var documents = client.get("/document/documents?limit=500&customer=" + customer)
                    .json()
                    .at("/items");
            assertThat(documents.size()).isGreaterThan(BEFORE);
            documents.forEach(one -> assertThat(
                            client.get("/document/documents/" + one.at("/id").asString("") + "/versions/1/content")
                                    .status())
                    .isEqualTo(200));
        }
    }

    private static void withoutGap(ProcessServer server) throws Exception {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select count(*), min(n.serial), max(n.serial), (select last from policy_series where kind = 'document'),
                            count(d.id) from policy_number n left join document_document d on d.id = n.subject_id
                        where n.kind = 'document'""")) {
            found.next();
            assertThat(found.getInt(1)).isGreaterThan(BEFORE);
            assertThat(found.getInt(2)).isEqualTo(1);
            assertThat(found.getInt(3)).isEqualTo(found.getInt(1)).isEqualTo(found.getInt(4));
            assertThat(found.getInt(5)).as("numbers with their documents").isEqualTo(found.getInt(1));
        }
    }

    private static int upload(Client client, String customer) {
        byte[] content = ("%PDF-1.4\n% " + UUID.randomUUID()).getBytes(UTF_8);
        try {
            return client.upload("/document/documents?customer=" + customer, "件.pdf", content, Map.of())
                    .status();
        } catch (RuntimeException gone) {
            return 0;
        }
    }
}
