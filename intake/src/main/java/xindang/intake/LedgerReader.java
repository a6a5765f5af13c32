package xindang.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reads receivables ledgers (应收账款台账), CSV or xlsx, one row per invoice or instalment, into a {@link Ledger}.
 *
 * <p>Follow a file: charset here, delimiter, header and styles in {@code Planner}, rows in {@code RowParser}, what only
 * the whole file can tell in {@code Settling}, accounts and duplicates in {@code Merge}.
 */
public final class LedgerReader {

    private static final int MOST_THREADS = 8;

    private final Run run;

    private LedgerReader(Run run) {
        this.run = run;
    }

    /**
     * Reads one or several files as one ledger. A bad row becomes a {@link Reject} and never stops the run; no row at
     * all is a ledger of no rows.
     *
     * @throws IntakeProblem if a file cannot be read as a ledger, or something stays ambiguous and nobody answers
     */
    public static Ledger read(List<Path> files, ReadingOptions options) {
        return read(files, options, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    static Ledger read(List<Path> files, ReadingOptions options, int threads) {
        long total = 0;
        for (Path file : files) {
            total += size(file);
        }
        Run run = new Run(options, threads, total);
        LedgerReader reader = new LedgerReader(run);
        for (Path file : files) {
            reader.readFile(file);
        }
        return new Merge(run).merge();
    }

    private static long size(Path file) {
        if (!Files.exists(file)) {
            throw new IntakeProblem(IntakeProblem.Code.FILE_MISSING, Map.of("file", file.toString()));
        }
        try {
            if (!Files.isRegularFile(file)) {
                throw new IntakeProblem(IntakeProblem.Code.NOT_A_FILE, Map.of("file", file.toString()));
            }
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static IntakeProblem unreadable(Path file, Exception e) {
        IntakeProblem.Code code =
                e instanceof NoSuchFileException ? IntakeProblem.Code.FILE_MISSING : IntakeProblem.Code.FILE_UNREADABLE;
        return new IntakeProblem(code, Map.of("file", file.toString(), "reason", String.valueOf(e.getMessage())));
    }

    private void readFile(Path file) {
        long size = size(file);
        if (size == 0) {
            throw new IntakeProblem(IntakeProblem.Code.FILE_EMPTY, Map.of("file", file.toString()));
        }
        try {
            FileResult result = new FileResult(file.toString());
            byte[] start = start(file);
            if (XlsxReader.isOldOffice(start)) {
                throw XlsxReader.oldOffice(file);
            }
            if (XlsxReader.isZip(start)) {
                new XlsxReader(run, result).read(file, size);
            } else {
                readCsv(file, size, result);
            }
            run.files.add(result);
            run.fileDone(size);
        } catch (IntakeProblem problem) {
            throw problem;
        } catch (DecodedSource.Malformed e) {
            throw new IntakeProblem(IntakeProblem.Code.NOT_TEXT, Map.of("file", file.toString(), "offset", e.offset));
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private void readCsv(Path file, long size, FileResult result) throws Exception {
        Charsets.Guess guess = Charsets.guess(file);
        result.charset = guess.charset().name();
        result.charsetSource = guess.source();
        if (!guess.charset().equals(StandardCharsets.UTF_8)) {
            decoded(file, size, result, guess.charset(), guess.skip());
            return;
        }
        try {
            rows(result, size, () -> new PlainSource(file, guess.skip()), true);
        } catch (FileReader.NotUtf8 e) {
            if (guess.source() == Reading.CharsetSource.MARK) {
                throw new DecodedSource.Malformed(Charsets.firstMalformed(file));
            }
            result.charset = Charsets.GB18030.name();
            result.charsetSource = Reading.CharsetSource.FALLBACK;
            result.notes.clear();
            decoded(file, size, result, Charsets.GB18030, 0);
        }
    }

    private void decoded(Path file, long size, FileResult result, Charset charset, int skip) throws Exception {
        rows(result, size, () -> new DecodedSource(file, skip, charset), false);
    }

    private void rows(FileResult result, long size, FileReader.Opener opener, boolean checkUtf8) throws Exception {
        byte[] head;
        try (ByteSource source = opener.open()) {
            head = Sample.head(source);
        }
        if (checkUtf8 && Charsets.isCertainlyNotUtf8(head, head.length < size - 3)) {
            throw new FileReader.NotUtf8();
        }
        if (head.length == 0) {
            throw new IntakeProblem(IntakeProblem.Code.FILE_EMPTY, Map.of("file", result.file));
        }
        Planner planner = new Planner(result.file, run.options, result.notes);
        Plan plan = planner.plan(planner.findCsv(head));
        result.plan(plan);
        new FileReader(run, plan, result, size).read(opener, checkUtf8);
    }
}
