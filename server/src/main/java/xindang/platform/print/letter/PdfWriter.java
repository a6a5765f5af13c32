package xindang.platform.print.letter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes pages as a PDF (PDF 写出) with the objects it needs and no others. */
final class PdfWriter {

    private static final int CATALOG = 1;
    private static final int PAGES = 2;
    private static final int INFO = 3;
    private static final int FONT = 4;
    private static final int FIRST_PAGE = 9;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32_768);
    private final List<Integer> places = new ArrayList<>();

    private PdfWriter() {}

    static Pdf write(String title, List<List<Mark>> pages, PdfFont font) {
        var writer = new PdfWriter();
        writer.all(title, pages, font);
        return new Pdf(writer.out.toByteArray());
    }

    private void all(String title, List<List<Mark>> pages, PdfFont font) {
        text("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        object(
                CATALOG,
                "<</Type/Catalog/Pages " + PAGES + " 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>>>");
        var kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(FIRST_PAGE + 2 * i).append(" 0 R ");
        }
        object(PAGES, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
        object(
                INFO,
                "<</Title<FEFF" + HEX.formatHex(title.getBytes(StandardCharsets.UTF_16BE)) + ">/Producer(Xindang)>>");
        font.write(this, FONT);
        for (int i = 0; i < pages.size(); i++) {
            int page = FIRST_PAGE + 2 * i;
            object(
                    page,
                    "<</Type/Page/Parent " + PAGES + " 0 R/MediaBox[0 0 595.28 841.89]/Resources<</Font<</F " + FONT
                            + " 0 R>>>>/Contents " + (page + 1) + " 0 R>>");
            stream(page + 1, "/Filter/FlateDecode", content(pages.get(i), font).deflated());
        }
        end();
    }

    private void end() {
        int start = out.size();
        text("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        for (int place : places) {
            text("%010d 00000 n \n".formatted(place));
        }
        text("trailer\n<</Size " + (places.size() + 1) + "/Root " + CATALOG + " 0 R/Info " + INFO
                + " 0 R>>\nstartxref\n" + start + "\n%%EOF\n");
    }

    /** Writes an object; objects come in the order of their numbers. */
    void object(int number, String body) {
        begin(number);
        text(body + "\nendobj\n");
    }

    /** Writes an object with a stream. */
    void stream(int number, String entries, Bytes content) {
        begin(number);
        text("<<" + entries + "/Length " + content.length() + ">>stream\n");
        content.writeTo(out);
        text("\nendstream\nendobj\n");
    }

    private void begin(int number) {
        places.add(out.size());
        if (places.size() != number) {
            throw new IllegalStateException("object " + number + " is not in its place");
        }
        text(number + " 0 obj\n");
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.write(bytes, 0, bytes.length);
    }

    private static Bytes content(List<Mark> marks, PdfFont font) {
        var content = new StringBuilder(4096).append("0.5 w\n");
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Words words -> words(content, words, font);
                case Mark.Stroke line ->
                    content.append(points(line.x()))
                            .append(' ')
                            .append(points(line.y()))
                            .append(" m ")
                            .append(points(line.toX()))
                            .append(' ')
                            .append(points(line.toY()))
                            .append(" l S\n");
                case Mark.Modules code -> modules(content, code);
            }
        }
        return new Bytes(content.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static void words(StringBuilder content, Mark.Words words, PdfFont font) {
        content.append("BT /F ")
                .append(points(words.size()))
                .append(" Tf ")
                .append(points(words.x()))
                .append(' ')
                .append(points(words.y()))
                .append(" Td <");
        words.text().codePoints().forEach(sign -> hex(content, font.glyph(sign)));
        content.append("> Tj ET\n");
    }

    private static void hex(StringBuilder content, int glyph) {
        content.append(HEX.toHexDigits((char) glyph));
    }

    private static void modules(StringBuilder content, Mark.Modules mark) {
        int side = mark.code().side();
        float module = mark.size() / side;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                if (mark.code().isDark(column, row)) {
                    content.append(points(mark.x() + column * module))
                            .append(' ')
                            .append(points(mark.y() + (side - 1 - row) * module))
                            .append(' ')
                            .append(points(module))
                            .append(' ')
                            .append(points(module))
                            .append(" re\n");
                }
            }
        }
        content.append("f\n");
    }

    /** Points with two decimals, without the cost of a formatter. */
    private static String points(float value) {
        long hundredths = Math.round(value * 100.0);
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String sign = hundredths < 0 ? "-" : "";
        return rest == 0 ? sign + whole : sign + whole + (rest < 10 ? ".0" : ".") + rest;
    }
}
