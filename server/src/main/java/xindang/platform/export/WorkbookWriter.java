package xindang.platform.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes a list as a workbook: a sheet about the file, then the rows, which go to disk while they come. */
final class WorkbookWriter<T> {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int ROWS_PER_SHEET = 1_048_575;
    private static final int WIDTH = 18 * 256;
    private static final Map<ExportColumn.Kind, String> FORMATS = Map.of(
            ExportColumn.Kind.AMOUNT,
            "#,##0.00##",
            ExportColumn.Kind.SHARE,
            "0.0%",
            ExportColumn.Kind.WHOLE,
            "0",
            ExportColumn.Kind.DATE,
            "yyyy-mm-dd",
            ExportColumn.Kind.TEXT,
            "General");

    private final SXSSFWorkbook book;
    private final ExportHead head;
    private final List<ExportColumn<T>> columns;
    private final Map<ExportColumn.Kind, CellStyle> styles = new EnumMap<>(ExportColumn.Kind.class);
    private final CellStyle bold;
    private Sheet sheet;
    private int next;
    private long rows;

    private WorkbookWriter(SXSSFWorkbook book, ExportHead head, List<ExportColumn<T>> columns) {
        this.book = book;
        this.head = head;
        this.columns = columns;
        FORMATS.forEach((kind, format) -> {
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(format));
            styles.put(kind, style);
        });
        Font font = book.createFont();
        font.setBold(true);
        bold = book.createCellStyle();
        bold.setFont(font);
        sheet = book.createSheet(head.words().text("about.sheet"));
    }

    static <T> void write(OutputStream out, ExportHead head, List<ExportColumn<T>> columns, Consumer<Consumer<T>> rows)
            throws IOException {
        try (var book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            book.setCompressTempFiles(true);
            var writer = new WorkbookWriter<T>(book, head, columns);
            Sheet about = writer.sheet;
            writer.begin();
            rows.accept(writer::add);
            writer.about(about);
            book.write(out);
        }
    }

    private void begin() {
        String name = head.words().text("list." + head.list());
        int part = book.getNumberOfSheets();
        sheet = book.createSheet(part == 1 ? name : name + " " + part);
        sheet.createFreezePane(0, 1);
        // In the print of a sheet an ampersand begins a command.
        sheet.getFooter().setCenter(head.mark().replace("&", "&&"));
        Row row = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, WIDTH);
            Cell cell = row.createCell(i);
            cell.setCellValue(head.header(columns.get(i).key()));
            cell.setCellStyle(bold);
        }
        next = 1;
    }

    private void add(T line) {
        if (next > ROWS_PER_SHEET) {
            begin();
        }
        Row row = sheet.createRow(next++);
        for (int i = 0; i < columns.size(); i++) {
            ExportColumn<T> column = columns.get(i);
            Object value = column.value().apply(line);
            if (value != null) {
                Cell cell = row.createCell(i);
                cell.setCellStyle(styles.get(column.kind()));
                fill(cell, value);
            }
        }
        rows++;
    }

    /** Cells of a workbook are binary numbers; amounts of up to 15 digits come back as they were. */
    private static void fill(Cell cell, Object value) {
        switch (value) {
            case BigDecimal number -> cell.setCellValue(number.doubleValue());
            case Integer number -> cell.setCellValue(number);
            case LocalDate date -> cell.setCellValue(date);
            default -> {
                String text = value.toString();
                cell.setCellValue(WorkbookText.fitting(text));
            }
        }
    }

    private void about(Sheet about) {
        int at = 0;
        about.setColumnWidth(0, WIDTH);
        about.setColumnWidth(1, 3 * WIDTH);
        for (List<String> line : head.lines(rows)) {
            Row row = about.createRow(at++);
            row.createCell(0).setCellValue(line.get(0));
            row.createCell(1).setCellValue(line.get(1));
        }
    }
}
