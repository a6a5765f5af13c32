package xindang.acceptance.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.CommandLineTest;

/** Whatever goes wrong: a clear message, a sensible exit code, never a stack trace, never half a result. */
class BadInputTest {

    private static final String ROW = "customer,invoice,issued,due,amount\nK,1,2026-01-01,2026-01-31,10.00\n";

    @TempDir
    Path folder;

    private Command command;

    @BeforeEach
    void inAnEmptyFolder() {
        command = new Command(folder);
    }

    private void refused(int exit, String says, String... args) throws Exception {
        var result = command.run(args);
        assertThat(result.err()).contains(says).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(result.exit()).as(result.err()).isEqualTo(exit);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("out")))
                    .isEmpty();
        }
    }

    @CommandLineTest
    void wrong_usage_names_the_option() throws Exception {
        command.write("l.csv", ROW);
        refused(64, "assess LEDGER", "unknown");
        refused(64, "--out", "assess", "l.csv", "--lang", "en");
        refused(64, "LEDGER", "assess", "--out", "out", "--lang", "en");
        refused(64, "--as-of: \"31.02.2026\"", "assess", "l.csv", "--out", "out", "--as-of", "31.02.2026");
        refused(64, "--currency: \"RMBX\"", "assess", "l.csv", "--out", "out", "--currency", "RMBX");
        refused(64, "--nonsense", "assess", "l.csv", "--out", "out", "--nonsense");
        refused(64, "zh", "assess", "l.csv", "--out", "out", "--lang", "fr");
    }

    @CommandLineTest
    void files_that_are_no_ledger_say_what_is_wrong() throws Exception {
        refused(66, "nowhere.csv", "assess", "nowhere.csv", "--out", "out");
        command.write("empty.csv", "");
        refused(65, "empty.csv", "assess", "empty.csv", "--out", "out");
        command.write("prose.csv", "Dear Sir or Madam\nplease find enclosed\n");
        refused(65, "prose.csv", "assess", "prose.csv", "--out", "out");
        command.write("columns.csv", "customer,amount\nK,5\n");
        refused(65, "due", "assess", "columns.csv", "--out", "out");
        Files.write(folder.resolve("old.xls"), new byte[] {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0, 0, 0
        });
        refused(65, "xlsx", "assess", "old.xls", "--out", "out");
    }

    @CommandLineTest
    void an_ambiguous_column_offers_the_line_for_each_reading() throws Exception {
        command.write("l.csv", "customer,invoice,due,amount\nK,1,03/04/2026,10.00\n");
        refused(65, "day/month/year", "assess", "l.csv", "--out", "out");
        refused(65, "month/day/year", "assess", "l.csv", "--out", "out");
        command.write("map.yaml", "due: {column: due, dates: day/month/year}\n");
        var result = command.run("assess", "l.csv", "--out", "out", "--map", "map.yaml", "--as-of", "2026-04-04");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(command.value("out/customers.csv", "K", "maxDaysPastDue")).isEqualTo("1");
    }

    @CommandLineTest
    void policies_and_rates_that_cannot_be_used_name_their_place() throws Exception {
        command.write("l.csv", ROW);
        command.write("p.json", "{\"format\":1,\"policies\":[{\"kind\":\"col\"}]}");
        refused(65, "p.json /policies/0", "assess", "l.csv", "--out", "out", "--policy", "p.json");
        command.write("broken.json", "{");
        refused(65, "broken.json, line 1", "assess", "l.csv", "--out", "out", "--policy", "broken.json");
        command.write("r.csv", "date,from,to,rate\n2026-01-01,USD,CNY,zero\n");
        refused(65, "r.csv, line 2, rate: \"zero\"", "assess", "l.csv", "--out", "out", "--rates", "r.csv");
        command.write("m.yaml", "customer: nobody\n");
        refused(65, "nobody", "assess", "l.csv", "--out", "out", "--map", "m.yaml");
    }

    @CommandLineTest
    void nothing_that_is_not_ours_is_overwritten() throws Exception {
        command.write("l.csv", ROW);
        command.write("taken", "a file");
        refused(73, "taken", "assess", "l.csv", "--out", "taken");
        Files.createDirectories(folder.resolve("mine"));
        command.write("mine/photo.txt", "precious");
        refused(73, "mine", "assess", "l.csv", "--out", "mine");
        assertThat(folder.resolve("mine/photo.txt")).hasContent("precious");
    }

    @CommandLineTest
    void a_result_the_user_added_to_and_folders_of_inputs_are_left_alone() throws Exception {
        command.write("l.csv", ROW);
        assertThat(command.run("assess", "l.csv", "--out", "mixed").exit()).isZero();
        command.write("mixed/notes.txt", "my own");
        refused(73, "notes.txt", "assess", "l.csv", "--out", "mixed");
        assertThat(folder.resolve("mixed/notes.txt")).hasContent("my own");
        refused(73, "l.csv", "assess", "l.csv", "--out", ".");
        assertThat(folder.resolve("l.csv")).exists();
        Files.createDirectories(folder.resolve("res.unfinished-999999999/keep"));
        Files.createSymbolicLink(folder.resolve("link"), Files.createDirectories(folder.resolve("real")));
        assertThat(command.run("assess", "l.csv", "--out", "link").exit()).isZero();
        assertThat(folder.resolve("link")).isSymbolicLink();
        assertThat(folder.resolve("real/summary.json")).exists();
        assertThat(command.run("assess", "l.csv", "--out", "res").exit()).isZero();
        assertThat(folder.resolve("res.unfinished-999999999/keep")).exists();
    }

    @CommandLineTest
    void an_earlier_result_is_replaced_whole() throws Exception {
        command.write("l.csv", ROW);
        assertThat(command.run("assess", "l.csv", "--out", "again").exit()).isZero();
        assertThat(command.run("assess", "l.csv", "--out", "again", "--no-report")
                        .exit())
                .isZero();
        assertThat(folder.resolve("again/report.html")).doesNotExist();
        assertThat(folder.resolve("again/summary.json")).exists();
    }

    @CommandLineTest
    void without_a_usable_row_only_the_rejects_are_left() throws Exception {
        command.write("l.csv", "customer,invoice,issued,due,amount\nK,1,2026-01-01,0000-00-00,10.00\n");
        var result = command.run("assess", "l.csv", "--out", "none");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("1 rows rejected");
        assertThat(folder.resolve("none/summary.json")).doesNotExist();
        assertThat(folder.resolve("none/rejected.csv")).content().contains("2,due,bad-date,0000-00-00");
    }

    @CommandLineTest
    void a_name_that_is_a_formula_does_nothing_in_a_spreadsheet() throws Exception {
        command.write("l.csv", """
                customer,name,invoice,issued,due,amount
                =K1,@SUM(A1),+A-1,2026-01-01,2026-01-31,5000.00
                -7,Seven,-8,2026-01-01,2026-01-31,5000.00
                K2,Two,=A2,2026-01-01,2026-01-31,=5+5
                """);
        var result = command.run("assess", "l.csv", "--out", "f", "--as-of", "2026-03-31");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(command.value("f/customers.csv", "'=K1", "name")).isEqualTo("'@SUM(A1)");
        assertThat(command.value("f/customers.csv", "-7", "name")).isEqualTo("Seven");
        assertThat(command.value("f/dunning.csv", "'=K1", "invoice")).isEqualTo("'+A-1");
        assertThat(command.value("f/warnings.csv", "'=K1", "name")).isEqualTo("'@SUM(A1)");
        assertThat(folder.resolve("f/rejected.csv")).content().contains("4,amount,bad-amount,'=5+5,l.csv");
        assertThat(folder.resolve("f/decisions.jsonl")).content().contains("\"=K1\"", "\"+A-1\"");
    }

    @CommandLineTest
    void gb18030_and_chinese_messages_are_understood() throws Exception {
        Files.writeString(
                folder.resolve("l.csv"),
                "客户名称;发票号;开票日期;到期日;价税合计\n龙城;1;2026-01-01;2026-01-31;¥1,234.50\n",
                Charset.forName("GB18030"));
        var result = command.run("assess", "l.csv", "--out", "res", "--lang", "zh");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("已评估 1 个客户");
        assertThat(command.value("res/customers.csv", "龙城", "total")).isEqualTo("1234.50");
    }

    @CommandLineTest
    void an_interrupted_run_leaves_nothing_that_looks_finished() throws Exception {
        String rows = IntStream.range(0, 400_000)
                .mapToObj(i -> "K" + i % 90_000 + "," + i + ",2026-01-01,2026-01-31,10.00\n")
                .collect(Collectors.joining());
        command.write("l.csv", "customer,invoice,issued,due,amount\n" + rows);
        for (boolean force : new boolean[] {false, true}) {
            Process process =
                    command.start(folder.resolve("o"), folder.resolve("e"), "assess", "l.csv", "--out", "big");
            Path unfinished = folder.resolve("big.unfinished-" + process.pid());
            for (int i = 0; i < 2_000 && !Files.exists(unfinished.resolve("customers.csv")); i++) {
                Thread.sleep(5);
            }
            assertThat(unfinished.resolve("customers.csv")).exists();
            if (force) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("big")).doesNotExist();
            assertThat(Files.exists(unfinished)).isEqualTo(force);
        }
        assertThat(command.run("assess", "l.csv", "--out", "big", "--quiet").exit())
                .isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("big")))
                    .containsExactly("big");
        }
    }
}
