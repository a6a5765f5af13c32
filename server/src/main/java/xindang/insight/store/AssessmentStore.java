package xindang.insight.store;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.engine.assessment.AssessmentRecord;
import xindang.engine.decision.DecisionRun;
import xindang.engine.money.Money;
import xindang.insight.Decided;
import xindang.platform.store.CopyRows;
import xindang.platform.store.Staged;

/** What runs over a portfolio decided (评估落库): their decision records, and of each customer the hash of the last outcome. */
@Repository
public class AssessmentStore {

    private final DSLContext db;
    private final SecureRandom random = new SecureRandom();

    AssessmentStore(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /**
     * What all chunks of a run share.
     *
     * @param header hash of the run's header
     */
    public record Run(UUID company, UUID id, LocalDate asOf, String header) {}

    /** Waits until no import or other run of the company is deciding; until the end of the transaction. */
    public void lockCompany(UUID company) {
        db.execute("select pg_advisory_xact_lock(hashtextextended('portfolio ' || ?::text, 0))", company);
    }

    /** Number of customers with items. */
    public long customers(UUID company) {
        return db.resultQuery("select count(distinct file_id) from receivable_account where node_id = ?", company)
                .fetchSingle()
                .get(0, Long.class);
    }

    /** Business date of the figures that lists show of a company; nothing without any. */
    public Optional<LocalDate> figuresOf(UUID company) {
        return Optional.ofNullable(
                db.resultQuery("select max(as_of) from receivable_account where node_id = ?", company)
                        .fetchSingle()
                        .get(0, LocalDate.class));
    }

    /** Stores the header of a run. */
    public UUID begin(UUID company, DecisionRun header) {
        return db.resultQuery(
                        "insert into platform_decision_run (node_id, header, sha256, as_of) values (?, ?, ?, ?) returning id",
                        company,
                        header.text(),
                        header.sha256(),
                        header.asOf())
                .fetchSingle()
                .get(0, UUID.class);
    }

    /** Open amounts of a company at the end of a day in minor units, by currency code. */
    public Map<String, Long> openByCurrency(UUID company, LocalDate asOf) {
        var open = new HashMap<String, Long>();
        db.resultQuery("""
                        select i.currency, sum(i.amount - case
                            when i.split then coalesce((select sum(t.amount) from receivable_settlement t
                                where t.item_id = i.id and (t.settled_on is null or t.settled_on <= ?)), 0)
                            when i.settled_on is null or i.settled_on <= ? then i.settled_amount else 0 end)
                        from receivable_item i where i.node_id = ? and (i.issued is null or i.issued <= ?) group by i.currency""", asOf, asOf, company, asOf).fetch().forEach(row -> {
            Currency currency = Currency.getInstance(row.get(0, String.class));
            open.put(
                    currency.getCurrencyCode(),
                    Money.exact(currency, row.get(1, java.math.BigDecimal.class))
                            .minor());
        });
        return open;
    }

    /** What decisions call customers: their key in the ledger, else their number. */
    public Map<UUID, String> names(List<UUID> files) {
        var names = new HashMap<UUID, String>();
        db.resultQuery("""
                select f.id, coalesce((select min(k.key) from customerfile_key k where k.file_id = f.id and k.source = 'ledger'), f.number)
                from customerfile_file f where f.id = any(?)""", (Object) files.toArray(UUID[]::new))
                .fetch()
                .forEach(row -> names.put(row.get(0, UUID.class), row.get(1, String.class)));
        return names;
    }

    /** The hash of the last outcome of each customer that has one. */
    public Map<UUID, String> outcomes(List<UUID> files) {
        return db.resultQuery("select file_id, outcome from insight_assessment where file_id = any(?)", (Object)
                        files.toArray(UUID[]::new))
                .fetchMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class));
    }

    /** Keeps decisions and remembers their outcomes as the last ones; answers as {@link #keep}. */
    public List<UUID> keepAsLast(Run run, List<Decided> decided) {
        List<UUID> ids = keep(run, decided);
        outcomes(run, decided, ids);
        return ids;
    }

    /** Keeps decisions; answers their ids, in the order given. */
    public List<UUID> keep(Run run, List<Decided> decided) {
        List<UUID> ids = decided.stream().map(_ -> nextId()).toList();
        db.connection(connection -> {
            try (CopyRows rows = CopyRows.into(
                    connection, "platform_decision (id, node_id, run_id, kind, subject_id, record, sha256)")) {
                for (int i = 0; i < decided.size(); i++) {
                    var line = decided.get(i).record().line(run.header());
                    rows.id(ids.get(i))
                            .id(run.company())
                            .id(run.id())
                            .text(AssessmentRecord.KIND)
                            .id(decided.get(i).file())
                            .text(line.text())
                            .text(line.sha256())
                            .end();
                }
                rows.finish();
            }
        });
        return ids;
    }

    private void outcomes(Run run, List<Decided> decided, List<UUID> ids) {
        Staged.rows(
                db,
                "staged_outcome (file_id uuid, outcome text, decision_id uuid)",
                rows -> {
                    for (int i = 0; i < decided.size(); i++) {
                        rows.id(decided.get(i).file())
                                .text(decided.get(i).outcome())
                                .id(ids.get(i))
                                .end();
                    }
                },
                () -> db.execute("""
                        insert into insight_assessment (file_id, node_id, as_of, outcome, decision_id)
                        select file_id, ?, ?, outcome, decision_id from staged_outcome
                        on conflict (file_id) do update set as_of = excluded.as_of, outcome = excluded.outcome,
                            decision_id = excluded.decision_id, recorded_at = now()""", run.company(), run.asOf()));
    }

    /** An id of version 7: its first 48 bits are the milliseconds, so that rows of a run lie together. */
    private UUID nextId() {
        long high = (System.currentTimeMillis() << 16) | 0x7000 | random.nextInt(1 << 12);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    /** Customers that were assessed once and have no items any more. */
    public List<UUID> withoutItems(UUID company) {
        return db.resultQuery("""
                select a.file_id from insight_assessment a where a.node_id = ?
                and not exists (select from receivable_account r where r.file_id = a.file_id)""", company).fetch(0, UUID.class);
    }

    /** Forgets the outcomes of customers; the decision records stay. */
    public void forget(List<UUID> files) {
        db.execute("delete from insight_assessment where file_id = any(?)", (Object) files.toArray(UUID[]::new));
    }
}
