package xindang.intake;

import java.util.Arrays;

/** The rows of all files in columns, clustered by account. */
final class Columns {

    int[] accountStart;
    int rows;
    int[] issued;
    int[] due;
    int[] settled;
    long[] amount;
    long[] settledAmount;
    byte[] marks;
    int[] line;
    long[] invoice;

    Columns(int[] accountStart, int rows) {
        this.accountStart = accountStart;
        this.rows = rows;
        issued = new int[rows];
        due = new int[rows];
        settled = new int[rows];
        amount = new long[rows];
        settledAmount = new long[rows];
        marks = new byte[rows];
        line = new int[rows];
        invoice = new long[rows];
    }

    /** Copies a block's rows to the places its customer column now holds, and lets go of the block's columns. */
    void scatter(Block from) {
        int[] place = from.customer;
        for (int row = 0; row < from.rows; row++) {
            int at = place[row];
            issued[at] = from.issued[row];
            due[at] = from.due[row];
            settled[at] = from.settled[row];
            amount[at] = from.amount[row];
            settledAmount[at] = from.settledAmount[row];
            marks[at] = from.marks[row];
            line[at] = from.line[row];
            invoice[at] = from.invoice[row];
        }
        from.release();
    }

    /** Copies a row within the columns. */
    void move(int from, int to) {
        issued[to] = issued[from];
        due[to] = due[from];
        settled[to] = settled[from];
        amount[to] = amount[from];
        settledAmount[to] = settledAmount[from];
        marks[to] = marks[from];
        line[to] = line[from];
        invoice[to] = invoice[from];
    }

    /** Cuts the columns behind the last row kept. */
    void cut(int kept) {
        rows = kept;
        issued = Arrays.copyOf(issued, kept);
        due = Arrays.copyOf(due, kept);
        settled = Arrays.copyOf(settled, kept);
        amount = Arrays.copyOf(amount, kept);
        settledAmount = Arrays.copyOf(settledAmount, kept);
        marks = Arrays.copyOf(marks, kept);
        line = Arrays.copyOf(line, kept);
        invoice = Arrays.copyOf(invoice, kept);
    }
}
