package baseline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** Anchor of P12: OpenPDF as its good user would use it, the parsed font shared by all letters, a subset embedded in each. */
public final class OpenPdfLetters {

    private final Font title;
    private final Font text;

    /** Reads the font, a TrueType file, once. */
    public OpenPdfLetters(String font) throws IOException {
        BaseFont base = BaseFont.createFont(font, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        title = new Font(base, 16);
        text = new Font(base, 11);
    }

    /** A letter: title, paragraphs, and a table whose first row is its head. */
    public byte[] letter(String heading, List<String> paragraphs, List<List<String>> rows) {
        var out = new ByteArrayOutputStream(1 << 16);
        var document = new Document(PageSize.A4);
        PdfWriter.getInstance(document, out);
        document.open();
        document.add(new Paragraph(heading, title));
        for (String paragraph : paragraphs) {
            document.add(new Paragraph(paragraph, text));
        }
        var table = new PdfPTable(rows.getFirst().size());
        for (List<String> row : rows) {
            for (String cell : row) {
                table.addCell(new PdfPCell(new Phrase(cell, text)));
            }
        }
        document.add(table);
        document.close();
        return out.toByteArray();
    }
}
