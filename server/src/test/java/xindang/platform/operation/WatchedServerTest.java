package xindang.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.gates.AcceptanceTest;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.ProcessServer;
import xindang.suite.Suite;

/** Health, metrics, the log and the end of a server in a process of its own (监控与停止). */
class WatchedServerTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "XINDANG_MANAGEMENT_PORT", "0",
            "XINDANG_STOP_DELAY", "2",
            "XINDANG_LOG", "json");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @AcceptanceTest
    void a_server_tells_how_it_is_and_ends_in_order() throws Exception {
        try (ProcessServer server = ProcessServer.start(folder, ENVIRONMENT)) {
            server.setUp();
            URI management = server.management();
            assertThat(get(management, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(management, "/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
            for (String other :
                    new String[] {"/", "/env", "/heapdump", "/shutdown", "/loggers", "/actuator", "/beans"}) {
                assertThat(get(management, other).statusCode()).as(other).isEqualTo(404);
            }
            metrics(server, management);
            readinessFollowsTheDatabase(server, management);
            endsInOrder(server, management);
            logOfPeople(server);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/health", "/health/ready", "/actuator", "/actuator/health", "/prometheus"})
    void the_port_of_people_shows_nothing_of_it(String path) throws Exception {
        HttpResponse<String> answer =
                get(URI.create("http://127.0.0.1:" + Suite.server().port()), path);
        assertThat(answer.body()).doesNotContain("status\":\"UP", "jvm_memory");
    }

    private void metrics(ProcessServer server, URI management) throws Exception {
        Client client = server.specialist();
        for (int i = 0; i < 30; i++) {
            client.get("/customerfile/customers/0198e0a0-0000-7000-8000-0000000000" + (10 + i));
            client.get("/no/such/address" + i);
        }
        String metrics = get(management, "/metrics").body();
        assertThat(metrics)
                .contains("http_server_requests_seconds_count", "hikaricp_connections_active", "jvm_memory_used_bytes")
                .contains("uri=\"/api/v1/identity/session\"")
                .doesNotContain("0198e0a0", "/no/such/address", "specialist", "专员", "示范公司");
        assertThat(metrics.lines().filter(line -> line.startsWith("http_server_requests_seconds_count")))
                .hasSizeLessThan(30);
    }

    /** A newer program has been at the tables: this one must get no more requests. */
    private void readinessFollowsTheDatabase(ProcessServer server, URI management) throws Exception {
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            statement.execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success)"
                    + " values (99999, '9999', 'newer', 'SQL', 'newer', 'test', 0, true)");
            assertThat(get(management, "/health/ready").statusCode()).isEqualTo(503);
            statement.execute("delete from flyway_schema_history where version = '9999'");
            assertThat(get(management, "/health/ready").statusCode()).isEqualTo(200);
        }
        server.killDatabase();
        await(() -> ready(management) == 503 || ready(management) == 200);
        await(() -> ready(management) == 200);
        assertThat(get(management, "/health/live").statusCode()).isEqualTo(200);
    }

    /** A request that waits for a lock when the end is told still gets its answer. */
    private void endsInOrder(ProcessServer server, URI management) throws Exception {
        Client client = server.specialist();
        Process process;
        CompletableFuture<Answer> slow;
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table platform_view in access exclusive mode");
            slow = CompletableFuture.supplyAsync(() -> client.post("/platform/views", """
                    {"name":"late","list":"customers","body":{},"shared":false}"""));
            awaitWaiting(server);
            process = server.stop();
            await(() -> ready(management) == 503);
            assertThat(server.client().get("/identity/setup").status())
                    .as("still serves while the others notice")
                    .isEqualTo(200);
            assertThat(process.waitFor(3, TimeUnit.SECONDS)).isFalse();
            database.rollback();
        }
        assertThat(slow.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitWaiting(ProcessServer server) throws Exception {
        try (Connection database = server.database()) {
            await(() -> {
                try (Statement statement = database.createStatement();
                        ResultSet row =
                                statement.executeQuery("select exists (select from pg_locks where not granted)")) {
                    return row.next() && row.getBoolean(1);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static void logOfPeople(ProcessServer server) throws Exception {
        String log = server.output();
        assertThat(Stream.of(log.split("\n")).filter(line -> line.startsWith("{")))
                .as("the end of the database was logged")
                .isNotEmpty()
                .allMatch(line -> line.contains("\"@timestamp\"") && line.endsWith("}"));
        assertThat(log).doesNotContain("specialist", "专员", "示范公司", "correct horse");
    }

    private int ready(URI management) {
        try {
            return get(management, "/health/ready").statusCode();
        } catch (ConnectException gone) {
            return 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(URI server, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void await(BooleanSupplier holds) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }
}
