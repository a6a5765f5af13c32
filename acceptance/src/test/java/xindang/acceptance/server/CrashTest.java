package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.CommandLineTest;
import xindang.gates.Requirement;
import xindang.proof.checkpoint.VerifyingKey;
import xindang.proof.evidence.EvidenceVerifier;
import xindang.proof.evidence.Verdict;

/** What was acknowledged outlasts a server or a database that is killed under load, and the log agrees with the data. */
class CrashTest {

    private static final String FIRST_PASSWORD = "handed over 起始口令 1";
    private static final String PASSWORD = "crash-test 崩溃口令 1";
    private static final int WRITERS = 4;
    private static final int BEFORE_KILL = 120;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Pattern NAME = Pattern.compile("\"name\":\"(?:C\\d+-\\d+ )?(崩溃 \\d+-\\d+-\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    @TempDir
    private Path folder;

    /** Names of customers whose opening was answered with 201. */
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();

    /** Whether writers have nothing more to do. */
    private volatile boolean killed;

    @CommandLineTest
    @Requirement({"SEC-09", "QUA-03"})
    void nothing_acknowledged_is_lost_when_server_or_database_is_killed() throws Exception {
        Path data = folder.resolve("data");
        ServerProcess server = ServerProcess.ready(data);
        setUp(server);
        underLoad(server, 1, server.process().toHandle());
        server.exit();
        server = ServerProcess.ready(data);
        underLoad(server, 2, database(data));
        server.stop();
        try (ServerProcess last = ServerProcess.ready(data);
                HttpUser admin = HttpUser.signedIn(last.address(), "admin", PASSWORD);
                HttpUser manager = HttpUser.signedIn(last.address(), "manager", PASSWORD)) {
            List<String> kept = names(manager, "/customerfile/customers?");
            assertThat(kept).as("customers").containsAll(acknowledged);
            settled(admin);
            assertThat(names(admin, "/audittrail/entries?action=customerfile.open&"))
                    .as("entries, one for each")
                    .isEqualTo(kept);
            assertThat(verdict(admin)).isInstanceOf(Verdict.Sound.class);
        }
    }

    private static void setUp(ServerProcess server) throws Exception {
        try (var nobody = new HttpUser(server.address())) {
            nobody.get("/identity/setup");
            expect(201, nobody.post("/identity/setup", """
                    {"code":"%s","company":{"name":"崩溃公司"},"admin":{"login":"admin","name":"管理员","password":"%s"}}""".formatted(server.setupCode(), PASSWORD)));
        }
        try (HttpUser admin = HttpUser.signedIn(server.address(), "admin", PASSWORD)) {
            String node = admin.get("/identity/session").body().replaceAll(".*\"node\":\\{\"id\":\"([^\"]+)\".*", "$1");
            expect(201, admin.post("/identity/users", """
                    {"login":"manager","name":"经理","role":"credit-manager","node":"%s","password":"%s"}""".formatted(node, FIRST_PASSWORD)));
        }
        try (var manager = new HttpUser(server.address())) {
            manager.get("/identity/setup");
            expect(200, manager.post("/identity/session", """
                    {"login":"manager","password":"%s","newPassword":"%s"}""".formatted(FIRST_PASSWORD, PASSWORD)));
        }
    }

    private static void expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    /** Opens customers by several clients at once and kills a process amid it. */
    private void underLoad(ServerProcess server, int round, ProcessHandle victim) throws Exception {
        URI address = server.address();
        var enough = new CountDownLatch(BEFORE_KILL);
        killed = false;
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writers.add(Thread.ofPlatform().start(() -> write(address, round + "-" + writer, enough)));
        }
        assertThat(enough.await(LONGEST.toSeconds(), TimeUnit.SECONDS))
                .as("writers write")
                .isTrue();
        victim.destroyForcibly();
        // A database comes back so soon that not everybody's request fails.
        killed = true;
        for (Thread writer : writers) {
            assertThat(writer.join(LONGEST)).as("a writer comes to an end").isTrue();
        }
    }

    private void write(URI address, String writer, CountDownLatch enough) {
        try (HttpUser manager = HttpUser.signedIn(address, "manager", PASSWORD)) {
            for (int i = 0; !killed; i++) {
                String name = "崩溃 " + writer + "-" + i;
                if (manager.post("/customerfile/customers", "{\"name\":\"" + name + "\"}")
                                .statusCode()
                        != 201) {
                    return;
                }
                acknowledged.add(name);
                enough.countDown();
            }
        } catch (IOException e) {
            // The killed one says nothing more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessHandle database(Path data) throws IOException {
        String pid =
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** All names of a list, page by page, in their order. */
    private static List<String> names(HttpUser user, String list) throws Exception {
        Stream.Builder<String> found = Stream.builder();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            String page =
                    user.get("%slimit=200%s".formatted(list, cursor.get())).body();
            NAME.matcher(page).results().forEach(name -> found.add(name.group(1)));
            cursor = NEXT.matcher(page)
                    .results()
                    .map(next -> "&cursor=" + next.group(1))
                    .findFirst();
        }
        return found.build().sorted().toList();
    }

    private static void settled(HttpUser auditor) throws Exception {
        Instant end = Instant.now().plus(LONGEST);
        while (auditor.get("/audittrail/entries?limit=1").body().contains("\"mark\":\"waiting\"")) {
            assertThat(Instant.now()).as("entries take their places").isBefore(end);
        }
    }

    private Verdict verdict(HttpUser auditor) throws Exception {
        Path file = Files.write(folder.resolve("evidence.zip"), auditor.download("/audittrail/evidence.zip"));
        VerifyingKey key = VerifyingKey.readPem(auditor.get("/audittrail/key").body());
        return new EvidenceVerifier(List.of(key), Optional.empty()).verify(file);
    }
}
