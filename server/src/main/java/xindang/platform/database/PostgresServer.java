package xindang.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * The PostgreSQL that belongs to a data folder (自带数据库): made at the first start, listening on the loopback address only,
 * with every durable setting on. A server that an earlier, killed process left running is stopped first.
 */
final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    /** Version of the files; another one is never touched. */
    static final String MAJOR = "18";

    /** A killed server's helpers need moments to notice; another program may take the port between choosing and using. */
    private static final int START_TRIES = 5;

    private static final long PAUSE_MILLIS = 500;

    private final Programs programs;
    private final Path data;
    private final Path log;
    private final List<String> settings;
    private int port;
    private volatile boolean running;
    private volatile boolean closed;

    private PostgresServer(Programs programs, Path folder, List<String> settings) {
        this.programs = programs;
        this.data = folder.resolve("postgresql");
        this.log = folder.resolve("postgresql.log");
        this.settings = settings;
    }

    /**
     * Starts the server of a data folder.
     *
     * @param programs PostgreSQL's programs
     * @param folder the data folder, taken by this process
     * @param settings lines for its configuration, besides those of every server
     * @throws StartRefused if it does not start, with the way to its log
     */
    static PostgresServer start(Programs programs, Path folder, Passwords passwords, List<String> settings)
            throws IOException {
        var server = new PostgresServer(programs, folder, settings);
        server.initialise(folder, passwords);
        server.stopLeftOver();
        // Somebody may stop us while we wait for it, before anybody else could know of it.
        SpringApplication.getShutdownHandlers().add(server::close);
        server.startUp(true);
        server.watch();
        return server;
    }

    /** Stops a server that an earlier process left running in a data folder that this process has taken. */
    static void stopIn(Programs programs, Path folder) throws IOException {
        new PostgresServer(programs, folder, List.of()).stopLeftOver();
    }

    /** Port on the loopback address. */
    int port() {
        return port;
    }

    private void initialise(Path folder, Passwords passwords) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            requireVersion(Files.readString(version).strip());
            return;
        }
        System.out.println("First start: making the database 首次启动,正在创建数据库");
        Path partial = folder.resolve("postgresql.new");
        Programs.remove(partial);
        Path secret = folder.resolve("initial-password");
        Files.deleteIfExists(secret);
        Files.createFile(secret);
        DataFolder.restrict(secret, "rw-------");
        Files.writeString(secret, passwords.admin());
        try {
            programs.run(
                    "initdb",
                    "--pgdata=" + partial,
                    "--username=" + Passwords.ADMIN,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
        } finally {
            Files.delete(secret);
        }
        Files.writeString(
                partial.resolve("postgresql.conf"), "\ninclude = 'xindang.conf'\n", StandardOpenOption.APPEND);
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireVersion(String found) {
        if (!found.equals(MAJOR)) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE,
                    "The database in " + data + " is of PostgreSQL " + found + ", this program brings " + MAJOR
                            + "; export it with the version that made it.\n" + data + " 的数据库版本是 " + found + ",本程序自带 "
                            + MAJOR
                            + ";请用原版本导出。");
        }
    }

    /** The process named in {@code postmaster.pid}, if it is alive and is a PostgreSQL: process ids are used again. */
    private Optional<ProcessHandle> leftOver() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("postgres").endsWith("postgres"));
    }

    private void stopLeftOver() throws IOException {
        if (leftOver().isEmpty()) {
            return;
        }
        LOG.warn("Stopping the database that an earlier process left running in {}", data);
        try {
            programs.run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "30");
        } catch (IOException slow) {
            programs.run("pg_ctl", "stop", "-D", data.toString(), "-m", "immediate", "-w", "-t", "30");
        }
    }

    private void startUp(boolean choosePort) throws IOException {
        for (int attempt = 1; ; attempt++) {
            if (choosePort) {
                port = freePort();
            }
            configure();
            try {
                running = true;
                programs.run("pg_ctl", "start", "-D", data.toString(), "-l", log.toString(), "-w", "-t", "120", "-s");
                return;
            } catch (IOException e) {
                if (attempt == START_TRIES || closed) {
                    running = false;
                    throw new StartRefused(
                            StartRefused.UNAVAILABLE,
                            "The database did not start; see " + log + "\n数据库未能启动,详见 " + log + "\n" + e.getMessage());
                }
                pause();
            }
        }
    }

    private void configure() throws IOException {
        Files.writeString(
                data.resolve("xindang.conf"), """
                # Written at each start; put settings of your own into postgresql.conf after the include.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                max_connections = 60
                shared_buffers = 128MB
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                %s
                """.formatted(port, String.join("\n", settings)), StandardCharsets.UTF_8);
    }

    /** Starts the server anew when it goes away without having been asked to: the pools wait and go on. */
    private void watch() throws IOException {
        leftOver()
                .ifPresent(process -> Thread.ofVirtual().name("database watch").start(() -> {
                    process.onExit().join();
                    revive();
                }));
    }

    private void revive() {
        while (running && !closed) {
            LOG.error("The database ended unexpectedly; starting it again, see {}", log);
            try {
                startUp(false);
                watch();
                return;
            } catch (IOException | StartRefused e) {
                LOG.error("The database did not come back: {}", e.getMessage());
                pause();
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops the server; running work is rolled back. Safe to call twice. */
    @Override
    public void close() {
        closed = true;
        if (!running) {
            return;
        }
        running = false;
        try {
            programs.run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60", "-s");
        } catch (IOException e) {
            // It may be gone already; the next start looks after what is left.
            LOG.warn("The database was not stopped in order: {}", e.getMessage());
        }
    }
}
