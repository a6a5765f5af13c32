package xindang.intake;

/** What a stretch of a file will need if it is like the one before; room reserved in excess costs a copy. */
final class Expected {

    private static final int MIB = 1 << 20;

    /** Rows in a MiB; the first guess is rows of 64 bytes. */
    private int rows = MIB / 64;
    /** Bytes of invoice texts in a MiB. */
    private int text = MIB / 8;

    int rows(int bytes) {
        return scaled(rows, bytes);
    }

    int text(int bytes) {
        return scaled(text, bytes);
    }

    /** Takes a block as the measure of the next. */
    void learn(Block block, int bytes) {
        rows = perMiB(block.rows, bytes);
        text = perMiB(block.arenaUsed, bytes);
    }

    /** A little more than the last one needed. */
    private static int scaled(int perMiB, int bytes) {
        return (int) Math.min(Integer.MAX_VALUE / 2, (long) perMiB * bytes / MIB * 33 / 32 + 16);
    }

    private static int perMiB(int used, int bytes) {
        return (int) Math.min(MIB, (long) used * MIB / Math.max(1, bytes));
    }
}
