package xindang.intake;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to read the rows of one file: everything decided before the first row, then only read by many threads. */
final class Plan {

    /** How a disputed column is written. */
    enum Dispute {
        /** Yes or no. */
        FLAG,
        /** The disputed amount; zero is no. */
        AMOUNT,
        /** A reason; any text is yes. */
        REASON
    }

    final String file;
    final byte delimiter;
    final boolean quotes;
    /** Rows up to and with the header, all skipped. */
    final int headerRows;

    final int headerLine;
    final List<String> headers;
    final int[] columnOf;
    /** By column the field it holds, -1 = none; ends with the last column that holds one. */
    final int[] fieldOf;
    /** Columns a row must have at least. */
    final int columnsNeeded;

    /** Whether a quoted cell may hold line ends; not in a file with stray quotes. */
    boolean acrossLines = true;

    final boolean[] comma = new boolean[Field.COUNT];
    /** Whether the map names the decimal sign of an amount field. */
    final boolean[] commaMapped = new boolean[Field.COUNT];

    final int[] exponent = new int[Field.COUNT];
    /** Currency named by the header or map of an amount field. */
    final int[] mark = new int[Field.COUNT];

    final @Nullable DateOrder[] order = new @Nullable DateOrder[Field.COUNT];
    /** Currency of amounts that name none. */
    int currency;
    /** What a bare {@code $} means, if the options say so. */
    int dollar = Currencies.NONE;

    Dispute dispute = Dispute.FLAG;
    /** The amount column is the open balance, and what was received stands beside it. */
    boolean openBalance;

    /** The field of a settlement column about which only the whole column can tell; null = none, or told. */
    @Nullable
    Field undecided;

    int serialOffset = Dates.SERIAL_1900;

    Plan(String file, byte delimiter, boolean quotes, int headerRows, int headerLine, HeaderMatch match) {
        this.file = file;
        this.delimiter = delimiter;
        this.quotes = quotes;
        this.headerRows = headerRows;
        this.headerLine = headerLine;
        this.headers = match.texts;
        this.columnOf = match.columnOf.clone();
        this.undecided = match.undecided;
        int last = Arrays.stream(columnOf).max().orElse(-1);
        fieldOf = new int[last + 1];
        Arrays.fill(fieldOf, -1);
        for (int field = 0; field < Field.COUNT; field++) {
            if (columnOf[field] >= 0) {
                fieldOf[columnOf[field]] = field;
            }
        }
        int needed = Math.max(column(Field.CUSTOMER), column(Field.AMOUNT));
        int date = has(Field.DUE) && !has(Field.TERM) ? column(Field.DUE) : -1;
        columnsNeeded = Math.max(needed, date) + 1;
        Arrays.fill(mark, Currencies.NONE);
    }

    /**
     * Takes the other decimal sign for amount fields where the whole column proves it and nothing proves the one in use;
     * columns that prove nothing follow the amount. Answers whether anything changed.
     */
    boolean restyle(List<Block> blocks) {
        boolean amountTurned = false;
        boolean turned = false;
        for (Field field : new Field[] {Field.AMOUNT, Field.SETTLED_AMOUNT, Field.OUTSTANDING}) {
            int f = field.index();
            boolean own = blocks.stream().anyMatch(b -> b.ownStyle[f]);
            boolean other = blocks.stream().anyMatch(b -> b.otherStyle[f]);
            boolean follows = amountTurned && !other && comma[f] != comma[Field.AMOUNT.index()];
            if (has(field) && !commaMapped[f] && !own && (other || follows)) {
                comma[f] = !comma[f];
                turned = true;
                amountTurned |= field == Field.AMOUNT;
            }
        }
        return turned;
    }

    /**
     * Decides by all of its cells about a settlement column that was blank at first, and gives up an idle day column.
     * Answers whether the rows must be read again.
     */
    boolean redecide(List<Block> blocks, List<Reading.Note> notes) {
        Field now = undecided;
        undecided = null;
        if (now == null) {
            return false;
        }
        SettlementCells cells = new SettlementCells();
        blocks.forEach(block -> cells.add(block.settlement));
        Field better = cells.field(now == Field.SETTLED || !has(Field.SETTLED), now == Field.SETTLED_AMOUNT);
        if (better == now || (better == null && now == Field.SETTLED_AMOUNT)) {
            return false;
        }
        int column = column(now);
        columnOf[now.index()] = -1;
        fieldOf[column] = better == null ? -1 : better.index();
        if (better == null) {
            notes.add(ignored(headers.get(column)));
            return !cells.isEmpty();
        }
        columnOf[better.index()] = column;
        openBalance = false;
        notes.remove(openBalance(header(Field.AMOUNT)));
        return true;
    }

    /** The remark about a column that is not used. */
    static Reading.Note ignored(String header) {
        return new Reading.Note("column-ignored", List.of(header));
    }

    /** The remark about an amount made of what is open and what was received. */
    static Reading.Note openBalance(String header) {
        return new Reading.Note("open-balance", List.of(header));
    }

    boolean has(Field field) {
        return columnOf[field.index()] >= 0;
    }

    int column(Field field) {
        return columnOf[field.index()];
    }

    String header(Field field) {
        return headers.get(column(field));
    }
}
