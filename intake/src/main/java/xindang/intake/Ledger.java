package xindang.intake;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import xindang.engine.receivable.ReceivableColumns;

/**
 * A ledger as read: receivables in columns for the engine, whose they are, where each row stands, what was refused, and
 * how each file was read. Rows are clustered by account (customer × currency) in file order; customers and accounts are
 * numbered by their first row.
 */
public final class Ledger {

    private final ReceivableColumns receivables;
    private final Columns columns;
    private final Block[] blocks;
    private final Merge merge;
    private final List<Reading> readings;
    private final List<Reject> rejects;
    private final Extent extent;

    Ledger(Run run, Block[] blocks, Columns columns, Merge merge, int[] acceptedByFile) {
        this.blocks = blocks;
        this.columns = columns;
        this.merge = merge;
        this.receivables = new ReceivableColumns(
                columns.accountStart,
                columns.issued,
                columns.due,
                columns.settled,
                columns.amount,
                columns.settledAmount,
                columns.marks);
        this.rejects = new Rejects(blocks);
        this.readings = readings(run, acceptedByFile);
        this.extent = Extent.of(columns, merge, run.threads);
    }

    private List<Reading> readings(Run run, int[] acceptedByFile) {
        int[] rejected = new int[run.files.size()];
        for (Block block : blocks) {
            rejected[block.file] += block.rejects.size();
        }
        List<Reading> all = new ArrayList<>();
        for (int file = 0; file < run.files.size(); file++) {
            int accepted = file < acceptedByFile.length ? acceptedByFile[file] : 0;
            all.add(run.files.get(file).reading(run.options.currency() != null, accepted, rejected[file]));
        }
        return List.copyOf(all);
    }

    /** The receivables for the engine. */
    public ReceivableColumns receivables() {
        return receivables;
    }

    /** Number of rows accepted. */
    public int rows() {
        return columns.rows;
    }

    /** Number of accounts (customer × currency). */
    public int accounts() {
        return receivables.accounts();
    }

    /** The customer of an account, from 0. */
    public int customerOf(int account) {
        return merge.accountCustomer(account);
    }

    /** The currency of an account. */
    public Currency currencyOf(int account) {
        return Currencies.at(merge.accountCurrency(account));
    }

    /** Number of customers. */
    public int customers() {
        return merge.customers().size();
    }

    /** The number or name that identifies a customer in the files. */
    public String customerId(int customer) {
        return merge.customers().text(customer);
    }

    /** The first name given for a customer, null if there is none beside the id. */
    public @Nullable String customerName(int customer) {
        return merge.customerName(customer);
    }

    /** The invoice number of a row; without one, the number of its line. */
    public String invoice(int row) {
        long reference = columns.invoice[row];
        return Block.hasText(reference)
                ? blocks[Block.ordinal(reference)].text(reference)
                : Integer.toString(line(row));
    }

    /** Whether a row has an invoice number of its own. */
    public boolean hasInvoice(int row) {
        return Block.hasText(columns.invoice[row]);
    }

    /** The file of a row, as index in {@link #readings()}. */
    public int file(int row) {
        return blocks[Block.ordinal(columns.invoice[row])].file;
    }

    /** The physical line (row of the sheet) a row starts at, from 1. */
    public int line(int row) {
        return blocks[Block.ordinal(columns.invoice[row])].lineBase + columns.line[row];
    }

    /** What was refused, ordered by file and line; made on demand, so walk it once. */
    public List<Reject> rejects() {
        return rejects;
    }

    /** How each file was read, in the order given. */
    public List<Reading> readings() {
        return readings;
    }

    /** The latest day (epoch day) of issue or settlement, empty if no row has one. */
    public OptionalInt latestDate() {
        return day(Math.max(extent.lastIssued, extent.lastSettled));
    }

    /** The first day of issue (epoch day), empty if no row has one. */
    public OptionalInt firstIssued() {
        return extent.lastIssued == ReceivableColumns.NO_DATE
                ? OptionalInt.empty()
                : OptionalInt.of(extent.firstIssued);
    }

    /** The last day of issue (epoch day), empty if no row has one. */
    public OptionalInt lastIssued() {
        return day(extent.lastIssued);
    }

    /** The last day of settlement (epoch day), empty if no row has one. */
    public OptionalInt lastSettled() {
        return day(extent.lastSettled);
    }

    private static OptionalInt day(int day) {
        return day == ReceivableColumns.NO_DATE ? OptionalInt.empty() : OptionalInt.of(day);
    }

    /** Rows with a settled amount but no day of settlement: they count as settled on every day. */
    public int undatedSettlements() {
        return extent.undated;
    }

    private static final class Rejects extends AbstractList<Reject> implements RandomAccess {

        private final Block[] blocks;
        private final int[] ends;

        Rejects(Block[] blocks) {
            this.blocks = blocks;
            this.ends = new int[blocks.length];
            int end = 0;
            for (int i = 0; i < blocks.length; i++) {
                end += blocks[i].rejects.size();
                ends[i] = end;
            }
        }

        @Override
        public Reject get(int index) {
            java.util.Objects.checkIndex(index, size());
            int at = Arrays.binarySearch(ends, index + 1);
            int block = at < 0 ? -at - 1 : at;
            while (block > 0 && ends[block - 1] > index) {
                block--;
            }
            int before = block == 0 ? 0 : ends[block - 1];
            return blocks[block].rejects.get(index - before, blocks[block].file, blocks[block].lineBase);
        }

        @Override
        public int size() {
            return ends.length == 0 ? 0 : ends[ends.length - 1];
        }
    }
}
