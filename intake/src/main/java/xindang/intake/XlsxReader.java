package xindang.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Reads the first visible sheet of a workbook that has a ledger's header. */
final class XlsxReader {

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final int DIRECTORY = 1 << 26;

    private final Run run;
    private final FileResult result;

    XlsxReader(Run run, FileResult result) {
        this.run = run;
        this.result = result;
    }

    /** Whether the file is a zip archive, as every xlsx is. */
    static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** Whether the file is a container of old Office, which also holds every encrypted xlsx. */
    static boolean isOldOffice(byte[] head) {
        return head.length >= 4
                && head[0] == (byte) 0xD0
                && head[1] == (byte) 0xCF
                && head[2] == 0x11
                && head[3] == (byte) 0xE0;
    }

    /** The problem with such a container. */
    static IntakeProblem oldOffice(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] b = in.readNBytes(DIRECTORY);
            boolean encrypted = false;
            for (int p = 0; p + ENCRYPTED.length <= b.length && !encrypted; p += 2) {
                encrypted = java.util.Arrays.equals(b, p, p + ENCRYPTED.length, ENCRYPTED, 0, ENCRYPTED.length);
            }
            IntakeProblem.Code code = encrypted ? IntakeProblem.Code.ENCRYPTED : IntakeProblem.Code.OLD_EXCEL;
            return new IntakeProblem(code, Map.of("file", file.toString()));
        }
    }

    void read(Path path, long size) throws Exception {
        result.format = "xlsx";
        result.charset = "";
        result.charsetSource = Reading.CharsetSource.WORKBOOK;
        try (Workbook workbook = new Workbook(path)) {
            readSheets(workbook, size);
        } catch (IntakeProblem problem) {
            throw problem;
        } catch (Exception | StackOverflowError e) {
            // Whatever a damaged archive makes the libraries throw, it is the file that is wrong.
            throw broken(e);
        }
    }

    private IntakeProblem broken(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof IntakeProblem problem) {
                return problem;
            }
            if (String.valueOf(t.getMessage()).contains("Zip bomb")) {
                return new IntakeProblem(IntakeProblem.Code.ZIP_BOMB, Map.of("file", result.file));
            }
        }
        return new IntakeProblem(
                IntakeProblem.Code.WORKBOOK_BROKEN,
                Map.of("file", result.file, "reason", String.valueOf(e.getMessage())));
    }

    private void readSheets(Workbook workbook, long size) throws Exception {
        Planner planner = new Planner(result.file, run.options, result.notes);
        Workbook.Sheet chosen = null;
        Planner.Found best = null;
        Map<Integer, NavigableMap<Integer, Integer>> merged = Map.of();
        List<String> others = new ArrayList<>();
        for (Workbook.Sheet sheet : workbook.sheets()) {
            Map<Integer, NavigableMap<Integer, Integer>> ranges = workbook.merged(sheet);
            Planner.Found found = best != null && best.isWhole() ? null : find(workbook, sheet, ranges, planner);
            if (found != null && found.better(best)) {
                best = found;
                chosen = sheet;
                merged = ranges;
            }
            others.add(sheet.name());
        }
        Plan plan = planner.plan(best);
        if (workbook.from1904()) {
            plan.serialOffset = Dates.SERIAL_1904;
        }
        Workbook.Sheet sheet = java.util.Objects.requireNonNull(chosen);
        others.remove(sheet.name());
        result.sheet = sheet.name();
        result.otherSheets = List.copyOf(others);
        result.plan(plan);
        Map<Integer, NavigableMap<Integer, Integer>> ranges = merged;
        new FileReader(run, plan, result, size)
                .read(
                        () -> new SheetSource(
                                workbook, sheet, ranges, SheetSource.keys(plan), !plan.has(Field.CURRENCY)),
                        false);
    }

    private static Planner.@Nullable Found find(
            Workbook workbook,
            Workbook.Sheet sheet,
            Map<Integer, NavigableMap<Integer, Integer>> merged,
            Planner planner)
            throws IOException {
        byte[] head;
        try (ByteSource source = new SheetSource(workbook, sheet, merged, SheetSource.EVERY, false)) {
            head = Sample.head(source);
        }
        return planner.find(Sample.split(head, SheetSource.SEPARATOR, false), SheetSource.SEPARATOR, false);
    }
}
