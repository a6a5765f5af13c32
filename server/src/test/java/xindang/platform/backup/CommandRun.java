package xindang.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import xindang.suite.Suite;

/**
 * One run of the command in a process of its own, as the launcher starts it.
 *
 * @param code exit code
 * @param output what it said
 */
record CommandRun(int code, String output) {

    static final String PASSPHRASE = "a passphrase of the tests";

    /** Runs it with the passphrase of the tests. */
    static CommandRun of(Object... words) throws IOException, InterruptedException {
        return with(Map.of(BackupSecret.VARIABLE, PASSPHRASE), words);
    }

    /** Runs it with environment variables. */
    static CommandRun with(Map<String, String> environment, Object... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dxindang.cache=" + Suite.PROGRAMS,
                "-cp",
                System.getProperty("java.class.path"),
                BackupCommand.class.getName()));
        for (Object word : words) {
            command.add(word.toString());
        }
        Path output = Files.createTempFile(Path.of("target"), "command-", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XINDANG_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("no end: " + Files.readString(output));
        }
        return new CommandRun(process.exitValue(), Files.readString(output));
    }

    /** The same run, which must have gone well. */
    CommandRun well() {
        if (code != 0) {
            throw new AssertionError("exit code " + code + ": " + output);
        }
        return this;
    }

    /** The moment whose state a backup says it holds. */
    String state() {
        return output.replaceAll("(?s).*state of 数据截至 (\\S+?Z).*", "$1");
    }
}
