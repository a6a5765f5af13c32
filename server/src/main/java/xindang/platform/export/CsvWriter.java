package xindang.platform.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xindang.format.CsvText;

/** Writes a list as CSV (RFC 4180): UTF-8 with a mark, so that spreadsheets see Chinese as Chinese. */
final class CsvWriter {

    private CsvWriter() {}

    static <T> void write(OutputStream out, ExportHead head, List<ExportColumn<T>> columns, Consumer<Consumer<T>> rows)
            throws IOException {
        // Not closed where the rows fail: a file that ends well must be whole.
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        for (int i = 0; i < columns.size(); i++) {
            field(writer, i, head.header(columns.get(i).key()));
        }
        writer.write("\r\n");
        rows.accept(row -> line(writer, columns, row));
        // Behind the rows, where no program looks for the header.
        field(writer, 0, head.mark());
        writer.write("\r\n");
        writer.flush();
    }

    private static <T> void line(Writer writer, List<ExportColumn<T>> columns, T row) {
        try {
            for (int i = 0; i < columns.size(); i++) {
                field(writer, i, columns.get(i).value().apply(row));
            }
            writer.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void field(Writer writer, int index, @Nullable Object value) throws IOException {
        if (index > 0) {
            writer.write(',');
        }
        if (value == null) {
            return;
        }
        CharSequence text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        CharSequence safe = value instanceof String ? CsvText.guarded(text) : text;
        if (CsvText.needsQuotes(safe)) {
            writer.write('"' + safe.toString().replace("\"", "\"\"") + '"');
        } else {
            writer.append(safe);
        }
    }
}
