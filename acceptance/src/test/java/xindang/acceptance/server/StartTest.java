package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.CommandLineTest;

/** Starting and stopping the server as an operator does, and as a power cut does. */
class StartTest {

    @TempDir
    private Path folder;

    private static String get(URI server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** The running PostgreSQL of a data folder. */
    private static Optional<ProcessHandle> database(Path data) throws IOException {
        Path file = data.resolve("postgresql/postmaster.pid");
        return Files.notExists(file)
                ? Optional.empty()
                : ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()));
    }

    @CommandLineTest
    void a_start_ends_cleanly_and_the_next_one_finds_everything() throws Exception {
        Path data = folder.resolve("data");
        ProcessHandle database;
        String code;
        try (ServerProcess first = ServerProcess.ready(data)) {
            code = first.setupCode();
            assertThat(first.printed()).containsOnlyOnce("Set-up code").contains("首次启动,正在创建数据库");
            assertThat(get(first.address(), "/api/v1/identity/setup")).isEqualTo("{\"needed\":true}");
            database = database(data).orElseThrow();
            assertThat(first.stop()).as("ended by SIGTERM").isEqualTo(143);
        }
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
        assertThat(database.onExit()).as("PostgreSQL ends too").succeedsWithin(Duration.ofMinutes(1));
        try (ServerProcess second = ServerProcess.ready(data)) {
            assertThat(second.setupCode())
                    .as("an earlier code counts no longer")
                    .isNotEqualTo(code);
            assertThat(second.printed()).doesNotContain("首次启动", "left running");
        }
    }

    @CommandLineTest
    void after_a_kill_the_next_start_stops_the_left_over_database_and_goes_on() throws Exception {
        Path data = folder.resolve("data");
        ServerProcess killed = ServerProcess.ready(data);
        ProcessHandle leftOver = database(data).orElseThrow();
        killed.kill();
        assertThat(leftOver.isAlive()).as("nobody stopped PostgreSQL").isTrue();
        try (ServerProcess next = ServerProcess.ready(data)) {
            assertThat(leftOver.onExit()).as("it ends").succeedsWithin(Duration.ofMinutes(1));
            assertThat(database(data).orElseThrow().pid()).isNotEqualTo(leftOver.pid());
            assertThat(get(next.address(), "/api/v1/identity/setup")).isEqualTo("{\"needed\":true}");
        }
    }

    @CommandLineTest
    void a_second_start_on_the_same_folder_says_who_holds_it() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess first = ServerProcess.ready(data)) {
            ServerProcess second = ServerProcess.begin(data, "--port", "0");
            assertThat(second.exit()).isEqualTo(75);
            assertThat(second.printed())
                    .contains("pid " + first.process().pid())
                    .contains("port " + first.address().getPort())
                    .contains("正被使用");
            assertThat(get(first.address(), "/api/v1/identity/setup")).contains("true");
        }
    }

    @CommandLineTest
    void a_port_in_use_is_said_to_be_and_nothing_is_left_running() throws Exception {
        Path data = folder.resolve("data");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerProcess server = ServerProcess.begin(data, "--port", String.valueOf(taken.getLocalPort()));
            assertThat(server.exit()).isEqualTo(69);
            assertThat(server.printed())
                    .contains("Cannot listen on 127.0.0.1 port " + taken.getLocalPort(), "无法监听")
                    .doesNotContain("Exception", "\tat ");
        }
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }
}
