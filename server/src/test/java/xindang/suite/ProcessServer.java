package xindang.suite;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xindang.XindangServer;

/** A server in a process of its own on a data folder (独立进程的服务器), to be killed with its database or without. */
public final class ProcessServer implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Pattern READY = Pattern.compile("Ready 已就绪: http://[^:]+:(\\d+)");
    private static final Pattern MANAGEMENT = Pattern.compile("Health and metrics 健康状态与指标: http://[^:]+:(\\d+)");
    private static final Pattern CODE = Pattern.compile("Set-up code 安装码: (\\S+)");

    private final Path data;
    private final Process process;
    private final Path output;

    private ProcessServer(Path data, Process process, Path output) {
        this.data = data;
        this.process = process;
        this.output = output;
    }

    /** Starts a server and waits until it answers. */
    public static ProcessServer start(Path data) throws IOException, InterruptedException {
        return start(data, Map.of());
    }

    /** The same with environment variables. */
    public static ProcessServer start(Path data, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(Path.of("target"), "server-", ".out");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-Dxindang.cache=" + Suite.PROGRAMS,
                        "-cp",
                        System.getProperty("java.class.path"),
                        XindangServer.class.getName(),
                        "--data",
                        data.toString(),
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XINDANG_DB"));
        builder.environment().putAll(environment);
        var server = new ProcessServer(data, builder.start(), output);
        server.await(READY);
        return server;
    }

    /** A client that nobody is signed in with. */
    public Client client() throws IOException, InterruptedException {
        return new Client(Integer.parseInt(await(READY)));
    }

    /** A client of the credit specialist whom {@link #setUp} made. */
    public Client specialist() throws IOException, InterruptedException {
        return client().signedIn("specialist", RunningServer.PASSWORD);
    }

    /** Gives the empty installation its company, administrator and a credit specialist. */
    public void setUp() throws IOException, InterruptedException {
        Answer answer = client().post(
                        "/identity/setup", """
                {"code":"%s","company":{"name":"示范公司"},
                 "admin":{"login":"%s","name":"管理员","password":"%s"}}""".formatted(await(CODE), RunningServer.ADMIN, RunningServer.PASSWORD));
        if (answer.status() != 201) {
            throw new AssertionError("set-up: " + answer.status() + " " + answer.body());
        }
        Client admin = client().signedIn(RunningServer.ADMIN, RunningServer.PASSWORD);
        String node = admin.get("/identity/session").text("/node/id");
        Answer added = admin.post("/identity/users", """
                {"login":"specialist","name":"专员","role":"credit-specialist","node":"%s","password":"%s"}""".formatted(node, RunningServer.FIRST_PASSWORD));
        if (added.status() != 201) {
            throw new AssertionError("specialist: " + added.status() + " " + added.body());
        }
        client().signedInFirst("specialist", RunningServer.FIRST_PASSWORD, RunningServer.PASSWORD);
    }

    /** A connection to its database as the administrator of that. */
    public Connection database() throws IOException, SQLException {
        var passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("passwords"))) {
            passwords.load(reader);
        }
        String port =
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/xindang?user=xd_admin&password="
                + passwords.getProperty("admin"));
    }

    /** Where health and metrics are, if the environment asked for them. */
    public URI management() throws IOException, InterruptedException {
        return URI.create("http://127.0.0.1:" + await(MANAGEMENT));
    }

    /** What it has said and logged so far. */
    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Waits until it has said so. */
    public void awaitOutput(String said) throws IOException, InterruptedException {
        await(Pattern.compile("(" + Pattern.quote(said) + ")"));
    }

    /** Tells it to stop, as an operating system does, and does not wait. */
    public Process stop() {
        process.destroy();
        return process;
    }

    /** Takes the server away at once, as a power cut would; its database goes on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Takes all processes of the database away at once. */
    public void killDatabase() throws IOException {
        long id = Long.parseLong(
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst());
        ProcessHandle first = ProcessHandle.of(id).orElseThrow();
        List<ProcessHandle> others = first.descendants().toList();
        Stream.concat(Stream.of(first), others.stream()).forEach(ProcessHandle::destroyForcibly);
    }

    private String await(Pattern line) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        while (true) {
            Matcher found = line.matcher(Files.readString(output));
            if (found.find()) {
                return found.group(1);
            }
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("no \"" + line + "\" in:\n" + Files.readString(output));
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    /** Stops it, and its database with it. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
    }
}
