package xindang.receivable.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;
import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.RECEIVABLE_SNAPSHOT;
import static xindang.schema.Tables.RECEIVABLE_SNAPSHOT_ROW;
import static xindang.schema.Tables.RECEIVABLE_SNAPSHOT_SUM;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.engine.receivable.AgeingSchedule;
import xindang.platform.access.Reach;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.MoneyText;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.platform.store.Scoped;
import xindang.receivable.AgeingLine;
import xindang.receivable.AgeingTotals;
import xindang.receivable.TextFilter;

/** Reads ageing snapshots (账龄快照读取). */
@Repository
public class AgeingReader {

    private static final int BUCKETS = AgeingSchedule.STANDARD.buckets();

    /** Rows and overview share the file's id; each order names the one whose index it walks. */
    private static final Keyset BY_NAME = Keyset.of("receivable.ageing", CUSTOMERFILE_OVERVIEW.FILE_ID, "name")
            .sortable("name", CUSTOMERFILE_OVERVIEW.NAME);

    private static final Keyset BY_FIGURES = Keyset.of("receivable.ageing", RECEIVABLE_SNAPSHOT_ROW.FILE_ID, "-overdue")
            .sortable("open", RECEIVABLE_SNAPSHOT_ROW.OPEN)
            .sortable("overdue", RECEIVABLE_SNAPSHOT_ROW.OVERDUE)
            .sortable("name", CUSTOMERFILE_OVERVIEW.NAME);

    private static final Field<String> COMPANY = DSL.field(DSL.select(IDENTITY_NODE.as("company").NAME)
            .from(IDENTITY_NODE.as("company"))
            .where(IDENTITY_NODE.as("company").ID.eq(RECEIVABLE_SNAPSHOT.NODE_ID)));

    private final DSLContext db;
    private final Cursors cursors;

    AgeingReader(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /**
     * What is asked of snapshots.
     *
     * @param customers only these customers; null for all
     */
    public record Asked(
            List<UUID> snapshots, String currency, @Nullable TextFilter customers) {}

    /** One page of customers within reach. */
    public Page<AgeingLine> customers(Reach reach, Asked asked, PageQuery query) {
        Keyset.Plan plan = keyset(query).plan(query);
        Condition condition = condition(reach, asked);
        Keyset.Total total = FileFilter.total(
                db, RECEIVABLE_SNAPSHOT_ROW, RECEIVABLE_SNAPSHOT_ROW.FILE_ID, rows(reach, asked), asked.customers());
        return plan.fetch(select(plan, condition), cursors, total, row -> line(row, asked.currency()));
    }

    /** All customers within reach, one after the other, within a transaction. */
    public void each(Reach reach, Asked asked, PageQuery order, Consumer<AgeingLine> line) {
        Keyset.Plan plan = keyset(order).plan(order);
        plan.each(select(plan, condition(reach, asked)), row -> line.accept(line(row, asked.currency())));
    }

    private static Keyset keyset(PageQuery query) {
        return query.sort() != null && query.sort().endsWith("name") ? BY_NAME : BY_FIGURES;
    }

    /** The rows by themselves, without the overview, which one needs for names only. */
    private static Condition rows(Reach reach, Asked asked) {
        return ofSnapshots(reach, asked).and(RECEIVABLE_SNAPSHOT_ROW.CURRENCY.eq(asked.currency()));
    }

    /** The snapshots come in the order of the companies. */
    private static Condition ofSnapshots(Reach reach, Asked asked) {
        return Scoped.within(
                reach, RECEIVABLE_SNAPSHOT_ROW.SNAPSHOT_ID, asked.snapshots(), RECEIVABLE_SNAPSHOT_ROW.DEPARTMENT_ID);
    }

    private static Condition condition(Reach reach, Asked asked) {
        // The reach once more by the rows themselves, where an index knows it.
        Condition condition = rows(reach, asked)
                .and(Scoped.within(reach, CUSTOMERFILE_OVERVIEW.NODE_ID, CUSTOMERFILE_OVERVIEW.DEPARTMENT_ID));
        return condition.and(FileFilter.of(RECEIVABLE_SNAPSHOT_ROW.FILE_ID, asked.customers()));
    }

    private SelectConditionStep<Record> select(Keyset.Plan plan, Condition condition) {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(RECEIVABLE_SNAPSHOT_ROW.fields()));
        fields.add(CUSTOMERFILE_OVERVIEW.NUMBER);
        fields.add(CUSTOMERFILE_OVERVIEW.NAME);
        fields.add(plan.key());
        fields.add(plan.keyId());
        return db.select(fields)
                .from(RECEIVABLE_SNAPSHOT_ROW)
                .join(CUSTOMERFILE_OVERVIEW)
                .on(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(RECEIVABLE_SNAPSHOT_ROW.FILE_ID))
                .where(condition);
    }

    private static AgeingLine line(Record row, String currency) {
        return new AgeingLine(
                new AgeingLine.Key(
                        row.get(RECEIVABLE_SNAPSHOT_ROW.FILE_ID),
                        row.get(CUSTOMERFILE_OVERVIEW.NUMBER),
                        row.get(CUSTOMERFILE_OVERVIEW.NAME)),
                amounts(row, currency),
                amount(row, "open", currency),
                amount(row, "overdue", currency));
    }

    /** Departments within reach; what belongs to no department stands under its company. */
    public List<AgeingLine> departments(Reach reach, Asked asked) {
        return isClosed() ? departmentsOfReadable(reach, asked) : departmentsOfAll(reach, asked);
    }

    /** Whether the reader may not see every file; then prepared sums hold too much. */
    private boolean isClosed() {
        return Boolean.TRUE.equals(db.fetchValue(DSL.field("cardinality(secrecy_closed()) > 0", Boolean.class)));
    }

    /** The same from rows, of which the database hands out those the reader may see. */
    private List<AgeingLine> departmentsOfReadable(Reach reach, Asked asked) {
        Field<UUID> node = coalesce(RECEIVABLE_SNAPSHOT_ROW.DEPARTMENT_ID, RECEIVABLE_SNAPSHOT.NODE_ID)
                .as("node");
        Field<String> name = DSL.max(coalesce(IDENTITY_NODE.NAME, COMPANY)).as("name");
        var fields = added(figures());
        fields.add(node);
        fields.add(name);
        return db.select(fields)
                .from(RECEIVABLE_SNAPSHOT_ROW)
                .join(RECEIVABLE_SNAPSHOT)
                .on(RECEIVABLE_SNAPSHOT.ID.eq(RECEIVABLE_SNAPSHOT_ROW.SNAPSHOT_ID))
                .leftJoin(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(RECEIVABLE_SNAPSHOT_ROW.DEPARTMENT_ID))
                .where(rows(reach, asked))
                .groupBy(node)
                .fetch(row -> new AgeingLine(
                        new AgeingLine.Key(row.get(node), null, row.get(name)),
                        amounts(row, asked.currency()),
                        amount(row, "open", asked.currency()),
                        amount(row, "overdue", asked.currency())));
    }

    private List<AgeingLine> departmentsOfAll(Reach reach, Asked asked) {
        Field<UUID> node = coalesce(RECEIVABLE_SNAPSHOT_SUM.DEPARTMENT_ID, RECEIVABLE_SNAPSHOT.NODE_ID)
                .as("node");
        Field<String> name = coalesce(IDENTITY_NODE.NAME, COMPANY).as("name");
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(RECEIVABLE_SNAPSHOT_SUM.fields()));
        fields.add(node);
        fields.add(name);
        return db.select(fields)
                .from(RECEIVABLE_SNAPSHOT_SUM)
                .join(RECEIVABLE_SNAPSHOT)
                .on(RECEIVABLE_SNAPSHOT.ID.eq(RECEIVABLE_SNAPSHOT_SUM.SNAPSHOT_ID))
                .leftJoin(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(RECEIVABLE_SNAPSHOT_SUM.DEPARTMENT_ID))
                .where(sums(reach, asked).and(RECEIVABLE_SNAPSHOT_SUM.CUSTOMERS.gt(0L)))
                .fetch(row -> new AgeingLine(
                        new AgeingLine.Key(row.get(node), null, row.get(name)),
                        amounts(row, asked.currency()),
                        amount(row, "open", asked.currency()),
                        amount(row, "overdue", asked.currency())));
    }

    /** Sums within reach. */
    public AgeingTotals totals(Reach reach, Asked asked) {
        if (isClosed()) {
            return totalsOf(reach, asked);
        }
        var columns = new ArrayList<>(List.of("customers", "control", "booked_later"));
        columns.addAll(figures());
        Record row = db.select(added(columns))
                .from(RECEIVABLE_SNAPSHOT_SUM)
                .where(sums(reach, asked))
                .fetchSingle();
        BigDecimal open = row.get("open", BigDecimal.class);
        return new AgeingTotals(
                true,
                amounts(row, asked.currency()),
                MoneyText.plain(open, asked.currency()),
                amount(row, "overdue", asked.currency()),
                row.get("customers", Long.class),
                MoneyText.plain(open.subtract(row.get("control", BigDecimal.class)), asked.currency()),
                row.get("booked_later", Long.class));
    }

    /** Sums of the customers that a text finds, where they are few. */
    public AgeingTotals totalsOf(Reach reach, Asked asked) {
        var fields = added(figures());
        fields.add(DSL.count().as("customers"));
        Record row = db.select(fields)
                .from(RECEIVABLE_SNAPSHOT_ROW)
                .where(rows(reach, asked).and(FileFilter.of(RECEIVABLE_SNAPSHOT_ROW.FILE_ID, asked.customers())))
                .fetchSingle();
        return new AgeingTotals(
                true,
                amounts(row, asked.currency()),
                amount(row, "open", asked.currency()),
                amount(row, "overdue", asked.currency()),
                row.get("customers", Long.class),
                null,
                null);
    }

    private static List<SelectFieldOrAsterisk> added(List<String> columns) {
        var fields = new ArrayList<SelectFieldOrAsterisk>();
        for (String column : columns) {
            fields.add(coalesce(sum(DSL.field(DSL.name(column), BigDecimal.class)), DSL.inline(BigDecimal.ZERO))
                    .as(column));
        }
        return fields;
    }

    private static List<String> figures() {
        var columns = new ArrayList<>(List.of("open", "overdue"));
        IntStream.range(0, BUCKETS).mapToObj(bucket -> "a" + bucket).forEach(columns::add);
        return columns;
    }

    private static Condition sums(Reach reach, Asked asked) {
        return Scoped.within(
                        reach,
                        RECEIVABLE_SNAPSHOT_SUM.SNAPSHOT_ID,
                        asked.snapshots(),
                        RECEIVABLE_SNAPSHOT_SUM.DEPARTMENT_ID)
                .and(RECEIVABLE_SNAPSHOT_SUM.CURRENCY.eq(asked.currency()));
    }

    private static List<String> amounts(Record row, String currency) {
        return IntStream.range(0, BUCKETS)
                .mapToObj(bucket -> amount(row, "a" + bucket, currency))
                .toList();
    }

    private static String amount(Record row, String column, String currency) {
        return MoneyText.plain(Objects.requireNonNull(row.get(column, BigDecimal.class)), currency);
    }
}
