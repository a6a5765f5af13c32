package xindang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import xindang.gates.Requirement;
import xindang.proof.evidence.Fault;
import xindang.proof.evidence.SampleLog;
import xindang.proof.evidence.UnreadableEvidence;

/** The command {@code verify-log}: exit codes and what it says, in both languages. */
final class VerifyLogCommandTest {

    @TempDir
    private static Path folder;

    private record Answer(int exit, String out, String err) {}

    @BeforeAll
    static void files() throws Exception {
        SampleLog log = SampleLog.ordinary();
        log.packageAt(folder.resolve("good.zip"));
        Files.writeString(folder.resolve("receipt.json"), log.receipt(17).text());
        Files.writeString(folder.resolve("known.txt"), log.newest().text());
        Files.writeString(folder.resolve("key.pem"), log.publicKey());
        SampleLog other = SampleLog.ordinary();
        other.packageAt(folder.resolve("other.zip"));
        Files.writeString(folder.resolve("otherkey.pem"), other.publicKey());
        Files.writeString(folder.resolve("nonsense"), "nonsense");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            arguments                                                | exit | out            | err
            good.zip --key key.pem --lang en                         | 0    | GOOD.          |
            good.zip --key key.pem --lang zh                         | 0    | 完好           |
            good.zip --key key.pem --lang en                         | 0    | Not compared   |
            good.zip --key key.pem --known known.txt --lang en       | 0    | fits the known |
            --lang en --key otherkey.pem --key key.pem good.zip      | 0    | 35 entries     |
            receipt.json --key key.pem --lang en                     | 0    | entry 17 is proven |
            other.zip --key key.pem --lang en                        | 1    | WRONG (signature-wrong) |
            other.zip --key key.pem --lang zh                        | 1    | 不是用您的密钥签署 |
            --help                                                   | 0    | 退出码         |
            good.zip                                                 | 64   |                | --key
            --key key.pem --lang en                                  | 64   |                | PACKAGE is needed
            good.zip other.zip --key key.pem                         | 64   |                | PACKAGE
            good.zip --key                                           | 64   |                | --key 缺少值
            good.zip --key key.pem --lang fr                         | 64   |                | fr
            good.zip --key key.pem --fast                            | 64   |                | --fast
            good.zip --key key.pem --known known.txt --known known.txt | 64 |                | --known 重复
            none.zip --key key.pem --lang en                         | 66   |                | There is no file
            nonsense --key key.pem --lang en                         | 66   |                | neither an evidence package nor a receipt
            good.zip --key none.pem --lang en                        | 66   |                | There is no file
            good.zip --key nonsense --lang en                        | 66   |                | is no public key
            good.zip --key key.pem --known nonsense --lang en        | 66   |                | is no signed checkpoint""")
    @Requirement({"SEC-09", "SUP-04"})
    void answers_and_exit_codes(String arguments, int exit, String out, String err) {
        Answer answer = run(arguments);
        assertThat(answer.exit()).isEqualTo(exit);
        assertThat(answer.out()).contains(out == null ? "" : out);
        assertThat(answer.err()).contains(err == null ? "" : err);
    }

    @Test
    void without_a_language_the_one_of_the_environment_is_spoken() {
        assertThat(run("good.zip --key key.pem").out()).startsWith("完好");
        assertThat(run("en_US.UTF-8", "verify-log", "good.zip --key key.pem").out())
                .startsWith("GOOD");
        assertThat(run("", "other-command", "").exit()).isEqualTo(Exit.USAGE);
    }

    @ParameterizedTest
    @EnumSource
    void every_fault_has_its_text_in_both_languages(Fault fault) {
        assertThat(Texts.of("zh").has("fault." + fault.code())).isTrue();
        assertThat(Texts.of("en").has("fault." + fault.code())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void so_has_everything_that_cannot_be_read(UnreadableEvidence.Reason reason) {
        assertThat(Texts.of("zh").has("unreadable." + reason.code())).isTrue();
        assertThat(Texts.of("en").has("unreadable." + reason.code())).isTrue();
    }

    private Answer run(String arguments) {
        return run("", "verify-log", arguments);
    }

    private Answer run(String locale, String command, String arguments) {
        List<String> args = new ArrayList<>(List.of(command));
        Arrays.stream(arguments.split(" +"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.matches("[a-z]+(\\.[a-z]+)?") && !word.matches("zh|en|fr")
                        ? folder.resolve(word).toString()
                        : word)
                .forEach(args::add);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(
                args,
                locale,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
