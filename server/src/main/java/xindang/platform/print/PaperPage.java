package xindang.platform.print;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A paper as one page of XHTML with print styles (打印页面); the writer escapes every text. */
final class PaperPage {

    private static final String STYLE = """
            @page { size: A4; margin: 24mm 22mm 22mm 22mm;
              @bottom-left { content: element(foot); }
              @bottom-right { content: counter(page) " / " counter(pages); font-family: 'Noto Sans SC'; font-size: 8pt; color: #5f6672; } }
            body { font-family: 'Noto Sans SC'; font-size: 10.5pt; line-height: 1.7; color: #1d2129; }
            .foot { position: running(foot); font-size: 8pt; color: #5f6672; }
            h1 { font-size: 19pt; font-weight: normal; text-align: center; margin: 12mm 0 8mm; line-height: 1.4; }
            h2 { font-size: 13pt; font-weight: normal; margin: 8mm 0 3mm; color: #1f5fbf; page-break-after: avoid; }
            p { margin: 0 0 2mm; text-align: justify; }
            .number { color: #5f6672; padding-right: 2mm; }
            table { width: 100%; border-collapse: collapse; margin: 1mm 0 4mm; font-size: 9pt; line-height: 1.5; -fs-table-paginate: paginate; }
            th, td { border: 0.5pt solid #b9c0cc; padding: 1mm 2mm; text-align: left; vertical-align: top; font-weight: normal;
              word-wrap: break-word; }
            th { background: #eef2f8; }
            tr { page-break-inside: avoid; }
            .facts th { width: 30mm; }
            .contents { page-break-after: always; }
            .contents p { text-align: left; margin: 0 0 1mm; }
            .contents a { color: #1d2129; text-decoration: none; }
            .contents a::after { content: leader('.') target-counter(attr(href), page); }
            """;

    private final Paper paper;
    private final XMLStreamWriter out;

    private PaperPage(Paper paper, XMLStreamWriter out) {
        this.paper = paper;
        this.out = out;
    }

    static String of(Paper paper) {
        var text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new PaperPage(paper, out).write();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory cannot be written", e);
        }
        return text.toString();
    }

    private void write() throws XMLStreamException {
        out.writeStartElement("html");
        out.writeAttribute("lang", paper.isChinese() ? "zh-CN" : "en");
        head();
        out.writeStartElement("body");
        element("div", "foot", paper.foot());
        element("h1", null, paper.title());
        if (!paper.facts().isEmpty()) {
            facts();
        }
        contents();
        List<Paper.Section> sections = paper.sections();
        for (int i = 0; i < sections.size(); i++) {
            section(sections.get(i), i);
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private void head() throws XMLStreamException {
        out.writeStartElement("head");
        element("title", null, paper.title());
        out.writeStartElement("style");
        out.writeCharacters(STYLE);
        out.writeEndElement();
        out.writeStartElement("bookmarks");
        for (int i = 0; i < paper.sections().size(); i++) {
            out.writeEmptyElement("bookmark");
            out.writeAttribute("name", Paper.clean(paper.sections().get(i).heading()));
            out.writeAttribute("href", "#s" + i);
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private void facts() throws XMLStreamException {
        start("table", "facts");
        for (Paper.Fact fact : paper.facts()) {
            out.writeStartElement("tr");
            element("th", null, fact.name());
            element("td", null, fact.text());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void contents() throws XMLStreamException {
        if (paper.sections().stream()
                        .filter(section -> !section.number().isEmpty())
                        .count()
                < 2) {
            return;
        }
        start("div", "contents");
        element("h2", null, paper.word("目录", "Contents"));
        for (int i = 0; i < paper.sections().size(); i++) {
            out.writeStartElement("p");
            out.writeStartElement("a");
            out.writeAttribute("href", "#s" + i);
            out.writeCharacters(Paper.clean(paper.sections().get(i).heading()));
            out.writeEndElement();
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void section(Paper.Section section, int place) throws XMLStreamException {
        out.writeStartElement("h2");
        out.writeAttribute("id", "s" + place);
        out.writeCharacters(Paper.clean(section.heading()));
        out.writeEndElement();
        for (Paper.Paragraph paragraph : section.paragraphs()) {
            if (!paragraph.text().isEmpty()) {
                out.writeStartElement("p");
                if (!paragraph.number().isEmpty()) {
                    element("span", "number", paragraph.number());
                }
                out.writeCharacters(Paper.clean(paragraph.text()));
                out.writeEndElement();
            }
            if (paragraph.table() != null) {
                table(paragraph.table());
            }
        }
    }

    private void table(Paper.Grid table) throws XMLStreamException {
        out.writeStartElement("table");
        out.writeStartElement("thead");
        row("th", table.head());
        out.writeEndElement();
        out.writeStartElement("tbody");
        for (List<String> row : table.rows()) {
            row("td", row);
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private void row(String cell, List<String> texts) throws XMLStreamException {
        out.writeStartElement("tr");
        for (String text : texts) {
            element(cell, null, text);
        }
        out.writeEndElement();
    }

    private void start(String name, String style) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeAttribute("class", style);
    }

    private void element(String name, @Nullable String style, String text) throws XMLStreamException {
        out.writeStartElement(name);
        if (style != null) {
            out.writeAttribute("class", style);
        }
        out.writeCharacters(Paper.clean(text));
        out.writeEndElement();
    }
}
