package xindang.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the rows of one table with a settled {@link Plan} into blocks, on one or more threads. */
final class FileReader {

    /** Bytes that are not UTF-8 in a file read as such on trial. */
    static final class NotUtf8 extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A quote that makes one cell of several rows, in a file read on trial with cells of several lines. */
    static final class StrayQuote extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Opens a table anew. */
    @FunctionalInterface
    interface Opener {
        ByteSource open() throws IOException;
    }

    private static final long WORTH_A_THREAD = 1 << 20;

    private final Run run;
    private final Plan plan;
    private final FileResult result;
    private final long size;

    FileReader(Run run, Plan plan, FileResult result, long size) {
        this.run = run;
        this.plan = plan;
        this.result = result;
        this.size = size;
    }

    /**
     * Reads all rows. A file with a stray quote is read again with every quote ending at the end of its line, so that
     * the quote costs its own row and no other; what was written there rightly over several lines is then rejected too.
     */
    void read(Opener opener, boolean checkUtf8) throws Exception {
        List<Block> blocks;
        try {
            blocks = blocks(opener, checkUtf8);
        } catch (StrayQuote e) {
            plan.acrossLines = false;
            result.notes.add(new Reading.Note("stray-quote", List.of(plan.file)));
            blocks = blocks(opener, checkUtf8);
        }
        boolean turned = plan.restyle(blocks);
        if (plan.redecide(blocks, result.notes) || turned) {
            blocks = blocks(opener, checkUtf8);
        }
        new Settling(run, plan, result).settle(blocks);
        run.blocks.addAll(blocks);
    }

    /** Reads all rows once; {@code checkUtf8} when nothing yet proves the charset. */
    private List<Block> blocks(Opener opener, boolean checkUtf8) throws Exception {
        int first = run.blocks.size();
        List<Block> blocks = new ArrayList<>();
        try (ByteSource source = opener.open()) {
            BlockReader reader = new BlockReader(plan, source, first);
            int threads = size < WORTH_A_THREAD ? 1 : run.threads;
            Run.parallel(threads, () -> work(reader, blocks, first, checkUtf8));
        }
        blocks.sort(Comparator.comparingInt(b -> b.ordinal));
        int line = 0;
        for (Block block : blocks) {
            block.lineBase = line;
            line = Math.addExact(line, block.lines);
        }
        return blocks;
    }

    private void work(BlockReader reader, List<Block> blocks, int first, boolean checkUtf8) throws IOException {
        RowParser parser = new RowParser(plan, run.terms);
        BlockReader.Stretch stretch = new BlockReader.Stretch(size);
        while (next(reader, stretch, checkUtf8)) {
            Block block = parser.parse(stretch, run.files.size(), plan.headerRows, first);
            synchronized (blocks) {
                blocks.add(block);
            }
            run.progress(reader.position(), block.rows);
        }
    }

    private static boolean next(BlockReader reader, BlockReader.Stretch stretch, boolean checkUtf8) throws IOException {
        if (!reader.next(stretch)) {
            return false;
        }
        if (checkUtf8 && Bytes.malformed(stretch.bytes, 0, stretch.length) >= 0) {
            throw new NotUtf8();
        }
        return true;
    }
}
