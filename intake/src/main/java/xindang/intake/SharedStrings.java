package xindang.intake;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The shared texts of a workbook, in one byte arena: small, and with an end to how large they may grow. */
final class SharedStrings {

    private static final int LARGEST = 1 << 28;
    private static final int MOST = 1 << 24;

    private int[] ends = new int[256];
    private byte[] arena = new byte[1 << 12];
    private int size;
    private int used;

    /** Reads the part; null = the workbook has none. */
    static SharedStrings read(String file, @Nullable InputStream in) throws XMLStreamException {
        SharedStrings strings = new SharedStrings();
        if (in == null) {
            return strings;
        }
        XMLStreamReader xml = Xml.reader(in);
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        boolean inText = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = phonetic == 0 && xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.CHARACTERS && inText) {
                if (text.length() + xml.getTextLength() > RowCells.LONGEST) {
                    // A shared text stands in no row that could be named.
                    throw new IntakeProblem(IntakeProblem.Code.ZIP_BOMB, Map.of("file", file));
                }
                Xml.append(text, xml, file, 0);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                if (xml.getLocalName().equals("si")) {
                    strings.add(file, text);
                    text.setLength(0);
                }
            }
        }
        return strings;
    }

    private void add(String file, StringBuilder text) {
        byte[] b = text.toString().getBytes(StandardCharsets.UTF_8);
        if (size >= MOST || used + (long) b.length > LARGEST) {
            throw new IntakeProblem(IntakeProblem.Code.ZIP_BOMB, Map.of("file", file));
        }
        arena = TextTable.room(arena, used, b.length);
        System.arraycopy(b, 0, arena, used, b.length);
        used += b.length;
        ends = size == ends.length ? Arrays.copyOf(ends, size * 2) : ends;
        ends[size++] = used;
    }

    /** The text of a number; empty if there is no such text. */
    String get(int index) {
        if (index < 0 || index >= size) {
            return "";
        }
        return Cells.text(arena, index == 0 ? 0 : ends[index - 1], ends[index]);
    }
}
