package xindang.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import xindang.intake.IntakeProblem;
import xindang.platform.database.Installation;

/**
 * Corrected rows (更正行) as a table of their own under the header of their file, so that the same reader with the same
 * settings judges them.
 */
@Component
class Corrections {

    private final Path folder;

    Corrections(Installation installation) {
        this.folder = installation.folder("imports");
    }

    /** A table of corrected rows; closing removes it. */
    record Table(Path file, Map<Integer, Integer> lines) implements AutoCloseable {

        /** Faults by the line in the file that was uploaded. */
        TreeMap<Integer, List<Fault>> original(Map<Integer, List<Fault>> faults) {
            var original = new TreeMap<Integer, List<Fault>>();
            faults.forEach((line, of) -> original.put(lines.getOrDefault(line, line), of));
            return original;
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes rows as a table. */
    Table table(Look look, List<FaultyRow> rows) {
        var lines = new HashMap<Integer, Integer>();
        var text = new StringBuilder();
        look.above().forEach(row -> text.append(line(row)));
        // As it is, line ends included: settings of the file hold only under its own header.
        text.append(row(look.headers()));
        long below = text.chars().filter(c -> c == '\n').count() + 1;
        int line = Math.toIntExact(below);
        for (FaultyRow row : rows) {
            var cells = new ArrayList<>(row.cells());
            while (cells.size() < look.headers().size()) {
                cells.add("");
            }
            text.append(line(cells));
            lines.put(line++, row.line());
        }
        try {
            Path file = Files.createTempFile(folder, "corrections-", ".csv");
            Files.writeString(file, text);
            return new Table(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(List<String> cells) {
        return row(cells.stream()
                .map(cell -> cell.replaceAll("[\\r\\n\\u0000]", " "))
                .toList());
    }

    private static String row(List<String> cells) {
        return cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\n";
    }

    /** What is wrong with one row now; empty if it is good. */
    List<Fault> check(FileKind kind, UUID company, ImportFile file, FaultyRow row) {
        try (Table table = table(file.look(), List.of(row))) {
            Checked checked = kind.judge(company, table.file(), file.look(), file.mapping());
            List<Fault> faults =
                    checked.faults().values().stream().flatMap(List::stream).toList();
            return !faults.isEmpty() || checked.good() == 1 ? faults : List.of(new Fault(null, "no-record", ""));
        } catch (IntakeProblem problem) {
            Object field = problem.arguments().get("field");
            return List.of(new Fault(
                    field == null ? null : field.toString(), problem.code().code(), ""));
        }
    }
}
