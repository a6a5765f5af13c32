package xindang.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** An xlsx opened for reading part by part: its sheets, shared texts and number formats. */
final class Workbook implements Closeable {

    /** A visible sheet. */
    record Sheet(String name, String id) {}

    /** A range of merged cells that goes over several rows: the rows by column, first to last. */
    static final int MOST_MERGED = 500_000;

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
    private static final Pattern CURRENCY =
            Pattern.compile("\\[\\$([^-\\]]+)(?:-([0-9A-Fa-f]+))?\\]|[\"\\\\]?([¥￥$€£])");
    private static final Map<String, String> LOCALES = Map.of(
            "409", "USD", "804", "CNY", "411", "JPY", "C04", "HKD", "1009", "CAD", "C09", "AUD", "1004", "SGD", "404",
            "TWD");

    private final String file;
    private final OPCPackage archive;
    private final XSSFReader reader;
    private final SharedStrings strings;
    private final StylesTable styles;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    Workbook(Path path) throws IOException, OpenXML4JException, XMLStreamException {
        file = path.toString();
        archive = OPCPackage.open(path.toFile(), PackageAccess.READ);
        try {
            reader = new XSSFReader(archive);
            try (InputStream in = reader.getSharedStringsData()) {
                strings = SharedStrings.read(file, in);
            }
            styles = reader.getStylesTable();
            readSheets();
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException e) {
            archive.revert();
            throw e;
        }
    }

    private void readSheets() throws IOException, OpenXML4JException, XMLStreamException {
        try (InputStream in = reader.getWorkbookData()) {
            XMLStreamReader xml = Xml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String value = Xml.attribute(xml, "date1904");
                    from1904 = value.equals("1") || value.equals("true");
                } else if (xml.getLocalName().equals("sheet")
                        && !Xml.attribute(xml, "state").toLowerCase(Locale.ROOT).endsWith("hidden")) {
                    sheets.add(new Sheet(Xml.attribute(xml, "name"), Xml.attribute(xml, "id")));
                }
            }
        }
    }

    String file() {
        return file;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    boolean from1904() {
        return from1904;
    }

    String string(String index) {
        return index.isEmpty() || index.length() > 9 ? "" : strings.get(Integer.parseInt(index));
    }

    InputStream open(Sheet sheet) throws IOException {
        try {
            return reader.getSheet(sheet.id());
        } catch (OpenXML4JException e) {
            throw new IOException(e);
        }
    }

    /** How a style shows numbers: {@code date}, a currency to write before them, or nothing special. */
    String look(int style, Map<Integer, String> known) {
        return known.computeIfAbsent(style, this::look);
    }

    private String look(int style) {
        if (style < 0 || style >= styles.getNumCellStyles()) {
            return "";
        }
        XSSFCellStyle cellStyle = styles.getStyleAt(style);
        String format = String.valueOf(cellStyle.getDataFormatString());
        if (DateUtil.isADateFormat(cellStyle.getDataFormat(), format)) {
            return "date";
        }
        Matcher m = CURRENCY.matcher(format);
        while (m.find()) {
            String symbol = m.group(1) == null ? m.group(3) : m.group(1).strip();
            String locale = m.group(2) == null ? "" : m.group(2).toUpperCase(Locale.ROOT);
            boolean sign = symbol.equals("$") || symbol.equals("¥") || symbol.equals("￥");
            String exact = sign && locale.length() >= 3
                    ? LOCALES.getOrDefault(locale.replaceFirst("^0+", ""), symbol)
                    : symbol;
            if (Currencies.of(exact) != Currencies.UNKNOWN) {
                return exact;
            }
        }
        return "";
    }

    /** Merged cells over several rows: by column, first row to last row, counted from 1. */
    Map<Integer, NavigableMap<Integer, Integer>> merged(Sheet sheet) throws IOException, XMLStreamException {
        Map<Integer, NavigableMap<Integer, Integer>> merged = new HashMap<>();
        int count = 0;
        try (InputStream in = open(sheet)) {
            XMLStreamReader xml = Xml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT
                        || !xml.getLocalName().equals("mergeCell")) {
                    continue;
                }
                Matcher m = RANGE.matcher(Xml.attribute(xml, "ref"));
                if (m.matches() && !m.group(2).equals(m.group(4))) {
                    if (++count > MOST_MERGED) {
                        throw new IntakeProblem(IntakeProblem.Code.ZIP_BOMB, Map.of("file", file));
                    }
                    merged.computeIfAbsent(SheetSource.column(m.group(1)), c -> new TreeMap<>())
                            .put(Integer.parseInt(m.group(2)), Integer.parseInt(m.group(4)));
                }
            }
        }
        return merged;
    }

    @Override
    public void close() {
        archive.revert();
    }
}
