package xindang.integration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import xindang.platform.export.WorkbookText;

/** Workbooks for people who bring data (导入工作簿): templates, and faulty rows with what is wrong with them. */
public final class Sheets {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "xindang.integration.sheets",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    private static final int WINDOW = 200;
    private static final int WIDTH = 18 * 256;
    private static final int LAST_ROW = 10_000;

    private Sheets() {}

    /** The faulty rows under the header of their file, with a column 错误原因 behind. */
    public static byte[] errors(List<String> headers, List<FaultyRow> rows) throws IOException {
        try (var book = new SXSSFWorkbook(WINDOW)) {
            Sheet sheet = book.createSheet(TEXTS.getString("errors.sheet"));
            Row head = sheet.createRow(0);
            write(head, headers);
            head.createCell(headers.size()).setCellValue(TEXTS.getString("errors.reason"));
            int at = 1;
            for (FaultyRow row : rows) {
                if (!row.severity().equals("error")) {
                    continue;
                }
                Row line = sheet.createRow(at++);
                write(line, row.cells());
                line.createCell(headers.size())
                        .setCellValue(WorkbookText.fitting(row.line() + ": "
                                + row.faults().stream().map(Sheets::reason).collect(Collectors.joining("; "))));
            }
            return bytes(book);
        }
    }

    private static String reason(Fault fault) {
        String field = fault.field() == null ? "" : text("field." + fault.field(), fault.field()) + " ";
        return field + text("fault." + fault.code(), fault.code());
    }

    private static String text(String key, String otherwise) {
        try {
            return TEXTS.getString(key);
        } catch (MissingResourceException unknown) {
            return otherwise;
        }
    }

    /** A template with headers, a sample row, notes, and a choice where a column has one. */
    public static byte[] template(String kind) throws IOException {
        try (var book = new SXSSFWorkbook(WINDOW)) {
            Sheet sheet = book.createSheet(TEXTS.getString(kind + ".sheet"));
            List<String> headers = List.of(TEXTS.getString(kind + ".headers").split("\\|", -1));
            write(sheet.createRow(0), headers);
            write(sheet.createRow(1), List.of(TEXTS.getString(kind + ".sample").split("\\|", -1)));
            for (int column = 0; column < headers.size(); column++) {
                sheet.setColumnWidth(column, WIDTH);
                String choices = text(kind + ".choices." + headers.get(column), "");
                if (!choices.isEmpty()) {
                    choose(sheet, column, choices.split("\\|", -1));
                }
            }
            sheet.createFreezePane(0, 1);
            Sheet notes = book.createSheet(TEXTS.getString("notes.sheet"));
            int row = 0;
            for (String note : TEXTS.getString(kind + ".notes").split("\\|", -1)) {
                notes.createRow(row++).createCell(0).setCellValue(note);
            }
            return bytes(book);
        }
    }

    private static void choose(Sheet sheet, int column, String[] choices) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        sheet.addValidationData(helper.createValidation(
                helper.createExplicitListConstraint(choices), new CellRangeAddressList(1, LAST_ROW, column, column)));
    }

    private static void write(Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            // Always as text: a cell that begins with = must not become a formula.
            row.createCell(i).setCellValue(WorkbookText.fitting(cells.get(i)));
        }
    }

    private static byte[] bytes(SXSSFWorkbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }
}
