package xindang.intake;

import java.util.Arrays;

/**
 * The accepted rows of one stretch of a file in columns, as one thread read them, and its rejects. Lines count from the
 * start of the block; customers are numbers of the thread's own table.
 */
final class Block {

    /** Marks an invoice text that is not there, in the offset bits of {@link #invoice}. */
    static final int NO_TEXT = 0xFFFFFF;

    final int ordinal;
    final int file;
    final CustomerTable customers;
    int rows;
    int lines;
    /** Line before the first of the block; known when all blocks before it are read. */
    int lineBase;

    int[] customer;
    int[] issued;
    int[] due;
    int[] settled;
    int[] line;
    long[] amount;
    long[] settledAmount;
    short[] currency;
    byte[] marks;
    /** Block ordinal (24 bits), offset in the arena (24), hash of the text (16): reference and quick comparison in one. */
    long[] invoice;

    byte[] arena;
    int arenaUsed;
    final RejectColumns rejects = new RejectColumns();

    /** By date field: cells only possible day first, only month first, either. */
    final int[][] dateEvidence = new int[Field.COUNT][3];
    /** A packed date by field, to show what is meant. */
    final int[] dateExample = new int[Field.COUNT];
    /** By date field the first packed date that is possible day first only, month first only. */
    final int[][] dateProof = new int[Field.COUNT][2];

    /** By amount field whether a cell proves the decimal sign in use, or can only be read with the other. */
    final boolean[] ownStyle = new boolean[Field.COUNT];

    final boolean[] otherStyle = new boolean[Field.COUNT];

    /** Cells of a settlement column that is not decided yet. */
    final SettlementCells settlement = new SettlementCells();

    boolean unsettledDates;
    int dollars;
    int dollarLine;

    Block(int ordinal, int file, CustomerTable customers, int expectedRows, int expectedBytes) {
        this.ordinal = ordinal;
        this.file = file;
        this.customers = customers;
        int n = Math.max(16, expectedRows);
        customer = new int[n];
        issued = new int[n];
        due = new int[n];
        settled = new int[n];
        line = new int[n];
        amount = new long[n];
        settledAmount = new long[n];
        currency = new short[n];
        marks = new byte[n];
        invoice = new long[n];
        arena = new byte[Math.max(64, expectedBytes)];
    }

    /** Makes room for one more row. */
    void room() {
        if (rows == customer.length) {
            resize(rows * 2);
        }
    }

    /** Lets go of what was reserved in excess, unless that is too little to be worth a copy. */
    void trim() {
        if (rows < customer.length - customer.length / 8) {
            resize(rows);
        }
        if (arenaUsed < arena.length - arena.length / 8) {
            arena = Arrays.copyOf(arena, arenaUsed);
        }
    }

    /** Lets go of the rows, once they are copied elsewhere; texts and rejects stay. */
    void release() {
        resize(0);
    }

    private void resize(int n) {
        customer = Arrays.copyOf(customer, n);
        issued = Arrays.copyOf(issued, n);
        due = Arrays.copyOf(due, n);
        settled = Arrays.copyOf(settled, n);
        line = Arrays.copyOf(line, n);
        amount = Arrays.copyOf(amount, n);
        settledAmount = Arrays.copyOf(settledAmount, n);
        currency = Arrays.copyOf(currency, n);
        marks = Arrays.copyOf(marks, n);
        invoice = Arrays.copyOf(invoice, n);
    }

    /** Keeps an invoice text in the arena and answers its reference; an empty text takes no room. */
    long keep(byte[] b, int s, int e) {
        long owner = (long) ordinal << 40;
        if (s == e) {
            return owner | (long) NO_TEXT << 16;
        }
        int length = e - s;
        arena = TextTable.room(arena, arenaUsed, length + 4);
        int at = arenaUsed;
        int rest = length;
        while (rest > 0x7F) {
            arena[arenaUsed++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        arena[arenaUsed++] = (byte) rest;
        System.arraycopy(b, s, arena, arenaUsed, length);
        arenaUsed += length;
        return owner | (long) at << 16 | (TextTable.hash(b, s, e) & 0xFFFF);
    }

    static int ordinal(long reference) {
        return (int) (reference >>> 40);
    }

    static boolean hasText(long reference) {
        return at(reference) != NO_TEXT;
    }

    private static int at(long reference) {
        return (int) (reference >>> 16) & NO_TEXT;
    }

    /** Start (upper half) and end (lower half) of a text in the arena. */
    private long bounds(long reference) {
        int p = at(reference);
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int c = arena[p++];
            length |= (c & 0x7F) << shift;
            if (c >= 0) {
                return (long) p << 32 | p + length;
            }
        }
    }

    String text(long reference) {
        long bounds = bounds(reference);
        return Cells.text(arena, (int) (bounds >>> 32), (int) bounds);
    }

    /** Whether two references mean the same text, letter by letter. */
    static boolean sameText(Block a, long x, Block b, long y) {
        long p = a.bounds(x);
        long q = b.bounds(y);
        return Arrays.equals(a.arena, (int) (p >>> 32), (int) p, b.arena, (int) (q >>> 32), (int) q);
    }

    /** Moves a row to an earlier place, when rows between were refused. */
    void move(int from, int to) {
        customer[to] = customer[from];
        issued[to] = issued[from];
        due[to] = due[from];
        settled[to] = settled[from];
        line[to] = line[from];
        amount[to] = amount[from];
        settledAmount[to] = settledAmount[from];
        currency[to] = currency[from];
        marks[to] = marks[from];
        invoice[to] = invoice[from];
    }
}
