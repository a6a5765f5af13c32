package xindang.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.AcceptanceTest;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.ProcessServer;

/** A backup taken while people work, of a server that is then lost (备份与恢复). */
class BackupTest {

    private static final byte[] DOCUMENT = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    /** What the server acknowledged, and when the answer had come. */
    private final Map<String, Instant> acknowledged = new ConcurrentHashMap<>();

    private volatile boolean working = true;

    @AcceptanceTest
    void what_was_acknowledged_before_the_backup_ended_is_there_after_a_restore() throws Exception {
        Path data = folder.resolve("data");
        Path file = folder.resolve("xindang.backup");
        ProcessServer server = ProcessServer.start(data);
        CommandRun backup;
        String document;
        try {
            server.setUp();
            document = stored(server.specialist());
            Thread work = work(server.specialist());
            awaitWork(20);
            backup = CommandRun.of("backup", "--data", data, "--out", file).well();
            awaitWork(acknowledged.size() + 20);
            working = false;
            work.join();
        } finally {
            server.kill();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Instant state = Instant.parse(backup.state());
        Set<String> owed = new HashSet<>(acknowledged.keySet());
        owed.removeIf(name -> acknowledged.getOrDefault(name, Instant.MAX).isAfter(state));
        assertThat(owed).hasSizeGreaterThanOrEqualTo(20);

        Path restored = folder.resolve("restored");
        CommandRun.of("restore", file, "--data", restored).well();
        try (ProcessServer again = ProcessServer.start(restored)) {
            Set<String> there = views(again);
            assertThat(there).containsAll(owed);
            assertThat(acknowledged.keySet())
                    .as("nothing but what was asked for")
                    .containsAll(lastButOne(there));
            assertThat(again.specialist().download(document)).isEqualTo(DOCUMENT);
        }
        refusals(file);
        stillThere(data);
    }

    /** Stores a document; tells where its content is. */
    private static String stored(Client client) {
        String customer = Company.customer(client, "备份客户", null);
        Answer stored = client.upload("/document/documents?customer=" + customer, "件.pdf", DOCUMENT, Map.of());
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        return "/document/documents/" + stored.text("/id") + "/versions/1/content";
    }

    /** The killed server's database runs on; its folder can be backed up and started again. */
    private void stillThere(Path data) throws Exception {
        CommandRun.of("backup", "--data", data, "--out", folder.resolve("second.backup"))
                .well();
        try (ProcessServer again = ProcessServer.start(data)) {
            assertThat(views(again)).containsAll(acknowledged.keySet());
        }
    }

    private void refusals(Path file) throws Exception {
        Path target = folder.resolve("refused");
        CommandRun wrong = CommandRun.with(
                Map.of(BackupSecret.VARIABLE, "some other passphrase"), "restore", file, "--data", target);
        assertRefused(wrong, 65, "The passphrase or key is not that of this backup", "口令或密钥与该备份不符");

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Path altered = Files.write(folder.resolve("altered"), bytes);
        assertRefused(CommandRun.of("restore", altered, "--data", target), 65, "The backup is damaged", "备份已损坏");

        Path cut = folder.resolve("cut");
        Files.copy(file, cut, StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) - 4096);
        }
        assertRefused(CommandRun.of("restore", cut, "--data", target), 65, "The backup is damaged", "备份已损坏");

        assertRefused(CommandRun.of("restore", folder.resolve("none"), "--data", target), 66, "is not there", "文件不存在");
        assertRefused(CommandRun.with(Map.of(), "restore", file, "--data", target), 64, "A backup is sealed", "备份须加密");
        assertRefused(CommandRun.of("restore", file, "--data", folder), 64, "is not empty", "目录非空");
        assertRefused(
                CommandRun.of("backup", "--data", folder, "--out", file), 64, "a backup overwrites nothing", "不覆盖");
        assertThat(target).doesNotExist();
        assertThat(names(folder)).noneMatch(name -> name.endsWith(".restoring") || name.endsWith(".part"));
    }

    private static void assertRefused(CommandRun run, int code, String english, String chinese) {
        assertThat(run.output()).contains(english, chinese).doesNotContain("Exception");
        assertThat(run.code()).isEqualTo(code);
    }

    private static Set<String> names(Path folder) throws IOException {
        var names = new HashSet<String>();
        try (Stream<Path> held = Files.list(folder)) {
            held.forEach(each -> names.add(each.getFileName().toString()));
        }
        return names;
    }

    private Thread work(Client client) {
        return Thread.ofVirtual().start(() -> {
            for (int i = 0; working; i++) {
                String name = "view " + i;
                if (client.post("/platform/views", """
                                {"name":"%s","list":"customers","body":{},"shared":false}""".formatted(name)).status() == 201) {
                    acknowledged.put(name, Instant.now());
                }
            }
        });
    }

    private void awaitWork(int views) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (acknowledged.size() < views) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    private static Set<String> views(ProcessServer server) throws IOException, SQLException {
        var names = new HashSet<String>();
        try (Connection database = server.database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select name from platform_view")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** The last one may have been written and its answer lost. */
    private Set<String> lastButOne(Set<String> there) {
        var known = new HashSet<>(there);
        known.remove("view " + acknowledged.size());
        return known;
    }
}
