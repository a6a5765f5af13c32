package xindang.intake;

import java.io.InputStream;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of strangers: no document type, no entities, nothing fetched, no endless texts. */
final class Xml {

    private Xml() {}

    /** A pull parser, so that a sheet can be read as slowly as its rows are wanted. */
    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        return factory.createXMLStreamReader(in);
    }

    /** Adds the parser's characters to a text, up to the longest cell; {@code line} is the row it stands in. */
    static void append(StringBuilder text, XMLStreamReader xml, String file, int line) {
        if (text.length() + xml.getTextLength() > RowCells.LONGEST) {
            throw new IntakeProblem(IntakeProblem.Code.FIELD_TOO_LONG, Map.of("file", file, "line", line));
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
