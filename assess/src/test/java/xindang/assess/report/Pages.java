package xindang.assess.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads a page back as the well-formed XML it claims to be. */
final class Pages {

    private Pages() {}

    static Document parse(String page) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(page)));
        } catch (Exception e) {
            throw new AssertionError("the page is no well-formed XML: " + e.getMessage(), e);
        }
    }

    /** All elements of a name, in document order. */
    static List<Element> elements(Document page, String tag) {
        return list(page.getElementsByTagName(tag));
    }

    static List<Element> elements(Element within, String tag) {
        return list(within.getElementsByTagName(tag));
    }

    /** The cells of the table with a caption, row by row, header left out. */
    static List<List<String>> table(Document page, String caption) {
        Element table = elements(page, "table").stream()
                .filter(one ->
                        elements(one, "caption").getFirst().getTextContent().equals(caption))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table \"" + caption + "\""));
        var rows = new ArrayList<List<String>>();
        for (Element row : elements(elements(table, "tbody").getFirst(), "tr")) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < row.getChildNodes().getLength(); i++) {
                cells.add(row.getChildNodes().item(i).getTextContent().strip());
            }
            rows.add(cells);
        }
        return rows;
    }

    private static List<Element> list(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
