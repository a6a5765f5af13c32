package xindang.intake;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes out duplicates (重复行): same customer, currency, invoice, due day and amount. The rows of an account lie
 * together, so one small table per account finds them without leaving the cache; equal hashes are compared text by text.
 */
final class Duplicates {

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int ACCOUNTS_AT_A_TIME = 512;

    private final Block[] blocks;
    private final Columns columns;
    private final byte[] duplicate;

    Duplicates(Block[] blocks, Columns columns) {
        this.blocks = blocks;
        this.columns = columns;
        this.duplicate = new byte[columns.rows];
    }

    /** Removes them, rejects them, and answers how many rows are left by file. */
    int[] remove(int threads) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger found = new AtomicInteger();
        int accounts = columns.accountStart.length - 1;
        try {
            Run.parallel(columns.rows < 100_000 ? 1 : threads, () -> {
                Finder finder = new Finder();
                for (int a = next.getAndAdd(ACCOUNTS_AT_A_TIME); a < accounts; a = next.getAndAdd(ACCOUNTS_AT_A_TIME)) {
                    int last = Math.min(accounts, a + ACCOUNTS_AT_A_TIME);
                    for (int account = a; account < last; account++) {
                        found.addAndGet(finder.find(columns.accountStart[account], columns.accountStart[account + 1]));
                    }
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        if (found.get() > 0) {
            takeOut();
        }
        return acceptedByFile(found.get() > 0);
    }

    private int[] acceptedByFile(boolean some) {
        int files = 0;
        for (Block block : blocks) {
            files = Math.max(files, block.file + 1);
        }
        int[] accepted = new int[files];
        for (Block block : blocks) {
            accepted[block.file] += some ? 0 : block.rows;
        }
        for (int row = 0; some && row < columns.rows; row++) {
            accepted[blocks[Block.ordinal(columns.invoice[row])].file]++;
        }
        return accepted;
    }

    private void takeOut() {
        int kept = 0;
        int row = 0;
        for (int account = 0; account < columns.accountStart.length - 1; account++) {
            int end = columns.accountStart[account + 1];
            columns.accountStart[account] = kept;
            for (; row < end; row++) {
                if (duplicate[row] != 0) {
                    Block block = blocks[Block.ordinal(columns.invoice[row])];
                    block.rejects.add(
                            columns.line[row], Field.INVOICE, RejectCode.DUPLICATE, block.text(columns.invoice[row]));
                    continue;
                }
                if (kept != row) {
                    columns.move(row, kept);
                }
                kept++;
            }
        }
        columns.accountStart[columns.accountStart.length - 1] = kept;
        columns.cut(kept);
    }

    /** One thread's table. */
    private final class Finder {

        private int[] slots = new int[1 << 8];

        int find(int from, int to) {
            int size = Integer.highestOneBit(Math.max(1, to - from)) << 2;
            if (size > slots.length || size <= 0) {
                slots = new int[Math.max(size, slots.length)];
            } else {
                Arrays.fill(slots, 0, size, 0);
            }
            int mask = size - 1;
            int found = 0;
            for (int row = from; row < to; row++) {
                if (!Block.hasText(columns.invoice[row])) {
                    continue;
                }
                long key = (columns.amount[row] * MIX ^ columns.due[row]) * MIX ^ (columns.invoice[row] & 0xFFFF);
                key *= MIX;
                int slot = (int) (key >>> 33) & mask;
                while (slots[slot] != 0 && !same(slots[slot] - 1, row)) {
                    slot = slot + 1 & mask;
                }
                if (slots[slot] == 0) {
                    slots[slot] = row + 1;
                } else {
                    duplicate[row] = 1;
                    found++;
                }
            }
            return found;
        }

        private boolean same(int a, int b) {
            long x = columns.invoice[a];
            long y = columns.invoice[b];
            return columns.amount[a] == columns.amount[b]
                    && columns.due[a] == columns.due[b]
                    && (x & 0xFFFF) == (y & 0xFFFF)
                    && Block.sameText(blocks[Block.ordinal(x)], x, blocks[Block.ordinal(y)], y);
        }
    }
}
