package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XlsxTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void titles_merged_customers_dates_and_totals_of_a_hand_made_sheet_are_understood() throws IOException {
        Ledger ledger = read(workbook -> {
            fill(workbook.createSheet("说明"), new Object[][] {{"制表说明"}, {"本表由财务部填写"}});
            Sheet sheet = workbook.createSheet("应收明细");
            fill(sheet, new Object[][] {
                {"某某公司应收账款明细表", null, null, null, null},
                {"单位：元", null, null, null, null},
                {"客户名称", "发票号", "开票日期", "到期日", "金额"},
                {"甲公司", "001", LocalDate.of(2025, 1, 5), LocalDate.of(2025, 2, 4), 1234.5},
                {null, "002", LocalDate.of(2025, 1, 6), "2025年2月5日", 0.1 + 0.2},
                {"乙公司", 3, 45663, 45693, "1,000.00"},
                {"合计", null, null, null, 2234.8}
            });
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
        });
        assertThat(Ledgers.rows(ledger))
                .containsExactly(
                        "甲公司 001 2025-01-05 2025-02-04 - 123450 0 CNY",
                        "甲公司 002 2025-01-06 2025-02-05 - 30 0 CNY",
                        "乙公司 3 2025-01-06 2025-02-05 - 100000 0 CNY");
        assertThat(ledger.rejects()).hasSize(1);
        assertThat(ledger.rejects().getFirst().code()).isEqualTo(RejectCode.TOTAL_ROW);
        assertThat(ledger.rejects().getFirst().line()).isEqualTo(7);
        Reading reading = ledger.readings().getFirst();
        assertThat(reading.format()).isEqualTo("xlsx");
        assertThat(reading.sheet()).isEqualTo("应收明细");
        assertThat(reading.otherSheets()).containsExactly("说明");
        assertThat(reading.headerLine()).isEqualTo(3);
    }

    @Test
    void hidden_sheets_are_passed_over_and_empty_rows_counted() throws IOException {
        Ledger ledger = read(workbook -> {
            Object[][] table = {{"客户", "到期日", "金额"}, {"A", "2025-01-31", 1}, null, {"B", "2025-01-31", "x"}};
            fill(workbook.createSheet("old"), table);
            fill(workbook.createSheet("new"), table);
            workbook.setSheetHidden(0, true);
        });
        assertThat(ledger.readings().getFirst().sheet()).isEqualTo("new");
        assertThat(ledger.readings().getFirst().otherSheets()).isEmpty();
        assertThat(Ledgers.rejects(ledger)).containsExactly("4 amount bad-amount x");
    }

    @Test
    void the_currency_of_a_number_format_counts_where_no_column_names_one() throws IOException {
        Consumer<XSSFWorkbook> filled = workbook -> {
            Sheet sheet = workbook.createSheet("AR");
            fill(sheet, new Object[][] {{"Customer", "Due", "Amount"}, {"A", "2025-01-31", 12.5}});
            CellStyle euro = workbook.createCellStyle();
            euro.setDataFormat(workbook.createDataFormat().getFormat("[$€-407]#,##0.00"));
            sheet.getRow(1).getCell(2).setCellStyle(euro);
        };
        assertThat(Ledgers.rows(read(filled))).containsExactly("A 2 - 2025-01-31 - 1250 0 EUR");
    }

    @Test
    void the_date_system_of_1904_is_respected() throws IOException {
        Ledger ledger = read(workbook -> {
            workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            fill(workbook.createSheet("AR"), new Object[][] {{"Customer", "Due", "Amount"}, {"A", 44226, 1}});
        });
        assertThat(Ledgers.rows(ledger)).containsExactly("A 2 - 2025-01-31 - 100 0 CNY");
    }

    @Test
    void a_sheet_without_a_ledger_names_what_is_missing() {
        assertProblem(
                IntakeProblem.Code.COLUMN_MISSING,
                write(workbook ->
                        fill(workbook.createSheet("AR"), new Object[][] {{"客户", "金额", "备注"}, {"A", 1, "x"}})));
    }

    @Test
    void old_encrypted_and_broken_workbooks_are_told_apart() throws Exception {
        Path encrypted = folder.resolve("encrypted.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(encrypted)) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream inner = encryptor.getDataStream(container)) {
                inner.write(new byte[100]);
            }
            container.writeFilesystem(out);
        }
        assertProblem(IntakeProblem.Code.ENCRYPTED, encrypted);
        Path old = folder.resolve("old.xls");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(old)) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[100]), "Workbook");
            container.writeFilesystem(out);
        }
        assertProblem(IntakeProblem.Code.OLD_EXCEL, old);
        Path cut = folder.resolve("cut.xlsx");
        byte[] whole = Files.readAllBytes(write(workbook -> fill(workbook.createSheet("AR"), new Object[][] {{"a"}})));
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertProblem(IntakeProblem.Code.WORKBOOK_BROKEN, cut);
        assertProblem(IntakeProblem.Code.WORKBOOK_BROKEN, zip("x.zip", "hello.txt", "hello"));
    }

    @Test
    void document_types_and_entities_are_not_followed() throws Exception {
        Path file = write(workbook ->
                fill(workbook.createSheet("AR"), new Object[][] {{"客户", "到期日", "金额"}, {"A", "2025-01-31", 1}}));
        Path evil = folder.resolve("evil.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(evil));
                ZipFile in = new ZipFile(file.toFile())) {
            for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                String mark = entry.getName().endsWith("sheet1.xml")
                        ? text.replace(
                                        "<worksheet",
                                        "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet")
                                .replace(">0</v>", ">&x;</v>")
                        : text;
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(mark.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThatThrownBy(() -> LedgerReader.read(List.of(evil), ReadingOptions.NONE))
                .isInstanceOf(IntakeProblem.class);
    }

    @Test
    void what_unpacks_to_something_absurd_stops_the_run() throws IOException {
        Path file = write(workbook ->
                fill(workbook.createSheet("AR"), new Object[][] {{"客户", "到期日", "金额"}, {"A", "2025-01-31", 1}}));
        Path bomb = folder.resolve("bomb.xlsx");
        byte[] row = "<row><c><v>0</v></c></row>".repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb));
                ZipFile in = new ZipFile(file.toFile())) {
            for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.getInputStream(entry).readAllBytes();
                String text = new String(content, StandardCharsets.UTF_8);
                int end = entry.getName().endsWith("sheet1.xml") ? text.indexOf("</sheetData>") : -1;
                out.write((end < 0 ? text : text.substring(0, end)).getBytes(StandardCharsets.UTF_8));
                for (int i = 0; end >= 0 && i < 2000; i++) {
                    out.write(row);
                }
                out.write((end < 0 ? "" : text.substring(end)).getBytes(StandardCharsets.UTF_8));
            }
        }
        assertProblem(IntakeProblem.Code.ZIP_BOMB, bomb);
    }

    private void assertProblem(IntakeProblem.Code code, Path file) {
        assertThatThrownBy(() -> LedgerReader.read(List.of(file), ReadingOptions.NONE))
                .isInstanceOfSatisfying(
                        IntakeProblem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    private Path zip(String name, String entry, String content) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Ledger read(Consumer<XSSFWorkbook> filled) throws IOException {
        return LedgerReader.read(List.of(write(filled)), ReadingOptions.NONE, 1);
    }

    private Path write(Consumer<XSSFWorkbook> filled) {
        Path file = folder.resolve("ledger.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            filled.accept(workbook);
            workbook.write(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    private static void fill(Sheet sheet, Object[][] rows) {
        CellStyle date = sheet.getWorkbook().createCellStyle();
        date.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy/m/d"));
        for (int r = 0; r < rows.length; r++) {
            if (rows[r] == null) {
                continue;
            }
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
                Object value = rows[r][c];
                if (value instanceof LocalDate day) {
                    row.createCell(c).setCellValue(day);
                    row.getCell(c).setCellStyle(date);
                } else if (value instanceof Number number) {
                    row.createCell(c).setCellValue(number.doubleValue());
                } else if (value != null) {
                    row.createCell(c).setCellValue(value.toString());
                }
            }
        }
    }
}
