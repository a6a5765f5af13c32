package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ledgers as systems and people really write them, each with a sidecar that says what must come out: {@code accepted n},
 * {@code reject line field code [value]}, {@code row …}; or {@code problem CODE} and its {@code choice} map lines.
 */
final class CorpusTest {

    static Stream<String> files() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files
                    .map(file -> Objects.requireNonNull(file.getFileName()).toString())
                    .filter(name -> !name.endsWith(".expected"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(CorpusTest.class.getResource("/corpus")).toURI());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void every_ledger_of_the_corpus_comes_out_as_its_sidecar_says(String name) throws Exception {
        Path file = folder().resolve(name);
        List<String> expected = Files.readAllLines(folder().resolve(name.replaceFirst("\\.[a-z]+$", ".expected")));
        assertThat(outcome(file)).isEqualTo(expected);
    }

    private static List<String> outcome(Path file) {
        List<Ledger> read = new ArrayList<>();
        IntakeProblem problem = catchThrowableOfType(
                IntakeProblem.class, () -> read.add(LedgerReader.read(List.of(file), ReadingOptions.NONE)));
        List<String> outcome = new ArrayList<>();
        if (problem != null) {
            outcome.add("problem " + problem.code().name());
            problem.readings().forEach(choice -> outcome.add("choice " + choice.mapLine()));
            return outcome;
        }
        Ledger ledger = read.getFirst();
        outcome.add("accepted " + ledger.rows());
        for (Reject reject : ledger.rejects()) {
            String at = reject.field() == null ? "row" : reject.field().key();
            String value = reject.field() == null || reject.value().isEmpty() ? "" : " " + reject.value();
            outcome.add("reject " + reject.line() + " " + at + " " + reject.code() + value);
        }
        Ledgers.rows(ledger).forEach(row -> outcome.add("row " + row));
        return outcome;
    }
}
