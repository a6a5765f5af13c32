package xindang.acceptance.assess;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the commands as processes of their own, as a user's shell would. */
final class Command {

    private static final long LONGEST_SECONDS = 120;

    private final Path folder;

    /** What a finished process left behind. */
    record Result(int exit, String out, String err) {}

    Command(Path folder) {
        this.folder = folder;
    }

    /** Starts a command in the folder and waits for its end. */
    Result run(String... args) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "stdout", "");
        Path err = Files.createTempFile(folder, "stderr", "");
        Process process = start(out, err, args);
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + LONGEST_SECONDS + " s: " + List.of(args));
        }
        var result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return result;
    }

    /** Starts a command in the folder and leaves it running. */
    Process start(Path out, Path err, String... args) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "xindang.assess.Main"));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LC_ALL", "en_US.UTF-8");
        return builder.start();
    }

    /** Writes a text file into the folder. */
    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /** A result file as JSON. */
    JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(name)));
    }

    /** The lines of a result file without its header, split at commas; only for files without quoted fields. */
    List<String[]> csv(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** The column of a result file by its header. */
    int column(String name, String header) throws IOException {
        return List.of(Files.readAllLines(folder.resolve(name)).getFirst().split(",", -1))
                .indexOf(header);
    }

    /** One value of a result file: the first line whose first field is the key. */
    String value(String name, String key, String header) throws IOException {
        int column = column(name, header);
        return csv(name).stream()
                .filter(line -> line[0].equals(key))
                .map(line -> line[column])
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + name));
    }
}
