package xindang.integration;

import java.io.InputStream;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.insight.Companies;
import xindang.intake.IntakeProblem;
import xindang.integration.store.ContentStore;
import xindang.integration.store.FaultStore;
import xindang.integration.store.ImportStore;
import xindang.platform.access.Caller;
import xindang.platform.jobs.Job;
import xindang.platform.jobs.Jobs;
import xindang.platform.jobs.Work;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/** The steps of an import (导入步骤): upload, map, check, correct, confirm, undo. What takes long is done by {@link ImportWork}. */
@Service
public class Imports {

    private static final Duration UNDO = Duration.ofHours(24);
    private static final int LONGEST_NAME = 255;

    private final List<FileKind> kinds;
    private final ImportStore store;
    private final FaultStore faults;
    private final ContentStore contents;
    private final Corrections corrections;
    private final ImportWork work;
    private final Companies companies;
    private final Jobs jobs;
    private final Trail trail;
    private final BusinessClock clock;

    Imports(
            List<FileKind> kinds,
            ImportStore store,
            FaultStore faults,
            ContentStore contents,
            Corrections corrections,
            ImportWork work,
            Companies companies,
            Jobs jobs,
            Trail trail,
            BusinessClock clock) {
        this.kinds = kinds;
        this.store = store;
        this.faults = faults;
        this.contents = contents;
        this.corrections = corrections;
        this.work = work;
        this.companies = companies;
        this.jobs = jobs;
        this.trail = trail;
        this.clock = clock;
    }

    /** The kind of a key. */
    public FileKind kind(String key) {
        return kinds.stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Code.MALFORMED_REQUEST, Reason.field("kind", "unknown-kind")));
    }

    /** Until when an import may be undone; null if it is not brought in. */
    public java.time.@Nullable OffsetDateTime undoUntil(ImportFile file) {
        return file.state().equals("imported") && file.confirmedAt() != null
                ? file.confirmedAt().plus(UNDO)
                : null;
    }

    /**
     * Takes a file, looks at it, and suggests a mapping: that remembered for its header, else what the reader recognises.
     *
     * @throws Refusal if the file is no table
     */
    @Transactional
    public ImportFile upload(Caller caller, String kindKey, String name, InputStream content) {
        FileKind kind = kind(kindKey);
        UUID company = companies.of(caller);
        requireRight(caller, kind, company);
        ContentStore.Stored stored = contents.store(content);
        try {
            FileKind.Looked looked = kind.look(contents.file(stored.path()), null);
            String way = "header";
            var remembered = store.remembered(company, kindKey, looked.look().fingerprint());
            if (remembered.isPresent()) {
                looked = kind.look(contents.file(stored.path()), remembered.get());
                way = "remembered";
            }
            Look look = remembered.isPresent() ? guessed(looked.look(), way) : looked.look();
            String shown = name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
            UUID id = store.insert(
                    company,
                    caller.id(),
                    kindKey,
                    shown.isBlank() ? kindKey : shown,
                    stored,
                    looked.mapping(),
                    look,
                    state(look));
            trail.record(caller, Act.of(company, "integration.upload", "import", id, shown));
            return find(caller, id);
        } catch (IntakeProblem problem) {
            throw unusable(problem);
        }
    }

    private static Look guessed(Look look, String way) {
        var guess = new TreeMap<>(look.guess());
        guess.replaceAll((_, _) -> way);
        return new Look(
                look.above(),
                look.headers(),
                look.headerLine(),
                look.acrossLines(),
                look.samples(),
                guess,
                look.questions(),
                look.orders(),
                look.commas(),
                look.fingerprint(),
                look.problem());
    }

    private static String state(Look look) {
        return look.questions().isEmpty() && look.problem() == null ? "mapped" : "uploaded";
    }

    /** A problem of reading as one of the request. */
    static Refusal unusable(IntakeProblem problem) {
        var facts = new TreeMap<String, Object>();
        problem.arguments().forEach((name, value) -> {
            if (!name.equals("file") && !name.equals("map")) {
                facts.put(name, value);
            }
        });
        facts.put("code", problem.code().code());
        return Refusal.of(IntegrationCode.FILE_UNUSABLE, new Reason(null, null, facts));
    }

    /** An import within the caller's reach. */
    public ImportFile find(Caller caller, UUID id) {
        return store.find(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /** Takes over what somebody chose, and remembers it for files with the same header. */
    @Transactional
    public ImportFile map(Caller caller, UUID id, Mapping mapping) {
        ImportFile file = find(caller, id);
        require(file, "uploaded", "mapped", "checked");
        FileKind kind = kind(file.kind());
        for (Map.Entry<String, Integer> column : mapping.columns().entrySet()) {
            boolean known = kind.fields().stream().anyMatch(field -> field.key().equals(column.getKey()));
            if (!known
                    || column.getValue() < 0
                    || column.getValue() >= file.look().headers().size()) {
                throw Refusal.of(Code.INVALID_FIELDS, Reason.field("columns." + column.getKey(), "unknown-column"));
            }
        }
        if (mapping.currency() != null && !isCurrency(mapping.currency())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("currency", "unknown-currency"));
        }
        try {
            Look look = kind.look(contents.file(file.content()), mapping).look();
            if (!store.map(file, mapping, look, state(look))) {
                throw notReady("changed");
            }
            store.remember(file.node(), file.kind(), look.fingerprint(), mapping);
        } catch (IntakeProblem problem) {
            throw unusable(problem);
        }
        return find(caller, id);
    }

    /** Whether there is such a currency and it counts in something: gold does not. */
    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code) && one.getDefaultFractionDigits() >= 0);
    }

    private static void require(ImportFile file, String... states) {
        if (!List.of(states).contains(file.state())) {
            throw notReady(file.state());
        }
    }

    private static Refusal notReady(String state) {
        return Refusal.of(IntegrationCode.IMPORT_NOT_READY, new Reason(null, "state", Map.of("state", state)));
    }

    /** Reads the whole file and keeps the rows that need a look. */
    @Transactional
    public Job check(Caller caller, UUID id) {
        ImportFile file = find(caller, id);
        require(file, "mapped", "checked");
        return begin(
                caller,
                file,
                "checking",
                "integration.check",
                "检查 " + file.name(),
                (kind, by) -> progress -> work.check(kind, file, by, progress));
    }

    /**
     * Brings the file in, all of it or nothing.
     *
     * @param whole whether to refuse where any row is faulty; otherwise faulty rows are left out
     */
    @Transactional
    public Job confirm(Caller caller, UUID id, boolean whole) {
        ImportFile file = find(caller, id);
        require(file, "checked");
        requireRight(caller, kind(file.kind()), file.node());
        return begin(
                caller,
                file,
                "importing",
                "integration.import",
                "导入 " + file.name(),
                (kind, by) -> progress -> work.confirm(kind, file, by, whole, progress));
    }

    /** A list of customers changes files as their form does, so it takes the same right. */
    private static void requireRight(Caller caller, FileKind kind, UUID company) {
        if (!caller.within(kind.right()).reaches(company)) {
            throw Refusal.of(
                    Code.RIGHT_MISSING, new Reason(null, null, Map.of("right", kind.right(), "role", caller.role())));
        }
    }

    private Job begin(
            Caller caller,
            ImportFile file,
            String to,
            String job,
            String title,
            BiFunction<FileKind, Caller, Work> what) {
        Job submitted = jobs.submit(caller, file.node(), job, title, what.apply(kind(file.kind()), caller));
        if (!store.begin(file.id(), file.state(), to, submitted.id())) {
            throw notReady("changed");
        }
        return submitted;
    }

    /** Takes an import out again, within a day and while nothing depends on it. */
    @Transactional
    public Job undo(Caller caller, UUID id) {
        ImportFile file = find(caller, id);
        require(file, "imported");
        requireRight(caller, kind(file.kind()), file.node());
        var until = undoUntil(file);
        if (until == null || clock.timestamp().isAfter(until)) {
            throw Refusal.of(IntegrationCode.IMPORT_TOO_OLD);
        }
        Job submitted = jobs.submit(
                caller,
                file.node(),
                "integration.undo",
                "撤销导入 " + file.name(),
                progress -> work.undo(file, caller, progress));
        store.undoing(id, submitted.id());
        return submitted;
    }

    /** Corrects cells of a faulty row; the row is checked anew at once by the same rules. */
    @Transactional
    public FaultyRow correct(Caller caller, UUID id, int line, Map<Integer, String> cells) {
        ImportFile file = find(caller, id);
        require(file, "checked");
        String before = faults.lockedSeverity(id, line).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        var edits = new TreeMap<>(faults.edits(id, line));
        cells.forEach((column, text) -> {
            if (column < 0 || column >= file.look().headers().size()) {
                throw Refusal.of(Code.INVALID_FIELDS, Reason.field("cells." + column, "unknown-column"));
            }
            edits.put(column, text);
        });
        faults.edit(id, line, edits, "error", List.of());
        FaultyRow row = faults.find(id, line).orElseThrow();
        List<Fault> found = corrections.check(kind(file.kind()), file.node(), file, row);
        String after = found.isEmpty() ? "good" : "error";
        faults.edit(id, line, edits, after, found);
        store.recount(id, before, after);
        return faults.find(id, line).orElseThrow();
    }
}
