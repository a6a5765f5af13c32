package xindang.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first rows of a table as texts, to find delimiter, header and styles.
 *
 * @param rows cells by row
 * @param lines physical line by row, from 1
 */
record Sample(List<List<String>> rows, List<Integer> lines) {

    private static final int BYTES = 1 << 20;
    private static final int ROWS = 400;
    private static final int COLUMNS = 1024;
    private static final int[] EVERY_COLUMN = new int[COLUMNS];

    static {
        Arrays.setAll(EVERY_COLUMN, i -> i);
    }

    /** The first bytes of a source. */
    static byte[] head(ByteSource source) throws IOException {
        byte[] head = new byte[BYTES];
        int length = 0;
        while (length < BYTES - 16) {
            int n = source.read(head, length, BYTES - 8 - length);
            if (n < 0) {
                return Arrays.copyOf(head, length);
            }
            length += n;
        }
        return Arrays.copyOf(head, length);
    }

    /** Splits the head of a file; the last row, perhaps cut, is left out when the head is not the whole file. */
    static Sample split(byte[] head, byte delimiter, boolean quotes) {
        RowCells cells = new RowCells(delimiter, quotes, EVERY_COLUMN);
        byte[] b = Arrays.copyOf(head, head.length + 1);
        boolean cut = head.length >= BYTES - 16;
        int end = cut ? cells.lastComplete(b, head.length) : head.length;
        b[end] = '\n';
        List<List<String>> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        int line = 1;
        for (int p = 0; p < end && rows.size() < ROWS; ) {
            p = cells.read(b, p, end);
            List<String> row = new ArrayList<>();
            for (int i = 0; i < Math.min(cells.columns, COLUMNS); i++) {
                int length = Math.min(cells.ends[i] - cells.starts[i], 4096);
                row.add(Cells.text(b, cells.starts[i], cells.starts[i] + length).strip());
            }
            rows.add(row);
            lines.add(line);
            line += 1 + cells.extraLines;
        }
        return new Sample(rows, lines);
    }

    /** The non-empty cells of a column below a row. */
    List<String> below(int row, int column) {
        List<String> cells = new ArrayList<>();
        for (List<String> cellsOfRow : rows.subList(Math.min(row + 1, rows.size()), rows.size())) {
            if (column < cellsOfRow.size() && !Cells.missing(cellsOfRow.get(column))) {
                cells.add(cellsOfRow.get(column));
            }
        }
        return cells;
    }
}
