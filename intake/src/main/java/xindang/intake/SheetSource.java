package xindang.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.IntPredicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One sheet as text, a line per row of the sheet and cells parted by the unit separator, so that workbooks take the same
 * way as CSV from here on and a line number is a row number.
 */
final class SheetSource implements ByteSource {

    /** Parts cells; no text holds it, so nothing needs quotes. */
    static final byte SEPARATOR = 0x1F;

    private static final int MOST_COLUMNS = 1024;
    private static final int MOST_ROWS = 1 << 20;
    private static final int ENOUGH = 1 << 16;
    private static final MathContext EXCEL = new MathContext(15);

    private final Workbook workbook;
    private final InputStream in;
    private final XMLStreamReader xml;
    private final Map<Integer, NavigableMap<Integer, Integer>> merged;
    private final IntPredicate fill;
    private final boolean marks;
    private final Map<Integer, String> looks = new HashMap<>();
    private final Map<Integer, String> filled = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private byte[] ready = new byte[0];
    private int at;
    private int row;
    private int column;
    private boolean ended;

    /**
     * Opens a sheet.
     *
     * @param fill columns (from 0) whose merged cells are filled down
     * @param marks whether a currency in a cell's number format is written before the number
     */
    SheetSource(
            Workbook workbook,
            Workbook.Sheet sheet,
            Map<Integer, NavigableMap<Integer, Integer>> merged,
            IntPredicate fill,
            boolean marks)
            throws IOException {
        this.workbook = workbook;
        this.merged = merged;
        this.fill = fill;
        this.marks = marks;
        this.in = workbook.open(sheet);
        try {
            this.xml = Xml.reader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw new IOException(e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == ready.length) {
            try {
                while (!ended && line.length() < ENOUGH) {
                    step();
                }
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
            ready = line.toString().getBytes(StandardCharsets.UTF_8);
            at = 0;
            line.setLength(0);
        }
        if (ready.length == 0) {
            return -1;
        }
        int n = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, into, offset, n);
        at += n;
        return n;
    }

    private void step() throws XMLStreamException {
        if (!xml.hasNext()) {
            ended = true;
            return;
        }
        int event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("sheetData")) {
            ended = true;
        } else if (event == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals("row")) {
            startRow(Xml.attribute(xml, "r"));
        } else if (event == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals("c")) {
            cell();
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
            fillTo(MOST_COLUMNS);
            line.append('\n');
        }
    }

    private void startRow(String number) {
        int next = number.isEmpty() ? row + 1 : number(number, MOST_ROWS);
        if (next <= row) {
            throw broken("rows out of order");
        }
        line.repeat('\n', next - row - 1);
        row = next;
        column = 0;
    }

    private void cell() throws XMLStreamException {
        String reference = Xml.attribute(xml, "r");
        String type = Xml.attribute(xml, "t");
        String style = Xml.attribute(xml, "s");
        int letters = 0;
        while (letters < reference.length() && letters < 4 && reference.charAt(letters) >= 'A') {
            letters++;
        }
        int wanted = letters == 0 ? column : column(reference.substring(0, letters));
        content();
        if (wanted < column || wanted >= MOST_COLUMNS) {
            return;
        }
        fillTo(wanted);
        String shown = shown(type, text.toString(), style.isEmpty() ? 0 : number(style, 1 << 17));
        write(fillDown(wanted, shown));
    }

    /** Collects {@code v} and {@code is/t} of the cell the parser stands on. */
    private void content() throws XMLStreamException {
        text.setLength(0);
        boolean wanted = false;
        int depth = 1;
        int phonetic = 0;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                wanted = phonetic == 0
                        && (xml.getLocalName().equals("v") || xml.getLocalName().equals("t"));
            } else if (event == XMLStreamConstants.CHARACTERS && wanted) {
                Xml.append(text, xml, workbook.file(), row);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                wanted = false;
            }
        }
    }

    private String shown(String type, String value, int style) {
        return switch (type) {
            case "s" -> workbook.string(value);
            case "b", "e", "str", "inlineStr", "d" -> value;
            default -> numeric(value, style);
        };
    }

    private String numeric(String value, int style) {
        if (value.isEmpty() || value.length() > 40) {
            return value;
        }
        String look = workbook.look(style, looks);
        try {
            if (look.equals("date")) {
                // Days beyond the calendar stay numbers and are refused as dates.
                BigDecimal day = new BigDecimal(value);
                int offset = workbook.from1904() ? Dates.SERIAL_1904 : Dates.SERIAL_1900;
                boolean possible = day.signum() >= 0 && day.compareTo(BigDecimal.valueOf(200_000)) < 0;
                return possible ? LocalDate.ofEpochDay(day.intValue() - offset).toString() : value;
            }
            boolean plain = value.length() <= 15 && value.indexOf('E') < 0 && !value.endsWith("0");
            String number = plain ? value : exact(value);
            return marks && !look.isEmpty() ? look + number : number;
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static String exact(String value) {
        BigDecimal number = new BigDecimal(value).round(EXCEL).stripTrailingZeros();
        return Math.abs(number.scale()) > 40 ? number.toString() : number.toPlainString();
    }

    /** Remembers the first cell of a merged range, and answers it for the empty cells below. */
    private String fillDown(int at, String value) {
        NavigableMap<Integer, Integer> ranges = fill.test(at) ? merged.get(at) : null;
        Map.@Nullable Entry<Integer, Integer> range = ranges == null ? null : ranges.floorEntry(row);
        if (range == null || range.getValue() < row) {
            return value;
        }
        if (range.getKey() == row) {
            filled.put(at, value);
            return value;
        }
        return value.isEmpty() ? filled.getOrDefault(at, "") : value;
    }

    /** Writes the cells that the sheet leaves out, up to a column. */
    private void fillTo(int wanted) {
        int last = wanted < MOST_COLUMNS
                ? wanted
                : merged.keySet().stream().mapToInt(c -> c + 1).max().orElse(0);
        while (column < Math.min(last, MOST_COLUMNS)) {
            write(merged.containsKey(column) ? fillDown(column, "") : "");
        }
    }

    private void write(String value) {
        if (column > 0) {
            line.append((char) SEPARATOR);
        }
        column++;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            line.append(c == SEPARATOR || c == '\n' || c == '\r' ? ' ' : c);
        }
    }

    private int number(String digits, int most) {
        boolean fine =
                !digits.isEmpty() && digits.length() <= 7 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = fine ? Integer.parseInt(digits) : -1;
        if (number < 0 || number > most) {
            throw broken("number " + digits);
        }
        return number;
    }

    private IntakeProblem broken(String reason) {
        return new IntakeProblem(IntakeProblem.Code.WORKBOOK_BROKEN, Map.of("file", workbook.file(), "reason", reason));
    }

    /** The column of its letters, from 0. */
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    @Override
    public long position() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Fills down in every column: while the header is being looked for. */
    static final IntPredicate EVERY = c -> true;

    /** Fills down the columns that say whose a row is, never an amount. */
    static IntPredicate keys(Plan plan) {
        int[] columns = {
            plan.column(Field.CUSTOMER),
            plan.column(Field.CUSTOMER_NAME),
            plan.column(Field.CURRENCY),
            plan.column(Field.TERM)
        };
        return c -> Arrays.stream(columns).anyMatch(k -> k == c);
    }
}
