package xindang.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.customerfile.CustomerRegister;
import xindang.engine.decision.DecisionRun;
import xindang.format.AssessmentRun;
import xindang.format.EffectivePolicies;
import xindang.insight.store.AssessmentStore;
import xindang.platform.access.Caller;
import xindang.platform.jobs.Job;
import xindang.platform.jobs.Jobs;
import xindang.platform.jobs.Progress;
import xindang.policy.Regime;
import xindang.receivable.AccountFigures;
import xindang.receivable.Accounts;
import xindang.receivable.CustomerFigures;
import xindang.receivable.ItemBook;
import xindang.receivable.Snapshots;

/**
 * Assesses all customers of a company on a business date (组合评估): reads their items some thousand customers at a time, decides by
 * the engine, and writes records, grades, limits, warnings and figures. A run is one transaction; a second run on the same day
 * writes only what differs.
 */
@Service
public class AssessPortfolio {

    private static final int CHUNKS_WAITING = 2;

    private final Jobs jobs;
    private final Regime regime;
    private final ItemBook items;
    private final CustomerRegister customers;
    private final AssessmentStore store;
    private final AssessmentWriter writer;
    private final Snapshots snapshots;
    private final Trail trail;
    private final TransactionTemplate transaction;

    AssessPortfolio(
            Jobs jobs,
            Regime regime,
            ItemBook items,
            CustomerRegister customers,
            AssessmentStore store,
            AssessmentWriter writer,
            Snapshots snapshots,
            Trail trail,
            @Qualifier("engineTransactions") PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.regime = regime;
        this.items = items;
        this.customers = customers;
        this.store = store;
        this.writer = writer;
        this.snapshots = snapshots;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Starts a run over a company on today's business date. */
    public Job start(Caller caller, UUID company) {
        return start(caller, company, null);
    }

    /**
     * Starts a run over a company.
     *
     * @param asOf business date; null = today. Of a date before that of the figures in force only decisions are kept: what
     *     holds today stays as it is
     * @throws xindang.platform.problem.Refusal for a date to come
     */
    public Job start(Caller caller, UUID company, @Nullable LocalDate asOf) {
        LocalDate date = snapshots.day(asOf);
        var by = new By(caller.id(), caller.name());
        return jobs.submit(
                caller, company, "insight.assess", "评估 " + date, progress -> assess(by, company, date, progress));
    }

    /** On whose behalf a run is recorded. */
    private record By(UUID id, String name) {

        /** Nobody's: a schedule. */
        static final By SCHEDULE = new By(new UUID(0, 0), "系统");
    }

    /**
     * The run of a schedule.
     *
     * @param wanted asked under the company's lock: whether nobody else has done it meanwhile
     * @param done called within the run's transaction, at its end
     */
    Map<String, Object> bySchedule(
            UUID company, LocalDate asOf, Progress progress, BooleanSupplier wanted, Runnable done) {
        Map<String, Object> facts = transaction.execute(_ -> {
            store.lockCompany(company);
            if (!wanted.getAsBoolean()) {
                return Map.<String, Object>of();
            }
            // A date that newer figures have overtaken changes nothing any more, and nobody asks what it would have.
            Map<String, Object> found =
                    isPast(company, asOf) ? Map.of("kept", "nothing") : run(By.SCHEDULE, company, asOf, progress);
            done.run();
            return found;
        });
        return facts == null ? Map.of() : facts;
    }

    /** Removes what runs wrote about customers that are removed; the decision records stay. */
    public void forget(List<UUID> files) {
        writer.forget(files);
    }

    private Job.Result assess(By by, UUID company, LocalDate asOf, Progress progress) {
        Map<String, Object> facts = transaction.execute(_ -> run(by, company, asOf, progress));
        return new Job.Result("/insight", facts == null ? Map.of() : facts);
    }

    private Map<String, Object> run(By by, UUID company, LocalDate asOf, Progress progress) {
        // No import of the company may change items while they are read.
        store.lockCompany(company);
        EffectivePolicies policies = regime.at(company, asOf);
        var run = new AssessmentRun(policies, asOf);
        progress.total(store.customers(company));
        DecisionRun header = run.header(List.of(Map.of("company", company.toString())));
        UUID runId = store.begin(company, header);
        var assessors = new Assessors(run, asOf, store.openByCurrency(company, asOf));
        var shared = new AssessmentStore.Run(company, runId, asOf, header.sha256());
        boolean past = isPast(company, asOf);
        long[] done = {0, 0};
        read(company, asOf, chunk -> {
            List<Decided> decided = assessors.decide(chunk, store.names(chunk.files()));
            if (past) {
                store.keep(shared, decided);
            } else {
                done[1] += inForce(shared, policies, decided);
            }
            progress.done(done[0] += decided.size());
        });
        if (!past) {
            writer.end(company, asOf);
        }
        trail.recordByJob(
                by.id(),
                by.name(),
                Act.of(company, "insight.assess", "run", runId, asOf.toString())
                        .basedOn(Map.of("run", header.sha256())));
        var facts = new HashMap<String, Object>();
        facts.put("customers", done[0]);
        facts.put("changed", done[1]);
        if (past) {
            facts.put("kept", "decisions-only");
        }
        return facts;
    }

    /** Whether the figures in force are of a later date. */
    private boolean isPast(UUID company, LocalDate asOf) {
        return store.figuresOf(company).filter(asOf::isBefore).isPresent();
    }

    /** Writes what holds from now on: grades, limits, warnings, figures; answers how many customers changed. */
    private int inForce(AssessmentStore.Run shared, EffectivePolicies policies, List<Decided> decided) {
        int changed = writer.write(shared, decided);
        var figures = new ArrayList<AccountFigures>();
        decided.forEach(one -> figures.addAll(one.accounts()));
        items.figures(shared.company(), shared.asOf(), figures);
        customers.overview(List.of(), CustomerFigures.of(figures));
        writer.overview(shared.asOf(), policies, decided);
        return changed;
    }

    /** What takes chunks. */
    @FunctionalInterface
    private interface Sink {
        void take(Accounts chunk);
    }

    /** Reads on a connection of its own, a few chunks ahead: a connection that copies out can do nothing else. */
    private void read(UUID company, LocalDate asOf, Sink sink) {
        BlockingQueue<Accounts> waiting = new ArrayBlockingQueue<>(CHUNKS_WAITING);
        var reading = new FutureTask<Boolean>(() -> {
            transaction.executeWithoutResult(_ -> items.read(company, asOf, chunk -> put(waiting, chunk)));
            return true;
        });
        Thread reader = Thread.ofVirtual().name("portfolio reader").start(reading);
        try {
            while (!reading.isDone() || !waiting.isEmpty()) {
                Accounts chunk = waiting.poll(50, TimeUnit.MILLISECONDS);
                if (chunk != null) {
                    sink.take(chunk);
                }
            }
            reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            reader.interrupt();
        }
    }

    private static void put(BlockingQueue<Accounts> waiting, Accounts chunk) {
        try {
            waiting.put(chunk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
