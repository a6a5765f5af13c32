package xindang.receivable.store;

import static xindang.schema.Tables.RECEIVABLE_SNAPSHOT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.engine.receivable.AgeingSchedule;
import xindang.platform.time.BusinessClock;

/** Makes and removes ageing snapshots (账龄快照), each by one statement over all items of a company. */
@Repository
public class SnapshotStore {

    private static final List<Integer> BOUNDS = AgeingSchedule.STANDARD.bounds();
    private static final String COLUMNS = IntStream.range(0, AgeingSchedule.STANDARD.buckets())
            .mapToObj(bucket -> "a" + bucket)
            .collect(Collectors.joining(", "));

    /**
     * Open amounts of the items at the day $d; items that were settled by then are left out before anything is added up, and
     * "materialized" keeps the planner from walking all items in the order of an index, which takes minutes.
     */
    private static final String OPEN_ITEMS = """
            with open_items as materialized (
                select i.file_id, i.currency, cast(:d as date) - i.due as days,
                    i.amount - case when i.split then coalesce(s.settled, 0)
                        when i.settled_on is null or i.settled_on <= :d then i.settled_amount
                        else 0 end as open
                from receivable_item i left join (
                    select item_id, sum(amount) as settled from receivable_settlement
                    where node_id = :n and (settled_on is null or settled_on <= :d) group by item_id) s on i.split and s.item_id = i.id
                where i.node_id = :n and (i.issued is null or i.issued <= :d)
                    and not (not i.split and i.amount = i.settled_amount and (i.settled_on is null or i.settled_on <= :d)))""";

    private static final String ROWS = """
            %s
            insert into receivable_snapshot_row (snapshot_id, file_id, department_id, currency, %s, open, overdue, max_days)
            select :s, g.file_id, f.department_id, g.currency, %s, g.open, g.overdue, g.max_days
            from (select o.file_id, o.currency, %s, sum(o.open) as open,
                      coalesce(sum(o.open) filter (where o.days > 0), 0) as overdue,
                      greatest(coalesce(max(o.days) filter (where o.open > 0), 0), 0) as max_days
                  from open_items o where o.open <> 0 group by o.file_id, o.currency) g
            join customerfile_file f on f.id = g.file_id""".formatted(OPEN_ITEMS, COLUMNS, columns("g."), buckets());

    /** All amounts less all settlements, per department: another way to the same sum. */
    private static final String SUMS = """
            insert into receivable_snapshot_sum (snapshot_id, currency, department_id, %s, open, overdue, customers, control,
                booked_later)
            select :s, c.currency, c.department_id, %s, coalesce(r.open, 0), coalesce(r.overdue, 0), coalesce(r.customers, 0),
                c.control, c.later
            from (select m.currency, m.department_id, sum(m.amount) as control, sum(m.later) as later
                  from (select i.currency, f.department_id, sum(i.amount) - coalesce(sum(i.settled_amount) filter (
                                where not i.split and (i.settled_on is null or i.settled_on <= :d)), 0) as amount,
                            count(*) filter (where i.recorded_at >= :e) as later
                        from receivable_item i join customerfile_file f on f.id = i.file_id
                        where i.node_id = :n and (i.issued is null or i.issued <= :d) group by 1, 2
                        union all
                        select i.currency, f.department_id, - sum(s.amount), 0
                        from receivable_settlement s join receivable_item i on i.id = s.item_id
                        join customerfile_file f on f.id = i.file_id
                        where i.node_id = :n and i.split and (i.issued is null or i.issued <= :d)
                            and (s.settled_on is null or s.settled_on <= :d) group by 1, 2) m group by 1, 2) c
            left join (select currency, department_id, %s, sum(open) as open, sum(overdue) as overdue,
                           count(distinct file_id) as customers
                       from receivable_snapshot_row where snapshot_id = :s group by 1, 2) r
                on r.currency = c.currency and r.department_id is not distinct from c.department_id""".formatted(COLUMNS, coalesced(), sums());

    private final DSLContext db;
    private final DSLContext engineDb;

    SnapshotStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb) {
        this.db = db;
        this.engineDb = engineDb;
    }

    /** The snapshot of a company, day and version, if it was made. */
    public Optional<UUID> find(UUID company, LocalDate asOf, long version) {
        return db.select(RECEIVABLE_SNAPSHOT.ID)
                .from(RECEIVABLE_SNAPSHOT)
                .where(RECEIVABLE_SNAPSHOT.NODE_ID.eq(company))
                .and(RECEIVABLE_SNAPSHOT.AS_OF.eq(asOf))
                .and(RECEIVABLE_SNAPSHOT.LEDGER_VERSION.eq(version))
                .fetchOptional(RECEIVABLE_SNAPSHOT.ID);
    }

    /** Waits until nobody else makes a snapshot of that company and day; released with the transaction. */
    public void await(UUID company, LocalDate asOf) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "snapshot " + company + " " + asOf);
    }

    /** Makes a snapshot. */
    public UUID make(UUID company, LocalDate asOf, long version) {
        UUID id = db.insertInto(RECEIVABLE_SNAPSHOT)
                .set(RECEIVABLE_SNAPSHOT.NODE_ID, company)
                .set(RECEIVABLE_SNAPSHOT.AS_OF, asOf)
                .set(RECEIVABLE_SNAPSHOT.LEDGER_VERSION, version)
                .returning(RECEIVABLE_SNAPSHOT.ID)
                .fetchSingle()
                .getId();
        // Millions of items are added up in memory instead of sorted on disk; ends with the transaction.
        db.execute("set local work_mem = '128MB'");
        // It is one for all readers, also for those who may not read every file of it.
        db.execute("select set_config('xd.prepares', 'on', true)");
        OffsetDateTime end = asOf.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        for (String statement : List.of(ROWS, SUMS)) {
            db.execute(bound(statement, id, company, asOf, end));
        }
        db.execute("select set_config('xd.prepares', 'off', true)");
        return id;
    }

    /** Ids and dates have one form only, so they may stand in the text; the planner then sees the day itself. */
    private static String bound(String statement, UUID id, UUID company, LocalDate asOf, OffsetDateTime end) {
        return statement
                .replace(":s", "'" + id + "'::uuid")
                .replace(":n", "'" + company + "'::uuid")
                .replace(":d", "'" + asOf + "'::date")
                .replace(":e", "'" + end.toInstant() + "'::timestamptz");
    }

    /** Removes snapshots of earlier versions, and the oldest beyond so many per company; that of the latest day stays. A schedule's, for all companies. */
    public int sweep(int kept) {
        List<UUID> old = engineDb.resultQuery("""
                        select id from (
                            select s.id, s.ledger_version <> coalesce(l.version, 0) as stale,
                                row_number() over (partition by s.node_id
                                    order by s.as_of = (select max(t.as_of) from receivable_snapshot t where t.node_id = s.node_id) desc,
                                        s.made_at desc) as age
                            from receivable_snapshot s left join receivable_ledger l on l.node_id = s.node_id) o
                        where stale or age > ?""", kept).fetch(0, UUID.class);
        for (UUID id : old) {
            engineDb.execute("delete from receivable_snapshot where id = ?", id);
            engineDb.execute("delete from receivable_snapshot_sum where snapshot_id = ?", id);
            engineDb.execute("delete from receivable_snapshot_row where snapshot_id = ?", id);
        }
        return old.size();
    }

    private static String columns(String prefix) {
        return each(bucket -> prefix + "a" + bucket);
    }

    private static String sums() {
        return each(bucket -> "sum(a" + bucket + ") as a" + bucket);
    }

    private static String coalesced() {
        return each(bucket -> "coalesce(r.a" + bucket + ", 0)");
    }

    private static String buckets() {
        return each(bucket -> {
            String from = bucket == 0 ? "" : "o.days > " + (bucket == 1 ? 0 : BOUNDS.get(bucket - 2));
            String to = bucket > BOUNDS.size() ? "" : "o.days <= " + (bucket == 0 ? 0 : BOUNDS.get(bucket - 1));
            String both = from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
            return "coalesce(sum(o.open) filter (where " + both + "), 0) as a" + bucket;
        });
    }

    private static String each(java.util.function.IntFunction<String> column) {
        return IntStream.range(0, AgeingSchedule.STANDARD.buckets())
                .mapToObj(column)
                .collect(Collectors.joining(", "));
    }
}
