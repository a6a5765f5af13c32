package xindang.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.AcceptanceTest;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.ProcessServer;

/** An import that is cut off is there as a whole or not at all, says so, and can be confirmed again (断电与崩溃). */
class ImportCrashTest {

    private static final int ITEMS = 40_000;
    private static final int CUSTOMERS = 4_000;

    @TempDir
    Path folder;

    @AcceptanceTest
    void a_batch_is_whole_or_absent_whatever_is_killed_and_confirming_again_makes_it_one() throws Exception {
        String first;
        String job;
        ProcessServer server = ProcessServer.start(folder);
        try {
            server.setUp();
            var walk = new ImportWalk(server.specialist());
            first = walk.checked("invoices", ledger("A"));
            job = confirm(server.specialist(), first);
            awaitWriting(server);
        } finally {
            server.kill();
        }
        try (ProcessServer again = ProcessServer.start(folder)) {
            wholeOrAbsent(again, first, job, "A");
            String second = new ImportWalk(again.specialist()).checked("invoices", ledger("B"));
            Client client = again.specialist();
            job = confirm(client, second);
            awaitWriting(again);
            again.killDatabase();
            awaitEnd(client, job);
            wholeOrAbsent(again, second, job, "B");
        }
    }

    private static String confirm(Client client, String id) {
        Answer submitted = client.post("/integration/imports/" + id + "/confirm", "{\"mode\":\"all-or-nothing\"}");
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(202);
        return submitted.text("/id");
    }

    private static String ledger(String prefix) {
        var text = new StringBuilder("客户编码,发票号,开票日期,到期日,金额,已核销金额\n");
        LocalDate day = LocalDate.of(2026, 1, 1);
        for (int i = 0; i < ITEMS; i++) {
            LocalDate issued = day.plusDays(i % 200);
            text.append(prefix)
                    .append(i % CUSTOMERS)
                    .append(",F-")
                    .append(prefix)
                    .append(i)
                    .append(',')
                    .append(issued)
                    .append(',')
                    .append(issued.plusDays(30))
                    .append(",100.00,0.00\n");
        }
        return text.toString();
    }

    /** Waits until the items are being written. */
    private static void awaitWriting(ProcessServer server) throws IOException, SQLException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        try (Connection connection = server.database();
                Statement statement = connection.createStatement()) {
            while (Instant.now().isBefore(end)) {
                try (ResultSet found = statement.executeQuery(
                        "select count(*) from pg_stat_activity where state = 'active' and query like 'copy receivable_item %'")) {
                    found.next();
                    if (found.getInt(1) > 0) {
                        return;
                    }
                }
            }
        }
        throw new AssertionError("the import never wrote items");
    }

    private static void awaitEnd(Client client, String job) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (client.get("/platform/jobs/" + job).text("/finishedAt").isEmpty()) {
            assertThat(Instant.now()).as("the job never ends").isBefore(end);
            Thread.sleep(100);
        }
    }

    private static void wholeOrAbsent(ProcessServer server, String id, String job, String prefix) throws Exception {
        Client client = server.specialist();
        long items = items(server, prefix);
        Answer state = client.get("/integration/imports/" + id);
        String ended = client.get("/platform/jobs/" + job).text("/state");
        if (items == 0) {
            assertThat(state.text("/state")).isEqualTo("checked");
            assertThat(state.text("/interrupted")).isEqualTo("importing");
            assertThat(ended).isEqualTo("failed");
            new ImportWalk(client).confirm(id, "all-or-nothing");
        } else {
            assertThat(ended).isEqualTo("done");
        }
        assertThat(client.get("/integration/imports/" + id).text("/state")).isEqualTo("imported");
        assertThat(items(server, prefix)).isEqualTo(ITEMS);
        assertThat(client.post("/integration/imports/" + id + "/confirm", "{\"mode\":\"good\"}")
                        .code())
                .isEqualTo("import-not-ready");
        new ImportWalk(client).quiet();
    }

    private static long items(ProcessServer server, String prefix) throws IOException, SQLException {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select (select count(*) from receivable_item where invoice like 'F-%1$s%%'),
                            (select coalesce(sum(a.items), 0) from receivable_account a join customerfile_key k
                                on k.file_id = a.file_id where k.key like '%1$s%%'),
                            (select count(*) from customerfile_key where key like '%1$s%%')""".formatted(prefix))) {
            found.next();
            long items = found.getLong(1);
            assertThat(found.getLong(2)).as("items the figures count").isEqualTo(items);
            assertThat(found.getLong(3)).as("customers").isEqualTo(items == 0 ? 0 : CUSTOMERS);
            return items;
        }
    }
}
