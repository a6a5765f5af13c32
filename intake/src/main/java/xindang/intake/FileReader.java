package xindang.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads the rows of one table with a settled {@link Plan} into blocks, on one or more threads. */
final class FileReader {

    /** Bytes that are not UTF-8 in a file read as such on trial. */
    static final class NotUtf8 extends IOException {
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

    /** Reads all rows; {@code checkUtf8} when nothing yet proves the charset. */
    void read(Opener opener, boolean checkUtf8) throws Exception {
        int first = run.blocks.size();
        List<Block> blocks = new ArrayList<>();
        try (ByteSource source = opener.open()) {
            BlockReader reader = new BlockReader(plan.file, source, plan.delimiter, plan.quotes, first);
            int threads = size < WORTH_A_THREAD ? 1 : run.threads;
            Run.parallel(threads, () -> work(reader, blocks, first, checkUtf8));
        }
        blocks.sort(Comparator.comparingInt(b -> b.ordinal));
        int line = 0;
        for (Block block : blocks) {
            block.lineBase = line;
            line = Math.addExact(line, block.lines);
        }
        new Settling(run, plan, result).settle(blocks);
        run.blocks.addAll(blocks);
    }

    private void work(BlockReader reader, List<Block> blocks, int first, boolean checkUtf8) throws IOException {
        RowParser parser = new RowParser(plan, run.terms);
        BlockReader.Stretch stretch = new BlockReader.Stretch(size);
        while (next(reader, stretch, checkUtf8)) {
            Block block = parse(parser, stretch, blocks, first);
            synchronized (blocks) {
                blocks.add(block);
            }
            run.progress(reader.position(), block.rows);
        }
    }

    private Block parse(RowParser parser, BlockReader.Stretch stretch, List<Block> blocks, int first) {
        try {
            return parser.parse(stretch, run.files.size(), plan.headerRows, first);
        } catch (IntakeProblem problem) {
            // The line was counted within the stretch; other threads may not be through with those before.
            throw problem.code() == IntakeProblem.Code.FIELD_TOO_LONG && !blocks.isEmpty()
                    ? new IntakeProblem(problem.code(), Map.of("file", plan.file))
                    : problem;
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
