package xindang.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads any table (表格), CSV or xlsx, as texts: finds charset, delimiter, sheet and header, then hands out rows with their
 * line numbers, which are those of {@link LedgerReader}. For previews and small tables; ledgers have a way of their own.
 */
public final class TableReader {

    /** Score of a header row that has everything: the search ends there. */
    public static final int WHOLE = 100_000;

    /** Takes rows. */
    @FunctionalInterface
    public interface Rows {

        /**
         * Takes one row.
         *
         * @param line physical line (row of the sheet) where the row starts, from 1
         * @param cells texts without blanks around them
         * @param broken what is wrong with the row as a row: a quote that is not closed, a cell without end; null if nothing
         * @return whether to go on
         */
        boolean row(int line, List<String> cells, @Nullable RejectCode broken);
    }

    private static final int COLUMNS = 1024;
    private static final int CHUNK = 1 << 20;
    private static final int[] EVERY_COLUMN = new int[COLUMNS];

    static {
        Arrays.setAll(EVERY_COLUMN, i -> i);
    }

    private final Path file;
    private final ToIntFunction<List<String>> score;
    private final boolean workbook;
    private final Charset charset;
    private final int skip;

    private int best = Integer.MIN_VALUE;
    private byte delimiter = ',';
    private int sheet;
    private List<String> headers = List.of();
    private int headerLine;
    private List<List<String>> above = List.of();

    private TableReader(Path file, ToIntFunction<List<String>> score) throws IOException {
        this.file = file;
        this.score = score;
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (start.length == 0) {
            throw new IntakeProblem(IntakeProblem.Code.FILE_EMPTY, Map.of("file", file.toString()));
        }
        if (XlsxReader.isOldOffice(start)) {
            throw XlsxReader.oldOffice(file);
        }
        workbook = XlsxReader.isZip(start);
        Charsets.Guess guess = workbook ? null : Charsets.guess(file);
        skip = guess == null ? 0 : guess.skip();
        charset = guess == null ? StandardCharsets.UTF_8 : charset(guess);
    }

    /**
     * Opens a table and finds its header.
     *
     * @param score how well a row would do as header; {@link #WHOLE} or more ends the search
     * @throws IntakeProblem if the file is no table
     */
    public static TableReader open(Path file, ToIntFunction<List<String>> score) {
        try {
            var reader = new TableReader(file, score);
            reader.findHeader();
            if (reader.headers.isEmpty()) {
                throw new IntakeProblem(IntakeProblem.Code.NOT_A_TABLE, Map.of("file", file.toString()));
            }
            return reader;
        } catch (IntakeProblem problem) {
            throw problem;
        } catch (Exception | StackOverflowError e) {
            throw unreadable(file, e);
        }
    }

    /** Opens a receivables ledger: the header is the one {@link LedgerReader} would take. */
    public static TableReader ofLedger(Path file) {
        return open(file, cells -> new HeaderMatch(cells, null).score());
    }

    /** Texts of the header row. */
    public List<String> headers() {
        return headers;
    }

    /** Line of the header, from 1. */
    public int headerLine() {
        return headerLine;
    }

    /** The rows above the header: titles, a unit for all amounts. */
    public List<List<String>> above() {
        return above;
    }

    /**
     * Reads the rows below the header.
     *
     * @param acrossLines whether a quoted cell may hold line ends
     * @param wanted lines to hand out
     */
    public void read(boolean acrossLines, IntPredicate wanted, Rows rows) {
        try {
            if (workbook) {
                try (var book = new Workbook(file)) {
                    Workbook.Sheet chosen = book.sheets().get(sheet);
                    var ranges = book.merged(chosen);
                    read(sheet(book, chosen, ranges), SheetSource.SEPARATOR, false, true, wanted, rows);
                }
            } else {
                read(text(), delimiter, true, acrossLines, wanted, rows);
            }
        } catch (IntakeProblem problem) {
            throw problem;
        } catch (Exception | StackOverflowError e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Whether quotes of the file enclose cells, over several lines if need be. Where one is stray it would swallow the rows
     * behind it; then quotes must end with their lines, as {@link LedgerReader} has it.
     *
     * @param plausible whether cells of several lines may be what they seem
     */
    public boolean quotesHold(Predicate<List<String>> plausible) {
        boolean[] hold = {true};
        try {
            read(true, _ -> true, (_, cells, broken) -> {
                hold[0] = broken != RejectCode.UNCLOSED_QUOTE && plausible.test(cells);
                return hold[0];
            });
        } catch (IntakeProblem problem) {
            if (problem.code() != IntakeProblem.Code.LINE_TOO_LONG) {
                throw problem;
            }
            hold[0] = false;
        }
        return hold[0];
    }

    private static IntakeProblem unreadable(Path file, Throwable e) {
        IntakeProblem.Code code = e instanceof DecodedSource.Malformed
                ? IntakeProblem.Code.NOT_TEXT
                : e instanceof IOException ? IntakeProblem.Code.FILE_UNREADABLE : IntakeProblem.Code.WORKBOOK_BROKEN;
        return new IntakeProblem(code, Map.of("file", file.toString(), "reason", String.valueOf(e.getMessage())));
    }

    private Charset charset(Charsets.Guess guess) throws IOException {
        if (!guess.charset().equals(StandardCharsets.UTF_8) || guess.source() == Reading.CharsetSource.MARK) {
            return guess.charset();
        }
        try (ByteSource source = new DecodedSource(file, 0, StandardCharsets.UTF_8)) {
            byte[] b = new byte[CHUNK];
            while (source.read(b, 0, b.length) >= 0) {
                // Only a failure counts.
            }
            return StandardCharsets.UTF_8;
        } catch (DecodedSource.Malformed e) {
            return Charsets.GB18030;
        }
    }

    private ByteSource text() throws IOException {
        return charset.equals(StandardCharsets.UTF_8)
                ? new PlainSource(file, skip)
                : new DecodedSource(file, skip, charset);
    }

    private static ByteSource sheet(
            Workbook book, Workbook.Sheet sheet, Map<Integer, NavigableMap<Integer, Integer>> ranges)
            throws IOException {
        return new SheetSource(book, sheet, ranges, SheetSource.EVERY, false);
    }

    private void findHeader() throws Exception {
        if (workbook) {
            try (var book = new Workbook(file)) {
                for (int i = 0; i < book.sheets().size() && best < WHOLE; i++) {
                    Workbook.Sheet one = book.sheets().get(i);
                    try (ByteSource source = sheet(book, one, book.merged(one))) {
                        look(Sample.split(Sample.head(source), SheetSource.SEPARATOR, false), SheetSource.SEPARATOR, i);
                    }
                }
            }
            return;
        }
        try (ByteSource source = text()) {
            byte[] head = Sample.head(source);
            for (byte candidate : Planner.DELIMITERS) {
                if (best < WHOLE && Bytes.contains(head, 0, head.length, candidate)) {
                    look(Sample.split(head, candidate, true), candidate, 0);
                }
            }
        }
    }

    private void look(Sample sample, byte candidate, int ofSheet) {
        int rows = Math.min(Planner.HEADER_ROWS, sample.rows().size());
        for (int row = 0; row < rows && best < WHOLE; row++) {
            List<String> cells = sample.rows().get(row);
            if (cells.stream().filter(c -> !c.isEmpty()).count() < 2) {
                continue;
            }
            int reached = score.applyAsInt(cells);
            if (reached > best) {
                best = reached;
                delimiter = candidate;
                sheet = ofSheet;
                headers = List.copyOf(cells);
                headerLine = sample.lines().get(row);
                above = List.copyOf(sample.rows().subList(0, row));
            }
        }
    }

    private void read(
            ByteSource opened, byte parted, boolean quotes, boolean acrossLines, IntPredicate wanted, Rows rows)
            throws IOException {
        var cells = new RowCells(parted, quotes, EVERY_COLUMN);
        byte[] b = new byte[CHUNK];
        int length = 0;
        int line = 1;
        try (ByteSource source = opened) {
            for (boolean ended = false; !ended; ) {
                if (length > b.length / 2) {
                    b = Arrays.copyOf(b, b.length * 2);
                }
                int n = source.read(b, length, b.length - 16 - length);
                ended = n < 0;
                length += Math.max(0, n);
                cells.acrossLines = acrossLines;
                int end = ended ? length : cells.lastComplete(b, length);
                if (end == 0 && !ended && length >= BlockReader.LONGEST) {
                    throw new IntakeProblem(
                            IntakeProblem.Code.LINE_TOO_LONG,
                            Map.of("file", file.toString(), "offset", source.position() - length));
                }
                byte behind = b[end];
                b[end] = '\n';
                line = hand(b, end, line, cells, wanted, rows);
                b[end] = behind;
                if (line < 0) {
                    return;
                }
                System.arraycopy(b, end, b, 0, length - end);
                length -= end;
            }
        }
    }

    /** Hands out the rows of a buffer; answers the line behind them, -1 when nobody wants more. */
    private int hand(byte[] b, int end, int firstLine, RowCells cells, IntPredicate wanted, Rows rows) {
        int line = firstLine;
        for (int p = 0; p < end; ) {
            // Title rows above the header may be quoted over several lines whatever holds below.
            p = cells.read(b, p, end);
            if (line > headerLine && wanted.test(line) && !rows.row(line, texts(b, cells), broken(cells))) {
                return -1;
            }
            line += 1 + cells.extraLines;
        }
        return line;
    }

    private static @Nullable RejectCode broken(RowCells cells) {
        if (cells.unclosed || cells.stray || (cells.extraLines > 0 && cells.tooLong)) {
            return RejectCode.UNCLOSED_QUOTE;
        }
        return cells.tooLong ? RejectCode.CELL_TOO_LONG : null;
    }

    private static List<String> texts(byte[] b, RowCells cells) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < Math.min(cells.columns, COLUMNS); i++) {
            // No database and no workbook takes a zero character.
            texts.add(Cells.text(b, cells.starts[i], cells.ends[i])
                    .replace('\0', ' ')
                    .strip());
        }
        return texts;
    }

    /** The field of each column of a ledger as its header says, null = none; several may compete for one field. */
    public static List<@Nullable Field> guess(List<String> headers) {
        return new HeaderMatch(headers, null).byColumn();
    }
}
