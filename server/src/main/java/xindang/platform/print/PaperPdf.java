package xindang.platform.print;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * Prints papers as PDF (打印为 PDF): A4, with contents, numbered pages and an embedded subset of Noto Sans SC, so that the text can be read out
 * of it wherever it is opened. Nothing is fetched from outside.
 */
@Component
public class PaperPdf {

    private static final String FONT = "NotoSansSC-Regular.ttf";

    /** The bytes of the PDF. */
    public byte[] print(Paper paper) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFont(PaperPdf::font, "Noto Sans SC");
        builder.withProducer("Xindang");
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
        builder.withHtmlContent(PaperPage.of(paper), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the paper could not be printed", e);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        InputStream font = PaperPdf.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IllegalStateException("the font is missing");
        }
        return font;
    }
}
