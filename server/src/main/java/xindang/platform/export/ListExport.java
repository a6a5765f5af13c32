package xindang.platform.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.CutOff;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/**
 * Sends a list as a workbook or as CSV (列表导出): the same filters and order as on the screen, the columns in the order asked for
 * and those without which they cannot be read.
 */
@Component
public class ListExport {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ExportRecord record;
    private final ReleaseRegister register;
    private final BusinessClock clock;

    ListExport(ExportRecord record, ReleaseRegister register, BusinessClock clock) {
        this.record = record;
        this.register = register;
        this.clock = clock;
    }

    /**
     * A list that can be exported.
     *
     * @param action recorded act, such as {@code customerfile.export}
     * @param name name of the list: the file's name and the first part of its header texts
     * @param columns all columns there are, in their usual order
     * @param titles titles of those columns that the program has no words for, by key
     */
    public record Source<T>(String action, String name, List<ExportColumn<T>> columns, Map<String, String> titles) {

        /** Copies the columns. */
        public Source {
            columns = List.copyOf(columns);
            titles = Map.copyOf(titles);
        }

        /** A list whose columns the program knows. */
        public Source(String action, String name, List<ExportColumn<T>> columns) {
            this(action, name, columns, Map.of());
        }
    }

    /**
     * Sends the file. The response's form is that of the address: {@code .xlsx} or {@code .csv}.
     *
     * @param rows reads the list and hands over each row
     * @throws Refusal 400 for a column the list does not have
     */
    public <T> void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            Source<T> source,
            Consumer<Consumer<T>> rows) {
        ExportWords words = ExportWords.of(caller.language()).with(source.name(), source.titles());
        List<ExportColumn<T>> columns = chosen(source, request.getParameter("columns")).stream()
                .map(column -> inWords(words, source.name(), column))
                .toList();
        boolean workbook = request.getRequestURI().endsWith(".xlsx");
        Map<String, String> filters = filters(request);
        var basis = new LinkedHashMap<>(filters);
        basis.put(
                "columns",
                String.join(",", columns.stream().map(ExportColumn::key).toList()));
        basis.put("form", workbook ? "xlsx" : "csv");
        record.exported(caller, source.action(), source.name(), basis);
        ReleaseRegister.Release release = register.exported(caller, source.name(), basis);
        String file = source.name() + "-" + clock.today() + (workbook ? ".xlsx" : ".csv");
        response.setContentType(workbook ? WORKBOOK : "text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        response.setHeader("Cache-Control", "no-store");
        var head = new ExportHead(words, source.name(), filters, caller.name(), clock.timestamp(), release);
        try {
            if (workbook) {
                WorkbookWriter.write(response.getOutputStream(), head, columns, rows);
            } else {
                CsvWriter.write(response.getOutputStream(), head, columns, rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                throw new CutOff(e);
            }
            response.reset();
            throw e;
        }
    }

    private static <T> List<ExportColumn<T>> chosen(
            Source<T> source, @org.jspecify.annotations.Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return source.columns();
        }
        var byKey = new LinkedHashMap<String, ExportColumn<T>>();
        source.columns().forEach(column -> byKey.put(column.key(), column));
        var chosen = new LinkedHashSet<ExportColumn<T>>();
        for (String key : wanted.split(",", -1)) {
            ExportColumn<T> column = byKey.get(key);
            if (column == null) {
                throw Refusal.of(
                        Code.MALFORMED_REQUEST,
                        new Reason(
                                null,
                                "columns",
                                Map.of("code", "unknown-column", "columns", List.copyOf(byKey.keySet()))));
            }
            column.beside().forEach(other -> chosen.add(Objects.requireNonNull(byKey.get(other), other)));
            chosen.add(column);
        }
        return List.copyOf(chosen);
    }

    private static <T> ExportColumn<T> inWords(ExportWords words, String list, ExportColumn<T> column) {
        return column.kind() != ExportColumn.Kind.CODE
                ? column
                : new ExportColumn<>(column.key(), ExportColumn.Kind.TEXT, line -> {
                    Object code = column.value().apply(line);
                    return code == null ? null : words.word(list, column.key(), code.toString());
                });
    }

    private static Map<String, String> filters(HttpServletRequest request) {
        var filters = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            String value = String.join(", ", values);
            if (!value.isEmpty() && !name.equals("columns") && !name.equals("cursor") && !name.equals("limit")) {
                filters.put(name, value);
            }
        });
        return filters;
    }
}
