package xindang.acceptance.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xindang.gates.Modules;

/** The packed server in a process of its own (服务器进程), as the launcher starts it, on a data folder and a free port. */
final class ServerProcess implements AutoCloseable {

    private static final Path REPOSITORY = Modules.repository(Path.of(""));
    private static final Path JAR = REPOSITORY.resolve("server/target/xindang-server.jar");
    private static final Pattern ADDRESS = Pattern.compile("Ready 已就绪: (http://\\S+)");
    private static final Pattern CODE = Pattern.compile("Set-up code 安装码: (\\S+)");
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;

    private ServerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a server; it may not be ready yet. */
    static ServerProcess begin(Path data, String... options) throws IOException {
        return begin(List.of(), data, options);
    }

    /** Starts a demonstration that is small, but made as the full one; it may not be ready yet. */
    static ServerProcess beginDemonstration(Path data) throws IOException {
        return begin(List.of("-Dxindang.demo.size=40x4"), data, "--demo", "--port", "0");
    }

    private static ServerProcess begin(List<String> settings, Path data, String... options) throws IOException {
        if (Files.notExists(JAR)) {
            throw new AssertionError("The server is not packed; these tests need \"mvn verify\", not \"mvn test\".");
        }
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                // Unpacked once for all tests of this module.
                "-Dxindang.cache=" + Path.of("target", "programs").toAbsolutePath()));
        command.addAll(settings);
        command.addAll(List.of("-jar", JAR.toString(), "--data", data.toString()));
        command.addAll(List.of(options));
        Path output = Files.createTempFile(Files.createDirectories(Path.of("target")), "server-", ".out");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XINDANG_DB"));
        return new ServerProcess(builder.start(), output);
    }

    /** Starts a server on a free port and waits until it answers. */
    static ServerProcess ready(Path data) throws IOException, InterruptedException {
        return ready(List.of(), data);
    }

    /** The same with settings, written as {@code -Dname=value}. */
    static ServerProcess ready(List<String> settings, Path data) throws IOException, InterruptedException {
        ServerProcess server = begin(settings, data, "--port", "0");
        server.address();
        return server;
    }

    /** Where it answers, once it does. */
    URI address() throws IOException, InterruptedException {
        return URI.create(await(ADDRESS));
    }

    /** The code for the first set-up. */
    String setupCode() throws IOException, InterruptedException {
        return await(CODE);
    }

    /** Waits until it has printed a text. */
    void awaitPrinted(String text) throws IOException, InterruptedException {
        await(Pattern.compile("(" + Pattern.quote(text) + ")"));
    }

    /** All it has printed. */
    String printed() throws IOException {
        return Files.readString(output);
    }

    /** Its process. */
    Process process() {
        return process;
    }

    /** Asks it to stop and waits; answers its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return exit();
    }

    /** Takes it away at once, as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exit();
    }

    /** Waits for its end and answers its exit code. */
    int exit() throws InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not end");
        }
        return process.exitValue();
    }

    private String await(Pattern line) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        while (true) {
            Matcher found = line.matcher(printed());
            if (found.find()) {
                return found.group(1);
            }
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("no \"" + line + "\" in:\n" + printed());
            }
            // Its output is a file, so that it never waits for us; nothing tells when a file grows.
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    /** Stops it and waits until it has stopped its database, too. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
    }
}
