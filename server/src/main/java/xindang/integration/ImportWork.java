package xindang.integration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.customerfile.CustomerRegister;
import xindang.insight.AssessPortfolio;
import xindang.intake.IntakeProblem;
import xindang.intake.TableReader;
import xindang.integration.store.ContentStore;
import xindang.integration.store.FaultStore;
import xindang.integration.store.ImportStore;
import xindang.platform.access.Caller;
import xindang.platform.jobs.Job;
import xindang.platform.jobs.Progress;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;
import xindang.receivable.AccountFigures;
import xindang.receivable.CustomerFigures;
import xindang.receivable.ItemBook;
import xindang.receivable.Ledgers;

/** What jobs do for imports (导入作业): read and check, bring in, take out. Each change is one transaction. */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    /** Rows kept for a look; a file that is wrong from top to bottom needs another mapping, not corrections. */
    static final int MOST_FAULTS = 50_000;

    private final ImportStore store;
    private final FaultStore faults;
    private final ContentStore contents;
    private final Corrections corrections;
    private final CustomerRegister customers;
    private final ItemBook items;
    private final Ledgers ledgers;
    private final AssessPortfolio assessment;
    private final ImportNews news;
    private final Trail trail;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    ImportWork(
            ImportStore store,
            FaultStore faults,
            ContentStore contents,
            Corrections corrections,
            CustomerRegister customers,
            ItemBook items,
            Ledgers ledgers,
            AssessPortfolio assessment,
            ImportNews news,
            Trail trail,
            BusinessClock clock,
            @Qualifier("engineTransactions") PlatformTransactionManager transactions) {
        this.store = store;
        this.faults = faults;
        this.contents = contents;
        this.corrections = corrections;
        this.customers = customers;
        this.items = items;
        this.ledgers = ledgers;
        this.assessment = assessment;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static String link(ImportFile file) {
        return "/admin/imports/" + file.id();
    }

    /** Reads the file and keeps the faulty rows; good ones stay in the file alone. */
    Job.Result check(FileKind kind, ImportFile file, Caller by, Progress progress) {
        try {
            Path path = contents.file(file.content());
            progress.total(file.bytes());
            Checked checked = kind.read(by, file.node(), path, null, file.look(), file.mapping(), progress::done)
                    .checked();
            List<FaultyRow> rows = rows(kind, path, file.look(), checked);
            transaction.executeWithoutResult(_ -> {
                requireState(file, "checking");
                faults.replace(file.node(), file.id(), rows);
                store.checked(file.id(), checked);
            });
            progress.done(file.bytes());
            return new Job.Result(
                    link(file), Map.of("rows", checked.rows(), "good", checked.good(), "errors", checked.errors()));
        } catch (IntakeProblem problem) {
            throw Imports.unusable(problem);
        }
    }

    private static List<FaultyRow> rows(FileKind kind, Path path, Look look, Checked checked) {
        var rows = new ArrayList<FaultyRow>();
        if (checked.faults().isEmpty()) {
            return rows;
        }
        TableReader table = kind.open(path);
        table.read(look.acrossLines(), checked.faults()::containsKey, (line, cells, _) -> {
            List<Fault> of = checked.faults().getOrDefault(line, List.of());
            String severity = of.stream().allMatch(Fault::harmless) ? "warning" : "error";
            rows.add(new FaultyRow(line, severity, cells, of, false));
            return rows.size() < MOST_FAULTS;
        });
        return rows;
    }

    /** Brings a file in: the good rows of the file, read anew, and the corrected ones. */
    Job.Result confirm(FileKind kind, ImportFile file, Caller by, boolean whole, Progress progress) {
        if (!contents.hash(file.content()).equals(file.sha256())) {
            throw Refusal.of(IntegrationCode.FILE_CHANGED);
        }
        List<FaultyRow> corrected = faults.corrected(file.id());
        try (Corrections.@Nullable Table table =
                corrected.isEmpty() ? null : corrections.table(file.look(), corrected)) {
            FileKind.Content content = kind.read(
                    by,
                    file.node(),
                    contents.file(file.content()),
                    table == null ? null : table.file(),
                    file.look(),
                    file.mapping(),
                    _ -> {});
            requireCorrected(content, table, file);
            requireSeen(content, file);
            requireWhole(content, corrected, whole);
            progress.total(content.checked().good());
            FileKind.Brought brought = transaction.execute(_ -> bring(content, file, by, progress));
            return assessed(file, by, brought);
        } catch (IntakeProblem problem) {
            throw Imports.unusable(problem);
        }
    }

    /** Rows that somebody corrected come in or the import does not: beside the others one of them may be wrong again. */
    private void requireCorrected(FileKind.Content content, Corrections.@Nullable Table table, ImportFile file) {
        if (table == null || content.edits().faults().isEmpty()) {
            return;
        }
        TreeMap<Integer, List<Fault>> wrong = table.original(content.edits().faults());
        transaction.executeWithoutResult(_ -> {
            faults.wrongAgain(file.id(), wrong);
            store.wrongAgain(file.id(), wrong.size());
        });
        throw errors(wrong);
    }

    private static void requireWhole(FileKind.Content content, List<FaultyRow> corrected, boolean whole) {
        var left = new TreeMap<>(content.checked().faults());
        corrected.forEach(row -> left.remove(row.line()));
        left.values().removeIf(of -> of.stream().allMatch(Fault::harmless));
        if (whole && !left.isEmpty()) {
            throw errors(left);
        }
    }

    private static Refusal errors(NavigableMap<Integer, List<Fault>> left) {
        return errors(left.size(), left.firstKey());
    }

    /** Rows that may not come in as they are. */
    static Refusal errors(int count, int firstLine) {
        return Refusal.of(
                IntegrationCode.IMPORT_HAS_ERRORS, new Reason(null, null, Map.of("errors", count, "line", firstLine)));
    }

    /** Rows that were good when they were checked and are not now, beside what came in meanwhile, must be seen first. */
    private void requireSeen(FileKind.Content content, ImportFile file) {
        Set<Integer> seen = faults.lines(file.id());
        if (seen.size() >= MOST_FAULTS) {
            return;
        }
        var unseen = new TreeMap<>(content.checked().faults());
        unseen.keySet().removeAll(seen);
        if (!unseen.isEmpty()) {
            throw errors(unseen);
        }
    }

    private FileKind.Brought bring(FileKind.Content content, ImportFile file, Caller by, Progress progress) {
        // Two imports of one company decide one after the other, so that the second sees what the first brought.
        store.lockCompany(file.node());
        requireState(file, "importing");
        FileKind.Brought brought = content.bring(
                new FileKind.Confirmation(by, file.node(), file.id(), clock.today(), clock.timestamp()),
                progress::done);
        store.imported(file.id(), by.id(), brought, clock.timestamp());
        // Items or departments may be others: ageing that was counted before no longer holds.
        ledgers.changedByJob(file.node());
        record(by, file, "integration.import");
        news.finished(by, file, link(file), content.checked().errors());
        progress.done(content.checked().good());
        // In this transaction: whatever happens next, the job says done just where the import is in.
        progress.finished(result(file, brought, !brought.hasItems()));
        return brought;
    }

    private static Job.Result result(ImportFile file, FileKind.Brought brought, boolean assessing) {
        var facts = new HashMap<String, Object>(ImportStore.numbers(brought));
        if (!assessing) {
            facts.put("assessment", "not-started");
        }
        return new Job.Result(link(file), facts);
    }

    /** What is in stays in, whether or not the run behind it can start. */
    private Job.Result assessed(ImportFile file, Caller by, FileKind.Brought brought) {
        return result(file, brought, !brought.hasItems() || starts(by, file));
    }

    private boolean starts(Caller by, ImportFile file) {
        try {
            assessment.start(by, file.node());
            return true;
        } catch (RuntimeException e) {
            LOG.error("The assessment behind import {} did not start", file.id(), e);
            return false;
        }
    }

    private void requireState(ImportFile file, String wanted) {
        String state = store.lockedState(file.id());
        if (!state.equals(wanted)) {
            throw Refusal.of(IntegrationCode.IMPORT_NOT_READY, new Reason(null, "state", Map.of("state", state)));
        }
    }

    private void record(Caller by, ImportFile file, String action) {
        trail.recordByJob(
                by.id(),
                by.name(),
                Act.of(file.node(), action, "import", file.id(), file.name()).basedOn(Map.of("file", file.sha256())));
    }

    /** Takes an import out again. */
    Job.Result undo(ImportFile file, Caller by, Progress progress) {
        progress.total(1);
        transaction.executeWithoutResult(_ -> {
            store.lockCompany(file.node());
            requireState(file, "imported");
            List<UUID> created = store.created(file.id());
            List<String> dependents = items.dependents(file.node(), file.id(), created);
            requireFree("invoices", dependents);
            requireFree("customers", customers.changedSince(file.id()));
            List<AccountFigures> figures = items.undo(file.node(), file.id(), clock.today());
            customers.overview(List.of(), CustomerFigures.of(figures));
            customers.restore(by, file.id());
            ledgers.changedByJob(file.node());
            assessment.forget(created);
            requireFree("customers", customers.remove(file.node(), created));
            store.undone(file.id(), clock.timestamp());
            record(by, file, "integration.undo");
            progress.done(1);
            progress.finished(new Job.Result(link(file), Map.of("assessment", "not-started")));
        });
        return new Job.Result(link(file), starts(by, file) ? Map.of() : Map.of("assessment", "not-started"));
    }

    private static void requireFree(String what, List<String> dependents) {
        if (!dependents.isEmpty()) {
            throw Refusal.of(IntegrationCode.IMPORT_HAS_DEPENDENTS, new Reason(null, null, Map.of(what, dependents)));
        }
    }
}
