package xindang.assess;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Runs the real command over a ledger written for the test and hands back the page it wrote. */
public final class AssessedLedgers {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private AssessedLedgers() {}

    /**
     * The page of a ledger.
     *
     * @param folder an empty folder; the ledger is {@code ledger.csv} there, the result {@code out}
     * @param csv text of the ledger
     * @param options further options of the command
     */
    public static String page(Path folder, String csv, String... options) throws IOException {
        Path ledger = Files.writeString(folder.resolve("ledger.csv"), csv);
        Path out = folder.resolve("out");
        String[] args = Stream.concat(
                        Stream.of("assess", ledger.toString(), "--out", out.toString(), "--quiet"), Stream.of(options))
                .toArray(String[]::new);
        var said = new ByteArrayOutputStream();
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = Main.run(args, new Environment(stream, stream, CLOCK, _ -> null));
        if (exit != Exit.OK) {
            throw new IllegalStateException(exit + ": " + said.toString(StandardCharsets.UTF_8));
        }
        return Files.readString(out.resolve("report.html"));
    }

    /** The files of the result beside the page. */
    public static List<String> lines(Path folder, String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }
}
