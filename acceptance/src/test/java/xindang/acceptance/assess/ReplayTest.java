package xindang.acceptance.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.CommandLineTest;
import xindang.gates.Requirement;

/** A decision can be made again from what was recorded, and nobody can change it unseen. */
class ReplayTest {

    private static final Path SAMPLE =
            Path.of("..", "docs", "samples", "ledger.csv").toAbsolutePath();

    @TempDir
    Path folder;

    private Command command;
    private Path decisions;

    @BeforeEach
    void withAResult() throws Exception {
        command = new Command(folder);
        var result = command.run("assess", SAMPLE.toString(), "--out", "result", "--quiet");
        assertThat(result.exit()).as(result.err()).isZero();
        decisions = folder.resolve("result/decisions.jsonl");
    }

    @CommandLineTest
    @Requirement("EVAL-08")
    void the_same_facts_give_the_same_bytes() throws Exception {
        var result = command.run("replay", "result");
        assertThat(result.exit()).as(result.err()).isZero();
        int records = Files.readAllLines(decisions).size() - 2;
        assertThat(result.out()).contains(records + " decisions");
    }

    @CommandLineTest
    void a_changed_fact_is_found_by_its_line() throws Exception {
        String text = Files.readString(decisions);
        Files.writeString(decisions, text.replaceFirst("\"maxDaysPastDue\":30", "\"maxDaysPastDue\":31"));
        var result = command.run("replay", "result");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("1 of ").contains("lines 8 of decisions.jsonl");
    }

    @CommandLineTest
    void a_changed_outcome_is_found() throws Exception {
        String text = Files.readString(decisions);
        Files.writeString(decisions, text.replaceFirst("\"grade\":\"C\"", "\"grade\":\"A\""));
        assertThat(command.run("replay", "result").exit()).isEqualTo(1);
    }

    @CommandLineTest
    void a_record_that_is_missing_doubled_or_cut_shows() throws Exception {
        var lines = Files.readAllLines(decisions);
        var without = new java.util.ArrayList<>(lines);
        without.remove(4);
        Files.write(decisions, without);
        assertThat(command.run("replay", "result").exit()).isEqualTo(1);
        var doubled = new java.util.ArrayList<>(lines);
        doubled.add(4, lines.get(4));
        Files.write(decisions, doubled);
        assertThat(command.run("replay", "result").err()).contains("do not fit its last line");
        Files.write(decisions, lines.subList(0, lines.size() - 1));
        assertThat(command.run("replay", "result").exit()).isEqualTo(1);
        Files.writeString(decisions, lines.get(0) + "\n" + lines.get(1).substring(0, 200));
        assertThat(command.run("replay", "result").err()).contains("line 2");
    }

    @CommandLineTest
    void other_policies_than_those_recorded_are_refused() throws Exception {
        Path policies = folder.resolve("result/policies.json");
        String text = Files.readString(policies).replaceAll("\"sha256\":\"[0-9a-f]{64}\",", "");
        Files.writeString(policies, text.replace("\"severe\":90", "\"severe\":91"));
        var result = command.run("replay", "result");
        assertThat(result.exit()).isEqualTo(65);
        assertThat(result.err()).contains("ews");
    }

    @CommandLineTest
    void what_is_no_result_is_told_so() throws Exception {
        assertThat(command.run("replay", "nowhere").exit()).isEqualTo(66);
        Files.writeString(decisions, "");
        assertThat(command.run("replay", "result").exit()).isEqualTo(65);
        Files.writeString(decisions, "{\"run\":5}\n");
        assertThat(command.run("replay", "result").exit()).isEqualTo(65);
    }
}
