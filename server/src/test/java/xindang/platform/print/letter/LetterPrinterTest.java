package xindang.platform.print.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class LetterPrinterTest {

    private static final String BODY = "贵公司下列款项已逾期，请于收到本函后七日内付清。如已付款，请忽略本通知并提供付款凭证。";

    @Test
    void a_letter_says_what_it_was_given_and_carries_only_the_signs_it_uses() throws IOException {
        Pdf letter = one(letter("催款通知书", 12));
        String text = text(letter);
        assertThat(text).contains("催款通知书", "INV0", "INV11", "2025-11-09", "1 / 1", "信档集团有限公司");
        assertThat(text.replaceAll("\\s", "")).contains(BODY);
        assertThat(letter.length()).as("bytes").isLessThan(50_000);
    }

    @Test
    void letters_of_a_batch_share_a_subset_and_keep_their_own_words() throws IOException {
        List<Letter> letters = IntStream.range(0, 40)
                .mapToObj(i -> letter("第" + i + "号客户龘" + (char) ('一' + i), 3))
                .toList();
        List<LetterPrinter.Printed> printed = LetterPrinter.print(letters);
        for (int i = 0; i < letters.size(); i++) {
            assertThat(text(file(printed.get(i)))).contains("第" + i + "号客户龘" + (char) ('一' + i));
        }
    }

    @Test
    void a_sign_that_the_font_lacks_is_named_and_does_not_spoil_the_others() {
        List<LetterPrinter.Printed> printed =
                LetterPrinter.print(List.of(letter("甲", 1), letter("客户🦖公司", 1), letter("乙", 1)));
        assertThat(printed.get(1)).isEqualTo(new LetterPrinter.Printed.Lacking(Set.of("🦖")));
        assertThat(printed.get(0)).isInstanceOf(LetterPrinter.Printed.Done.class);
        assertThat(printed.get(2)).isInstanceOf(LetterPrinter.Printed.Done.class);
    }

    @Test
    void long_tables_go_on_with_their_head_and_rows_higher_than_a_page_are_whole() throws IOException {
        String endless = IntStream.range(0, 900).mapToObj(i -> "第" + i + "项；").collect(Collectors.joining());
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("单据", "说明"));
        for (int i = 0; i < 80; i++) {
            rows.add(List.of("INV" + i, i == 40 ? endless : "正常"));
        }
        var table = new Block.Table(
                List.of(new Block.Column(1, Block.Align.LEFT), new Block.Column(2, Block.Align.LEFT)), rows, 10);
        Pdf letter = one(new Letter("对账单", List.of(table), ""));
        try (PDDocument pdf = load(letter)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(pdf)).contains("单据");
        }
        String text = withoutHeadAndFoot(letter);
        assertThat(text).contains("INV0", "INV79");
        IntStream.range(0, 900).forEach(i -> assertThat(text).contains("第" + i + "项"));
        assertThat(lowest(letter)).as("nothing hangs over the foot").isLessThan(842 - 25);
    }

    @Test
    void lines_break_where_chinese_may_break_and_words_stay_whole() {
        List<String> lines = new Lines(Typeface.builtIn())
                .of("逾期款项，请于七日内付清。According to agreement", 8_000, 0).stream()
                        .map(Lines.Line::text)
                        .toList();
        assertThat(String.join("|", lines)).isEqualTo("逾期款项，请于七|日内付清。|According to|agreement");
        assertThat(new Lines(Typeface.builtIn())
                        .of("一二三四五六七八，九", 8_000, 0)
                        .getFirst()
                        .text())
                .as("no comma begins a line")
                .isEqualTo("一二三四五六七");
        assertThat(new Lines(Typeface.builtIn()).of("abcdefghijklmnopqrstuvwxyz".repeat(2), 4_000, 0))
                .as("a word no line holds")
                .hasSizeGreaterThan(2);
    }

    @Test
    void the_code_reads_back_from_the_printed_page() throws Exception {
        String address = "https://credit.example/verify/催-2026-0007?c=5F2A91";
        var letter = new Letter("验证", List.of(new Block.Code(QrCode.of(address), 80, Block.Align.RIGHT)), "");
        try (PDDocument pdf = load(one(letter))) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
            assertThat(read(page)).isEqualTo(address);
        }
        assertThatThrownBy(() -> QrCode.of("x".repeat(4_000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String read(BufferedImage page) throws Exception {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no code on the page", e);
        }
    }

    private static Letter letter(String title, int rows) {
        var cells = new ArrayList<List<String>>();
        cells.add(List.of("单据号", "开票日", "到期日", "逾期天数", "金额"));
        for (int i = 0; i < rows; i++) {
            cells.add(List.of(
                    "INV" + i, "2025-10-0" + (i % 9 + 1), "2025-11-0" + (i % 9 + 1), "" + (30 + i), "1,234.00"));
        }
        List<Block.Column> columns = IntStream.range(0, 5)
                .mapToObj(i -> new Block.Column(1, i == 4 ? Block.Align.RIGHT : Block.Align.LEFT))
                .toList();
        return new Letter(
                title,
                List.of(
                        new Block.Text(title, 16, Block.Align.CENTER, 0, 12),
                        new Block.Text(BODY, 11, Block.Align.LEFT, 22, 6),
                        new Block.Table(columns, cells, 10),
                        new Block.Gap(10),
                        new Block.Text("信档集团有限公司", 11, Block.Align.RIGHT, 0, 0)),
                "催-2026-0007");
    }

    private static Pdf one(Letter letter) {
        return file(LetterPrinter.print(List.of(letter)).getFirst());
    }

    private static Pdf file(LetterPrinter.Printed printed) {
        if (printed instanceof LetterPrinter.Printed.Done(Pdf file)) {
            return file;
        }
        throw new AssertionError(printed);
    }

    private static PDDocument load(Pdf pdf) throws IOException {
        return Loader.loadPDF(pdf.open().readAllBytes());
    }

    private static String text(Pdf file) throws IOException {
        try (PDDocument pdf = load(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String withoutHeadAndFoot(Pdf file) throws IOException {
        var text = new StringBuilder();
        try (PDDocument pdf = load(file)) {
            int pages = pdf.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.append(stripper.getText(pdf)
                        .replaceAll("\\s", "")
                        .replaceFirst("^单据说明", "")
                        .replaceFirst(page + "/" + pages + "$", ""));
            }
        }
        return text.toString();
    }

    private static float lowest(Pdf file) throws IOException {
        try (PDDocument pdf = load(file)) {
            var deepest = new float[1];
            var stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    deepest[0] = Math.max(deepest[0], position.getYDirAdj());
                }
            };
            stripper.getText(pdf);
            return deepest[0];
        }
    }
}
