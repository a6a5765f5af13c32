package xindang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.CommandLineTest;
import xindang.gates.Modules;
import xindang.gates.TestTags;

/**
 * The launcher in a process of its own. Where it would build, it stands in a folder of its own with a stand-in for
 * Maven that writes down how it was called; the real build is what runs this test.
 */
class LauncherTest {

    private static final Path LAUNCHER = Modules.repository(Path.of("")).resolve("xindang");

    @TempDir
    private Path folder;

    private record Outcome(int code, String output, String errors) {}

    @ParameterizedTest(name = "{0}")
    @Tag(TestTags.COMMAND_LINE)
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            command,    exit code, output,                      errors
            help,       0,         ./xindang assess,            ''
            --help,     0,         ./xindang assess,            ''
            backup --help, 0,      --passphrase-file,           ''
            restore -h, 0,         --key-file,                  ''
            nonsense,   64,        '',                          unknown command""")
    void commands_answer_plainly(String command, int code, String output, String errors) throws Exception {
        assertThat(run(LAUNCHER, Map.of(), command.split(" ")))
                .returns(code, Outcome::code)
                .satisfies(
                        outcome -> assertThat(outcome.output()).contains(output),
                        outcome -> assertThat(outcome.errors()).contains(errors));
    }

    @CommandLineTest
    void an_unknown_option_of_test_is_refused() throws Exception {
        assertThat(run(LAUNCHER, Map.of(), "test", "--fast")).returns(64, Outcome::code);
    }

    @CommandLineTest
    void missing_maven_is_named_in_both_languages_with_the_way_to_get_it() throws Exception {
        Path home = installed();
        Files.delete(home.resolve("bin/mvn"));
        Outcome outcome = run(home.resolve("xindang"), environment(home), "assess", "ledger.csv");
        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.errors()).contains("Maven not found. Install it", "未找到 Maven");
    }

    @CommandLineTest
    void the_first_start_builds_the_second_does_not_and_a_changed_source_does() throws Exception {
        Path home = installed();
        assertThat(run(home.resolve("xindang"), environment(home), "assess", "a.csv"))
                .returns(0, Outcome::code);
        assertThat(builds(home)).isEqualTo(1);
        run(home.resolve("xindang"), environment(home), "assess", "a.csv");
        assertThat(builds(home)).isEqualTo(1);
        Files.writeString(home.resolve("engine/src/main/A.java"), "class A { int changed; }");
        run(home.resolve("xindang"), environment(home), "assess", "a.csv");
        assertThat(builds(home)).isEqualTo(2);
    }

    @CommandLineTest
    void through_a_symbolic_link_arguments_stay_those_of_the_callers_folder() throws Exception {
        Path home = installed();
        Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("xindang"));
        Outcome outcome = run(link, environment(home), "assess", "my ledger.csv", "--out", "here");
        assertThat(outcome.output()).isEqualTo(folder.toRealPath() + "\n[assess][my ledger.csv][--out][here]\n");
    }

    @CommandLineTest
    void a_failed_build_shows_the_essential_lines_and_where_the_log_is() throws Exception {
        Path home = installed();
        script(home.resolve("bin/mvn"), "echo '[INFO] noise'; echo '[ERROR] A.java:[1,1] broken'; exit 1");
        Outcome outcome = run(home.resolve("xindang"), environment(home), "assess", "a.csv");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.errors())
                .contains("The build failed", "A.java:[1,1] broken", ".xindang/build.log")
                .doesNotContain("noise");
        assertThat(home.resolve(".xindang/build.lock")).doesNotExist();
    }

    @CommandLineTest
    void only_a_missing_library_makes_the_build_go_online() throws Exception {
        Path home = installed();
        script(home.resolve("bin/mvn"), """
                case "$*" in
                    *" -o "*) echo '[ERROR] Cannot access central in offline mode'; exit 1 ;;
                esac
                """ + FAKE_BUILD);
        Outcome outcome = run(home.resolve("xindang"), environment(home), "assess", "a.csv");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.errors()).contains("Fetching libraries");
    }

    @CommandLineTest
    void two_starts_at_once_build_once() throws Exception {
        Path home = installed();
        script(home.resolve("bin/mvn"), "sleep 2\n" + FAKE_BUILD);
        Process first = start(home.resolve("xindang"), environment(home), "assess", "a.csv");
        Process second = start(home.resolve("xindang"), environment(home), "assess", "b.csv");
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(builds(home)).isEqualTo(1);
    }

    @CommandLineTest
    void the_lock_of_a_killed_build_does_not_stop_the_next() throws Exception {
        Path home = installed();
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(home.resolve(".xindang"));
        Files.writeString(home.resolve(".xindang/build.lock"), gone.pid() + "\n");
        assertThat(run(home.resolve("xindang"), environment(home), "assess", "a.csv"))
                .returns(0, Outcome::code);
        assertThat(builds(home)).isEqualTo(1);
    }

    @CommandLineTest
    void a_change_of_the_server_builds_the_server_and_one_of_assess_builds_assess() throws Exception {
        Path home = installed();
        run(home.resolve("xindang"), environment(home), "assess", "a.csv");
        run(home.resolve("xindang"), environment(home), "start");
        assertThat(built(home)).containsExactly("assess", "server");
        Files.writeString(home.resolve("server/src/main/B.java"), "class B { int changed; }");
        run(home.resolve("xindang"), environment(home), "assess", "a.csv");
        run(home.resolve("xindang"), environment(home), "start");
        assertThat(built(home)).containsExactly("assess", "server", "server");
        Files.writeString(home.resolve("assess/src/main/C.java"), "class C { int changed; }");
        run(home.resolve("xindang"), environment(home), "start");
        run(home.resolve("xindang"), environment(home), "assess", "a.csv");
        assertThat(built(home)).containsExactly("assess", "server", "server", "assess");
    }

    @CommandLineTest
    void the_server_runs_in_the_callers_folder_and_a_failed_training_is_said_once() throws Exception {
        Path home = installed();
        Outcome first = run(home.resolve("xindang"), environment(home), "start", "--data", "my data", "--port", "0");
        assertThat(first.code()).isZero();
        assertThat(first.output()).isEqualTo(folder.toRealPath() + "\n[--data][my data][--port][0]\n");
        assertThat(first.errors())
                .containsOnlyOnce("No start-up cache could be made")
                .contains("未能生成启动缓存");
        Outcome second = run(home.resolve("xindang"), environment(home), "start");
        assertThat(second.code()).isZero();
        assertThat(second.errors()).isEqualTo(first.errors());
    }

    @CommandLineTest
    void the_verifier_is_built_alone_without_node_and_without_a_start_up_cache() throws Exception {
        Path home = installed();
        Files.delete(home.resolve("bin/node"));
        Outcome outcome = run(home.resolve("xindang"), environment(home), "verify-log", "my log.zip", "--key", "k.pem");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.output()).isEqualTo(folder.toRealPath() + "\n[verify-log][my log.zip][--key][k.pem]\n");
        assertThat(outcome.errors()).doesNotContain("start-up cache", "quick starts");
        run(home.resolve("xindang"), environment(home), "verify-log", "my log.zip", "--key", "k.pem");
        assertThat(built(home)).containsExactly("proof");
    }

    @ParameterizedTest(name = "{0}")
    @Tag(TestTags.COMMAND_LINE)
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            node        | told                | in Chinese
                        | Node.js 20 or newer | 未找到 Node.js
            echo v18.20 | v18.20 is too old   | v18.20 过旧""")
    void a_missing_or_old_node_is_named_with_the_way_to_get_it(@Nullable String node, String told, String chinese)
            throws Exception {
        Path home = installed();
        Files.delete(home.resolve("bin/node"));
        if (node != null) {
            script(home.resolve("bin/node"), node);
        }
        Outcome outcome = run(home.resolve("xindang"), environment(home), "start");
        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.errors()).contains(told, chinese);
        assertThat(run(home.resolve("xindang"), environment(home), "assess", "a.csv"))
                .as("assess needs no Node")
                .returns(0, Outcome::code);
    }

    private static final String FAKE_BUILD = """
            case "$*" in
                *"-pl server"*) module=server ;;
                *"-pl proof"*) module=proof ;;
                *) module=assess ;;
            esac
            mkdir -p $module/target
            echo jar >$module/target/xindang-$module.jar
            echo $module >>builds
            """;

    /** A folder with the launcher, a source, and stand-ins for the JDK and Maven. */
    private Path installed() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home of it"));
        Files.copy(LAUNCHER, home.resolve("xindang"));
        Files.createDirectories(home.resolve("engine/src/main"));
        Files.writeString(home.resolve("engine/src/main/A.java"), "class A {}");
        Files.createDirectories(home.resolve("assess/src/main"));
        Files.createDirectories(home.resolve("server/src/main"));
        Files.writeString(home.resolve("server/src/main/B.java"), "class B {}");
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        script(home.resolve("bin/javac"), "exit 1");
        script(home.resolve("bin/java"), """
                while [ "$1" != -jar ]; do shift; done
                shift 2
                pwd
                printf '[%s]' "$@"
                echo
                """);
        script(home.resolve("bin/mvn"), FAKE_BUILD);
        script(home.resolve("bin/node"), "echo v20.19.0");
        script(home.resolve("bin/npm"), "exit 1");
        return home;
    }

    private static Map<String, String> environment(Path home) {
        return Map.of("JAVA_HOME", home.toString(), "PATH", home.resolve("bin") + ":" + toolsWithoutMaven(home));
    }

    /** A folder with the ordinary tools only, so that the machine's own Maven is out of sight. */
    private static Path toolsWithoutMaven(Path home) {
        Path tools = home.resolve("tools");
        try {
            if (Files.notExists(tools)) {
                Files.createDirectories(tools);
                for (String tool : List.of(
                        "sh",
                        "dirname",
                        "readlink",
                        "sed",
                        "cat",
                        "find",
                        "cksum",
                        "env",
                        "sort",
                        "mkdir",
                        "rm",
                        "rmdir",
                        "sleep",
                        "date",
                        "tail",
                        "grep",
                        "head",
                        "mktemp")) {
                    script(tools.resolve(tool), "exec " + path(tool) + " \"$@\"");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tools;
    }

    private static Path path(String tool) {
        Path inBin = Path.of("/bin", tool);
        return Files.exists(inBin) ? inBin : Path.of("/usr/bin", tool);
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static int builds(Path home) throws IOException {
        return built(home).size();
    }

    /** What was built, in order. */
    private static List<String> built(Path home) throws IOException {
        return Files.readAllLines(home.resolve("builds"));
    }

    private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(new TreeMap<>(environment));
        return builder.redirectError(
                        Files.createTempFile(folder, "errors", ".txt").toFile())
                .start();
    }

    private Outcome run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        Process process = start(launcher, environment, arguments);
        String output;
        try (InputStream stream = process.getInputStream()) {
            output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        int code = process.waitFor();
        return new Outcome(code, output, lastErrors());
    }

    private String lastErrors() throws IOException {
        StringBuilder errors = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder, "errors*.txt")) {
            for (Path file : files) {
                errors.append(Files.readString(file));
            }
        }
        return errors.toString();
    }
}
