package xindang.integration.rest;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.integration.FileKind;
import xindang.integration.ImportFile;
import xindang.integration.Look;

/** An import as it is sent (导入). */
record ImportView(
        UUID id,
        String kind,
        String file,
        long bytes,
        String sha256,
        String state,
        @Nullable String interrupted,
        List<Column> columns,
        List<Look.Question> questions,
        List<FileKind.FieldKey> fields,
        Map<String, Long> counts,
        @Nullable String currency,
        @Nullable String dateOrder,
        @Nullable String unit,
        @Nullable String problem,
        @Nullable LocalDate asOf,
        @Nullable UUID job,
        @Nullable OffsetDateTime undoUntil,
        OffsetDateTime createdAt,
        Map<String, Long> result) {

    /** A column of the file. */
    record Column(
            int index,
            String header,
            @Nullable String field,
            List<String> samples,
            @Nullable String guess) {}

    static ImportView of(ImportFile file, List<FileKind.FieldKey> fields, @Nullable OffsetDateTime undoUntil) {
        return new ImportView(
                file.id(),
                file.kind(),
                file.name(),
                file.bytes(),
                file.sha256(),
                file.state(),
                file.interrupted(),
                columns(file),
                file.look().questions(),
                fields,
                file.counts(),
                file.mapping().currency(),
                file.mapping().dateOrder(),
                file.mapping().unit(),
                file.look().problem(),
                file.asOf(),
                file.job(),
                undoUntil,
                file.createdAt(),
                file.result());
    }

    private static List<Column> columns(ImportFile file) {
        var columns = new ArrayList<Column>();
        List<String> headers = file.look().headers();
        for (int i = 0; i < headers.size(); i++) {
            int index = i;
            String field = file.mapping().columns().entrySet().stream()
                    .filter(entry -> entry.getValue() == index)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            columns.add(new Column(
                    i,
                    headers.get(i),
                    field,
                    file.look().samples().get(i),
                    field == null ? null : file.look().guess().get(field)));
        }
        return columns;
    }
}
