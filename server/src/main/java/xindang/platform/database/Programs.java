package xindang.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs (数据库程序). PostgreSQL refuses to run as root; then the programs run in a user namespace of
 * their own, where root is nobody, while files still belong to root outside.
 */
final class Programs {

    private static final long LONGEST_SECONDS = 180;

    private final Path folder;
    private final List<String> prefix;

    private Programs(Path folder, List<String> prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    /**
     * The programs in a folder.
     *
     * @throws StartRefused if this process is root and the system has no user namespaces
     */
    static Programs in(Path folder) {
        if (!isRoot()) {
            return new Programs(folder, List.of());
        }
        List<String> namespace = List.of("unshare", "--user");
        try {
            run(namespace, List.of("true"));
        } catch (IOException e) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE,
                    "The database does not run as root, and this system allows no user namespaces; start as an ordinary user.\n"
                            + "数据库不能以 root 运行,且本系统不允许用户命名空间;请以普通用户启动。");
        }
        return new Programs(folder, namespace);
    }

    /**
     * Runs one program to its end.
     *
     * @throws IOException if it fails, with what it printed
     */
    void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        run(prefix, command);
    }

    /** Removes a folder with all it holds, if it is there. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The output goes to a file, not a pipe: a server that outlives its starter would keep the pipe open. */
    private static void run(List<String> prefix, List<String> program) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(program);
        Path output = Files.createTempFile("xindang-", ".out");
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program.getFirst() + " did not end within " + LONGEST_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(program.getFirst() + " ended with " + process.exitValue() + ": "
                        + Files.readString(output, StandardCharsets.UTF_8).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
