package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares our splitting of rows with an independent reader. */
final class RowCellsTest {

    private static final String[] PIECES = {
        "a", "Bc", "甲公司", "\"\"", ",", ";", "\n", "\r\n", "\r", " ", "", "x,y", "12.5", "\"\"\"\"", "é", "𠮷"
    };

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void random_quoted_tables_are_split_as_another_reader_splits_them(long seed) {
        String text = table(new Random(seed));
        List<List<String>> theirs = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .fieldSeparator(',')
                .ofCsvRecord(text)) {
            reader.forEach(row -> theirs.add(row.getFields()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(split(text)).as("seed %d: %s", seed, text).isEqualTo(theirs);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_table_cut_anywhere_ends_at_the_last_whole_row(long seed) {
        Random random = new Random(seed);
        String text = table(random);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int cut = random.nextInt(bytes.length + 1);
        RowCells cells = new RowCells((byte) ',', true, new int[0]);
        byte[] buffer = Arrays.copyOf(bytes, bytes.length + 1);
        buffer[bytes.length] = '\n';
        int expected = 0;
        for (int p = 0; p < bytes.length; ) {
            p = cells.read(buffer, p, bytes.length);
            // A carriage return at the cut may be half of a line end.
            boolean half = p == cut && p < bytes.length && bytes[p - 1] == '\r';
            if (p <= cut && p <= bytes.length && isEnd(bytes, p) && !half && !(p == cut && bytes[p - 1] == '\r')) {
                expected = p;
            }
        }
        byte[] part = Arrays.copyOf(bytes, cut + 1);
        boolean quoted = new String(bytes, 0, cut, StandardCharsets.ISO_8859_1).contains("\"");
        int complete = new RowCells((byte) ',', true, new int[0]).lastComplete(part, cut);
        if (quoted) {
            assertThat(complete).as("seed %d", seed).isEqualTo(expected);
        } else {
            assertThat(complete).as("seed %d", seed).isLessThanOrEqualTo(expected);
        }
    }

    private static boolean isEnd(byte[] bytes, int p) {
        return bytes[p - 1] == '\n' || bytes[p - 1] == '\r';
    }

    private static String table(Random random) {
        StringBuilder text = new StringBuilder();
        int rows = 1 + random.nextInt(8);
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        for (int row = 0; row < rows; row++) {
            int columns = 1 + random.nextInt(5);
            for (int column = 0; column < columns; column++) {
                text.append(column == 0 ? "" : ",").append(cell(random));
            }
            text.append(row < rows - 1 || random.nextBoolean() ? end : "");
        }
        return text.isEmpty() ? "x" : text.toString();
    }

    private static String cell(Random random) {
        if (random.nextInt(3) > 0) {
            return List.of("a", "12.5", "甲公司", "", " b ", "c\"d").get(random.nextInt(6));
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = random.nextInt(4); i > 0; i--) {
            quoted.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return quoted.append('"').toString();
    }

    private static List<List<String>> split(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] every = new int[16];
        Arrays.setAll(every, i -> i);
        RowCells cells = new RowCells((byte) ',', true, every);
        byte[] b = Arrays.copyOf(bytes, bytes.length + 1);
        b[bytes.length] = '\n';
        List<List<String>> rows = new ArrayList<>();
        for (int p = 0; p < bytes.length; ) {
            p = cells.read(b, p, bytes.length);
            List<String> row = new ArrayList<>();
            for (int i = 0; i < cells.columns; i++) {
                row.add(Cells.text(b, cells.starts[i], cells.ends[i]));
            }
            rows.add(row);
        }
        return rows;
    }
}
