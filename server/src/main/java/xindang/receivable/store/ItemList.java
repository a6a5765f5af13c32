package xindang.receivable.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.RECEIVABLE_INVOICES;
import static xindang.schema.Tables.RECEIVABLE_ITEM;
import static xindang.schema.Tables.RECEIVABLE_SETTLEMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
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
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.MoneyText;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.platform.store.Scoped;
import xindang.receivable.ItemFilter;
import xindang.receivable.ItemLine;
import xindang.receivable.ItemSums;
import xindang.receivable.TextFilter;

/** The list of items (应收明细), each as it was at the end of a day. */
@Repository
public class ItemList {

    /** More items than these are met by walking. */
    private static final int FEW = 5_000;

    private static final LocalDate BEFORE_ANY = LocalDate.of(1, 1, 1);
    private static final Field<BigDecimal> OPEN = DSL.field(DSL.name("open_then"), BigDecimal.class);
    private static final Field<BigDecimal> SETTLED = DSL.field(DSL.name("settled_then"), BigDecimal.class);
    private static final Field<Integer> DAYS = DSL.field(DSL.name("days_then"), Integer.class);

    private final DSLContext db;
    private final Cursors cursors;

    ItemList(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /**
     * What is asked.
     *
     * @param asOf the day
     * @param customers customers that the text of the filter finds; null without a text
     */
    public record Asked(
            ItemFilter filter, LocalDate asOf, @Nullable TextFilter customers) {}

    /** One page within reach. */
    public Page<ItemLine> page(Reach reach, Asked asked, PageQuery query) {
        Keyset.Plan plan = keyset(asked.asOf()).plan(query);
        Condition condition = condition(reach, asked);
        return plan.fetch(
                rows(plan, condition, asked.asOf()),
                cursors,
                Keyset.count(db, RECEIVABLE_ITEM, condition),
                row -> line(row, asked.asOf()));
    }

    /** All of them, one after the other, within a transaction. */
    public void each(Reach reach, Asked asked, PageQuery order, Consumer<ItemLine> line) {
        Keyset.Plan plan = keyset(asked.asOf()).plan(order);
        plan.each(rows(plan, condition(reach, asked), asked.asOf()), row -> line.accept(line(row, asked.asOf())));
    }

    /** Sums per currency; nothing of a list too long to be counted. */
    public ItemSums sums(Reach reach, Asked asked) {
        Condition condition = condition(reach, asked);
        if (!Keyset.count(db, RECEIVABLE_ITEM, condition).exact()) {
            return new ItemSums(List.of(), false);
        }
        var i = RECEIVABLE_ITEM;
        return new ItemSums(
                db.select(i.CURRENCY, count(), sum(i.AMOUNT), sum(OpenAt.open(asked.asOf())))
                        .from(i)
                        .where(condition)
                        .groupBy(i.CURRENCY)
                        .orderBy(i.CURRENCY)
                        .fetch(row -> new ItemSums.ItemsOfCurrency(
                                row.value1(),
                                row.value2(),
                                MoneyText.plain(row.value3(), row.value1()),
                                MoneyText.plain(row.value4(), row.value1()))),
                true);
    }

    /** Currencies of the companies' items, by code; walks the index from one to the next. */
    public List<String> currencies(Reach reach) {
        return db.fetch(
                        """
                        with recursive next (node, currency) as (
                            select n, (select min(currency) from receivable_item where node_id = n and amount <> settled_amount)
                            from unnest(?::uuid[]) n
                            union all
                            select node, (select min(i.currency) from receivable_item i
                                where i.node_id = next.node and i.currency > next.currency and i.amount <> i.settled_amount)
                            from next where currency is not null)
                        select distinct currency from next where currency is not null
                        union select distinct currency::text from customerfile_overview where node_id = any(?::uuid[])
                            and (level <= 1 or file_id <> all ((select secrecy_closed())::uuid[]))
                        order by 1""",
                        (Object) reach.companies().toArray(UUID[]::new),
                        reach.companies().toArray(UUID[]::new))
                .into(String.class);
    }

    private static Keyset keyset(LocalDate asOf) {
        return Keyset.of("receivable.items " + asOf, RECEIVABLE_ITEM.ID, "-recorded")
                .sortable("recorded", RECEIVABLE_ITEM.ID)
                .sortable("invoice", coalesce(RECEIVABLE_ITEM.INVOICE, inline("")))
                .sortable("issued", coalesce(RECEIVABLE_ITEM.ISSUED, inline(BEFORE_ANY)))
                .sortable("due", RECEIVABLE_ITEM.DUE)
                .sortable("amount", RECEIVABLE_ITEM.AMOUNT)
                .sortable("open", OpenAt.open(asOf));
    }

    private SelectConditionStep<Record> rows(Keyset.Plan plan, Condition condition, LocalDate asOf) {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(RECEIVABLE_ITEM.fields()));
        fields.add(OpenAt.settled(asOf).as(SETTLED));
        fields.add(OpenAt.open(asOf).as(OPEN));
        fields.add(OpenAt.daysPastDue(asOf).as(DAYS));
        fields.add(CUSTOMERFILE_OVERVIEW.NUMBER);
        fields.add(CUSTOMERFILE_OVERVIEW.NAME);
        fields.add(plan.key());
        fields.add(plan.keyId());
        return db.select(fields)
                .from(RECEIVABLE_ITEM)
                .join(CUSTOMERFILE_OVERVIEW)
                .on(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(RECEIVABLE_ITEM.FILE_ID))
                .where(condition);
    }

    private Condition condition(Reach reach, Asked asked) {
        ItemFilter filter = asked.filter();
        Condition ofDepartments = RECEIVABLE_ITEM.FILE_ID.in(select(CUSTOMERFILE_OVERVIEW.FILE_ID)
                .from(CUSTOMERFILE_OVERVIEW)
                .where(CUSTOMERFILE_OVERVIEW.DEPARTMENT_ID.in(reach.departments())));
        Condition condition = Scoped.within(reach, RECEIVABLE_ITEM.NODE_ID, reach.companies(), ofDepartments)
                .and(OpenAt.issued(asked.asOf()));
        if (filter.customer() != null) {
            condition = condition.and(RECEIVABLE_ITEM.FILE_ID.eq(filter.customer()));
        }
        if (filter.department() != null) {
            condition = condition.and(RECEIVABLE_ITEM.FILE_ID.in(inCharge(filter.department())));
        }
        if (filter.currency() != null && !filter.currency().isEmpty()) {
            condition = condition.and(RECEIVABLE_ITEM.CURRENCY.eq(filter.currency()));
        }
        return condition.and(state(filter, asked)).and(text(reach, asked));
    }

    private static org.jooq.Select<org.jooq.Record1<UUID>> inCharge(UUID node) {
        return select(CUSTOMERFILE_OVERVIEW.FILE_ID)
                .from(CUSTOMERFILE_OVERVIEW)
                .where(CUSTOMERFILE_OVERVIEW
                        .DEPARTMENT_ID
                        .eq(node)
                        .or(CUSTOMERFILE_OVERVIEW.NODE_ID.eq(node).and(CUSTOMERFILE_OVERVIEW.DEPARTMENT_ID.isNull())));
    }

    private static Condition state(ItemFilter filter, Asked asked) {
        String bucket = filter.bucket();
        if (bucket != null && !bucket.isEmpty()) {
            int index = AgeingSchedule.STANDARD.labels().indexOf(bucket);
            if (index < 0) {
                throw Refusal.of(Code.MALFORMED_REQUEST, Reason.field("bucket", "unknown"));
            }
            return OpenAt.isOpen(asked.asOf()).and(OpenAt.inBucket(index, asked.asOf()));
        }
        if (filter.open() == null) {
            return DSL.noCondition();
        }
        return filter.open()
                ? OpenAt.isOpen(asked.asOf())
                : OpenAt.open(asked.asOf()).eq(inline(BigDecimal.ZERO));
    }

    private Condition text(Reach reach, Asked asked) {
        TextFilter text = asked.customers();
        if (text == null) {
            return DSL.noCondition();
        }
        UUID[] found = beginning(reach, text.text(), FEW + 1);
        // So many stand close together that a walk through the list meets them.
        Condition invoice = found.length > FEW
                ? lower(RECEIVABLE_ITEM.INVOICE).startsWith(text.text().toLowerCase(Locale.ROOT))
                : RECEIVABLE_ITEM.ID.eq(DSL.any(found));
        List<UUID> files = text.files();
        return files != null && files.isEmpty() ? invoice : invoice.or(FileFilter.of(RECEIVABLE_ITEM.FILE_ID, text));
    }

    /** Items within reach whose invoice number begins with a text, at most so many. */
    private UUID[] beginning(Reach reach, String text, int most) {
        return reach.pieces().stream()
                .flatMap(piece -> {
                    var found = RECEIVABLE_INVOICES.call(
                            piece.companies().toArray(UUID[]::new),
                            piece.departments().toArray(UUID[]::new),
                            text,
                            most);
                    return db.select(found.ITEM_ID).from(found).fetch(found.ITEM_ID).stream();
                })
                .limit(most)
                .toArray(UUID[]::new);
    }

    private ItemLine line(Record row, LocalDate asOf) {
        String currency = row.get(RECEIVABLE_ITEM.CURRENCY);
        BigDecimal open = row.get(OPEN);
        int days = open.signum() == 0 ? 0 : row.get(DAYS);
        return new ItemLine(
                row.get(RECEIVABLE_ITEM.ID),
                new ItemLine.Owner(
                        row.get(RECEIVABLE_ITEM.FILE_ID),
                        row.get(CUSTOMERFILE_OVERVIEW.NUMBER),
                        row.get(CUSTOMERFILE_OVERVIEW.NAME)),
                Objects.requireNonNullElse(row.get(RECEIVABLE_ITEM.INVOICE), row.get(RECEIVABLE_ITEM.ITEM_KEY)),
                row.get(RECEIVABLE_ITEM.ISSUED),
                row.get(RECEIVABLE_ITEM.DUE),
                MoneyText.of(row.get(RECEIVABLE_ITEM.AMOUNT), currency),
                MoneyText.of(row.get(SETTLED), currency),
                MoneyText.of(open, currency),
                days,
                AgeingSchedule.STANDARD.label(AgeingSchedule.STANDARD.bucketOf(days)),
                row.get(RECEIVABLE_ITEM.DISPUTED),
                payments(row, currency, asOf));
    }

    private List<ItemLine.Payment> payments(Record row, String currency, LocalDate asOf) {
        BigDecimal settled = row.get(SETTLED);
        if (!row.get(RECEIVABLE_ITEM.SPLIT)) {
            return settled.signum() == 0
                    ? List.of()
                    : List.of(
                            new ItemLine.Payment(row.get(RECEIVABLE_ITEM.SETTLED_ON), MoneyText.of(settled, currency)));
        }
        return db.selectFrom(RECEIVABLE_SETTLEMENT)
                .where(RECEIVABLE_SETTLEMENT.ITEM_ID.eq(row.get(RECEIVABLE_ITEM.ID)))
                .and(RECEIVABLE_SETTLEMENT.SETTLED_ON.isNull().or(RECEIVABLE_SETTLEMENT.SETTLED_ON.le(asOf)))
                .orderBy(RECEIVABLE_SETTLEMENT.SETTLED_ON.asc().nullsFirst(), RECEIVABLE_SETTLEMENT.ID)
                .fetch(part -> new ItemLine.Payment(part.getSettledOn(), MoneyText.of(part.getAmount(), currency)));
    }

    /**
     * An invoice that a text found.
     *
     * @param customer name of the customer
     */
    public record FoundInvoice(UUID id, String invoice, String customer, UUID file) {}

    /** Items within reach whose invoice number begins with a text. */
    public List<FoundInvoice> startingWith(Reach reach, String folded, int most) {
        return db.select(
                        RECEIVABLE_ITEM.ID,
                        RECEIVABLE_ITEM.INVOICE,
                        CUSTOMERFILE_OVERVIEW.NAME,
                        RECEIVABLE_ITEM.FILE_ID)
                .from(RECEIVABLE_ITEM)
                .join(CUSTOMERFILE_OVERVIEW)
                .on(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(RECEIVABLE_ITEM.FILE_ID))
                .where(RECEIVABLE_ITEM.ID.eq(DSL.any(beginning(reach, folded, most))))
                .and(Scoped.within(reach, CUSTOMERFILE_OVERVIEW.NODE_ID, CUSTOMERFILE_OVERVIEW.DEPARTMENT_ID))
                .fetch(row -> new FoundInvoice(
                        row.value1(), Objects.requireNonNull(row.value2()), row.value3(), row.value4()));
    }
}
