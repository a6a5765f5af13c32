package xindang.assess;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import xindang.assess.CustomerWriter.AssessInput;
import xindang.assess.RunResult.AsOfSource;
import xindang.assess.RunResult.Span;
import xindang.assess.report.Report;
import xindang.engine.decision.DecisionSeal;
import xindang.engine.receivable.ReceivableColumns;
import xindang.format.AssessmentRun;
import xindang.format.EffectivePolicies;
import xindang.format.PolicyReader;
import xindang.format.PolicySet;
import xindang.intake.Chooser;
import xindang.intake.ColumnMap;
import xindang.intake.Ledger;
import xindang.intake.LedgerReader;
import xindang.intake.ReadingOptions;
import xindang.intake.Reject;

/** One run of {@code assess}, from files to the folder of results: read, measure, decide, write. */
final class AssessRun {

    /** Customers decided together by one thread; small enough that only a few MB wait to be written. */
    private static final int CHUNK = 2_000;

    private static final Currency CNY = Currency.getInstance("CNY");

    private final AssessOptions options;
    private final Texts texts;
    private final Clock clock;
    private final @Nullable Chooser chooser;
    private final ConsoleProgress progress;

    /**
     * What came of a run.
     *
     * @param folder where the result is
     * @param rejected number of rejected rows
     * @param result everything else; empty when no row was usable
     */
    record Outcome(Path folder, int rejected, Optional<RunResult> result) {
        boolean usable() {
            return result.isPresent();
        }
    }

    AssessRun(AssessOptions options, Texts texts, Clock clock, @Nullable Chooser chooser, ConsoleProgress progress) {
        this.options = options;
        this.texts = texts;
        this.clock = clock;
        this.chooser = chooser;
        this.progress = progress;
    }

    /** Runs. Whatever fails, the output folder is either whole or not there. */
    Outcome run() throws IOException {
        requireFiles();
        // The built-in preset is read while the ledger is; a file of the user's own first, so that it is refused first.
        CompletableFuture<PolicySet> policies = options.policy == null
                ? CompletableFuture.supplyAsync(PolicyReader::defaultPreset)
                : CompletableFuture.completedFuture(PolicyReader.read(options.policy));
        Optional<ExchangeRates> rates = Optional.ofNullable(options.rates).map(ExchangeRates::read);
        ColumnMap map = options.map == null ? null : ColumnMap.read(options.map);
        try (OutputFolder folder = OutputFolder.open(options.out, inputs());
                var digests = new InputDigests(options.noDecisions ? List.of() : options.ledgers)) {
            Ledger ledger =
                    LedgerReader.read(options.ledgers, new ReadingOptions(map, options.currency, chooser, progress));
            rejects(ledger, folder.file(Outputs.REJECTED));
            Optional<RunResult> result = Optional.empty();
            if (ledger.rows() > 0) {
                result = Optional.of(decide(ledger, policies.join(), rates, folder, digests));
            }
            return new Outcome(folder.finish(), ledger.rejects().size(), result);
        }
    }

    /** All files the run reads; none may lie where the result is going to be. */
    private List<Path> inputs() {
        var inputs = new ArrayList<>(options.ledgers);
        for (Path file : new @Nullable Path[] {options.map, options.policy, options.rates}) {
            if (file != null) {
                inputs.add(file);
            }
        }
        return inputs;
    }

    /** A file named by mistake is told before anything is read: missing, a folder or a device, or closed to us. */
    private void requireFiles() {
        for (Path file : new @Nullable Path[] {options.map, options.policy, options.rates}) {
            if (file == null) {
                continue;
            }
            if (!Files.exists(file)) {
                throw new Stop(Exit.NO_INPUT, "file.missing", file);
            }
            if (!Files.isRegularFile(file)) {
                throw new Stop(Exit.DATA, "file.irregular", file);
            }
            try (InputStream in = Files.newInputStream(file)) {
                in.readNBytes(1);
            } catch (IOException e) {
                throw new Stop(Exit.IO, "io.read", file, Problems.reason(e));
            }
        }
    }

    private RunResult decide(
            Ledger ledger, PolicySet set, Optional<ExchangeRates> rates, OutputFolder folder, InputDigests digests)
            throws IOException {
        AsOfSource source = asOfSource(ledger);
        LocalDate asOf = asOf(ledger, source);
        EffectivePolicies policies = set.at(asOf);
        int day = ReceivableColumns.day(asOf);
        Map<String, CurrencyTotals> totals = CurrencyTotals.of(ledger, day);
        Optional<Converted> converted = rates.map(
                table -> Converted.of(totals, table, options.currency == null ? CNY : options.currency, asOf));
        AssessmentRun run = new AssessmentRun(policies, asOf);
        Optional<String> header = options.noDecisions
                ? Optional.empty()
                : Optional.of(run.header(digests.inputs()).text());
        var input = new AssessInput(
                ledger,
                new CustomerAccounts(ledger),
                asOf,
                day,
                totals,
                run.policies(),
                run.peakNeeded(),
                header.map(xindang.engine.decision.Sha256::hex));
        Tally tally = write(input, header, folder);
        var result = new RunResult(
                ledger,
                asOf,
                source,
                Span.of(ledger),
                totals,
                tally,
                policies,
                run.reference(),
                converted,
                Notes.of(ledger, asOf, source, policies, converted, texts));
        finish(result, run, folder);
        return result;
    }

    private void finish(RunResult result, AssessmentRun run, OutputFolder folder) throws IOException {
        Files.writeString(folder.file(Outputs.POLICIES), run.export());
        if (!options.noReport) {
            Files.writeString(folder.file(Outputs.REPORT), Report.of(result, texts));
        }
        try (OutputStream out = Files.newOutputStream(folder.file(Outputs.SUMMARY))) {
            JsonText.write(out, Summary.of(result));
        }
    }

    private AsOfSource asOfSource(Ledger ledger) {
        if (options.asOf != null) {
            return AsOfSource.GIVEN;
        }
        return ledger.latestDate().isPresent() ? AsOfSource.LATEST : AsOfSource.TODAY;
    }

    private LocalDate asOf(Ledger ledger, AsOfSource source) {
        OptionalInt latest = ledger.latestDate();
        return switch (source) {
            case GIVEN -> java.util.Objects.requireNonNull(options.asOf);
            case LATEST -> LocalDate.ofEpochDay(latest.getAsInt());
            case TODAY -> LocalDate.now(clock);
        };
    }

    private Tally write(AssessInput input, Optional<String> header, OutputFolder folder) throws IOException {
        var tally = new Tally();
        int all = input.ledger().customers();
        int[] decided = {0};
        var seal = new DecisionSeal();
        try (BufferedWriter customers = writer(folder, Outputs.CUSTOMERS, CustomerWriter.CUSTOMER_COLUMNS);
                BufferedWriter warnings = writer(folder, Outputs.WARNINGS, CustomerWriter.WARNING_COLUMNS);
                BufferedWriter dunning = writer(folder, Outputs.DUNNING, DunningWriter.COLUMNS);
                OutputStream decisions = decisions(folder, header)) {
            Parallel.chunks(
                    all, CHUNK, (from, to) -> new CustomerWriter(input).customers(from, to), (ChunkOutput chunk) -> {
                        customers.write(chunk.customers.text());
                        warnings.write(chunk.warnings.text());
                        dunning.write(chunk.dunning.text());
                        decisions.write(chunk.decisions.buffer(), 0, chunk.decisions.length());
                        chunk.decisionHashes.forEach(seal::add);
                        tally.add(chunk.tally);
                        decided[0] = Math.min(all, decided[0] + CHUNK);
                        if (decided[0] < all) {
                            progress.decided(decided[0], all);
                        }
                    });
            decisions.write(line(seal.text()));
        }
        return tally;
    }

    private static OutputStream decisions(OutputFolder folder, Optional<String> header) throws IOException {
        if (header.isEmpty()) {
            return OutputStream.nullOutputStream();
        }
        OutputStream out = Files.newOutputStream(folder.file(Outputs.DECISIONS));
        out.write(line(header.get()));
        return out;
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static BufferedWriter writer(OutputFolder folder, String name, List<String> columns) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(folder.file(name));
        writer.write(String.join(",", columns));
        writer.write('\n');
        return writer;
    }

    private static void rejects(Ledger ledger, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("line,field,code,value,file\n");
            for (Reject reject : ledger.rejects()) {
                var line = new Csv();
                line.field(reject.line())
                        .field(reject.field() == null ? "" : reject.field().key())
                        .field(reject.code().code())
                        .field(reject.value())
                        .field(ledger.readings().get(reject.file()).file())
                        .end();
                writer.write(line.text());
            }
        }
    }
}
