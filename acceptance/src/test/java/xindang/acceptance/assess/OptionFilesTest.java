package xindang.acceptance.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.gates.CommandLineTest;
import xindang.gates.TestTags;

/** Files named by {@code --policy}, {@code --map} and {@code --rates} that are none, or say two things at once. */
class OptionFilesTest {

    @TempDir
    Path folder;

    private Command command;

    @BeforeEach
    void withALedger() throws Exception {
        command = new Command(folder);
        command.write("l.csv", "customer,invoice,issued,due,amount\nK,1,2026-01-01,2026-01-31,10.00\n");
    }

    private void refused(int exit, String option, String file, String says) throws Exception {
        var result = command.run("assess", "l.csv", "--out", "out", option, file);
        assertThat(result.err()).contains(file).contains(says).doesNotContain("Exception");
        assertThat(result.exit()).as(result.err()).isEqualTo(exit);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--policy", "--map", "--rates"})
    @Tag(TestTags.COMMAND_LINE)
    void a_folder_or_a_device_or_nothing_is_no_file(String option) throws Exception {
        Files.createDirectory(folder.resolve("folder"));
        refused(65, option, "folder", "a folder or a device");
        refused(65, option, "/dev/null", "a folder or a device");
        refused(66, option, "nowhere", "no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--policy", "--map", "--rates"})
    @Tag(TestTags.COMMAND_LINE)
    void a_file_that_cannot_be_read_says_so(String option) throws Exception {
        // The memory of the process itself: a file for everyone, and nobody can read its beginning.
        Path memory = Path.of("/proc/self/mem");
        assumeTrue(Files.isRegularFile(memory), "only Linux has such a file");
        refused(74, option, memory.toString(), "cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--policy", "--map", "--rates"})
    @Tag(TestTags.COMMAND_LINE)
    void a_file_without_permission_says_so(String option) throws Exception {
        Path closed = command.write("closed", "x");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(closed), "root reads everything");
        refused(74, option, "closed", "no permission");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            situation,                  second line,             refused
            another rate of that day,   '2026-03-30,USD,CNY,7.20', true
            the same rate again,        '2026-03-30,USD,CNY,7.100', false
            another day,                '2026-03-29,USD,CNY,7.20', false
            the pair turned round,      '2026-03-30,CNY,USD,0.14', false
            another pair,               '2026-03-30,EUR,CNY,7.80', false""")
    @Tag(TestTags.COMMAND_LINE)
    void two_rates_of_one_pair_and_day_are_refused(String situation, String second, boolean refused) throws Exception {
        command.write("l.csv", "customer,due,amount,currency\nK,2026-01-31,10.00,USD\n");
        command.write("r.csv", "date,from,to,rate\n2026-03-30,USD,CNY,7.10\n\n" + second + "\n");
        if (refused) {
            refused(65, "--rates", "r.csv", "lines 2 and 4: two different rates for USD,CNY on 2026-03-30");
        } else {
            var result = command.run("assess", "l.csv", "--out", "out", "--rates", "r.csv");
            assertThat(result.exit()).as(situation + ": " + result.err()).isZero();
            assertThat(command.json("out/summary.json").at("/converted/open").stringValue())
                    .isEqualTo("71.00");
        }
    }

    @CommandLineTest
    void problems_of_policies_are_told_in_chinese() throws Exception {
        command.write("p.json", "{\"format\":2,\"policies\":[]}");
        var result = command.run("assess", "l.csv", "--out", "out", "--policy", "p.json", "--lang", "zh");
        assertThat(result.exit()).isEqualTo(65);
        assertThat(result.err().strip()).isEqualTo("p.json /format：此处不能是 2；请写成 1。");
    }
}
