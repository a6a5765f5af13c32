package xindang.customerfile.store;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.IDENTITY_USER;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import tools.jackson.databind.json.JsonMapper;
import xindang.customerfile.CustomerFilter;
import xindang.customerfile.CustomerLine;
import xindang.identity.Node;
import xindang.platform.access.Reach;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.MoneyText;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.platform.store.Scoped;

/** The list of customers (客户列表), read from the overview; each sortable column has an index of its own. */
@Repository
public class CustomerList {

    /** Columns that lists show of files above the reader's clearance. */
    private static final Set<String> SHOWN_OF_CLOSED = Set.of("number", "name");

    private static final BigDecimal NONE = BigDecimal.ONE.negate();

    private static final Field<BigDecimal> USAGE = orBefore(CUSTOMERFILE_OVERVIEW.USAGE, NONE);

    private static final Field<BigDecimal> LIMIT = orBefore(CUSTOMERFILE_OVERVIEW.LIMIT_AMOUNT, NONE);

    private static final Keyset LIST = Keyset.of("customerfile.customers", CUSTOMERFILE_OVERVIEW.FILE_ID, "number")
            .sortable("number", CUSTOMERFILE_OVERVIEW.NUMBER)
            .sortable("name", CUSTOMERFILE_OVERVIEW.NAME)
            .sortable("grade", orBefore(CUSTOMERFILE_OVERVIEW.GRADE_STEP, 0))
            .sortable("limit", LIMIT)
            .sortable("open", CUSTOMERFILE_OVERVIEW.OPEN)
            .sortable("usage", USAGE)
            .sortable("overdue", CUSTOMERFILE_OVERVIEW.OVERDUE)
            .sortable("maxDaysPastDue", CUSTOMERFILE_OVERVIEW.MAX_DAYS);

    private final DSLContext db;
    private final Cursors cursors;
    private final SearchIndex search;
    private final JsonMapper json;

    CustomerList(DSLContext db, Cursors cursors, SearchIndex search, JsonMapper json) {
        this.db = db;
        this.cursors = cursors;
        this.search = search;
        this.json = json;
    }

    /**
     * Sums of one currency.
     *
     * @param limit sum of capped limits
     * @param customers how many customers show this currency
     */
    public record CurrencySums(String currency, String limit, String open, String overdue, int customers) {}

    /** One page within reach. */
    public Page<CustomerLine> page(Reach reach, CustomerFilter filter, List<Node> department, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Narrowed narrowed = narrowed(reach, filter, department, query.sort());
        if (narrowed.wide() != null || (filter.narrowsNothing() && reach.whole())) {
            return plan.fetch(
                    select(plan, narrowed.all()), cursors, total(narrowed), row -> CustomerFields.line(row, json));
        }
        Left left = left(narrowed.others(), Keyset.EXACT_COUNT + 1);
        Condition condition = left.few() == null ? narrowed.others() : anyOf(left.few());
        return (left.few() == null ? plan : plan.ofFew())
                .fetch(
                        select(plan, condition),
                        cursors,
                        Keyset.total(left.count()),
                        row -> CustomerFields.line(row, json));
    }

    /**
     * What a filter leaves.
     *
     * @param count how many customers, at most as many as were looked for
     * @param few these customers, if they are few
     */
    private record Left(int count, @Nullable List<UUID> few) {}

    private Left left(Condition condition, int most) {
        var first = db.select(CUSTOMERFILE_OVERVIEW.FILE_ID)
                .from(CUSTOMERFILE_OVERVIEW)
                .where(condition)
                .limit(most)
                .asTable("first");
        Field<UUID> file = Objects.requireNonNull(first.field(CUSTOMERFILE_OVERVIEW.FILE_ID));
        var row = db.select(count(), DSL.when(count().le(SearchIndex.FEW), DSL.arrayAgg(file)))
                .from(first)
                .fetchSingle();
        UUID @Nullable [] few = row.value2();
        return new Left(row.value1(), row.value1() == 0 ? List.of() : few == null ? null : List.of(few));
    }

    private static Condition anyOf(List<UUID> files) {
        return CUSTOMERFILE_OVERVIEW.FILE_ID.eq(DSL.any(files.toArray(UUID[]::new)));
    }

    /**
     * A column whose empty fields come before all others. Not by coalesce: that one PostgreSQL does not pass through the wall
     * around rows (docs/adr/0078).
     */
    private static <V> Field<V> orBefore(Field<V> column, V before) {
        return DSL.when(column.isNull(), inline(before)).otherwise(column);
    }

    /** All of them, one after the other, within a transaction. */
    public void each(
            Reach reach, CustomerFilter filter, List<Node> department, PageQuery order, Consumer<CustomerLine> line) {
        Keyset.Plan plan = LIST.plan(order);
        plan.each(
                select(plan, narrowed(reach, filter, department, order.sort()).all()),
                row -> line.accept(CustomerFields.line(row, json)));
    }

    /** The files of a list by company, at most so many and one more, of those whose content the reader may read. */
    public Map<UUID, List<UUID>> ids(Reach reach, CustomerFilter filter, List<Node> department, int most) {
        var o = CUSTOMERFILE_OVERVIEW;
        return db.select(o.NODE_ID, o.FILE_ID)
                .from(o)
                .where(narrowed(reach, filter, department, null).all())
                .and(readable())
                .orderBy(o.NUMBER, o.FILE_ID)
                .limit(most + 1)
                .fetchGroups(o.NODE_ID, o.FILE_ID);
    }

    /** One customer within reach. */
    public Optional<CustomerLine> find(Reach reach, UUID file) {
        return from(
                        CustomerFields.all(),
                        scope(reach)
                                .and(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(file))
                                .and(readable().or(Scoped.closedAreShown())))
                .fetchOptional(row -> CustomerFields.line(row, json));
    }

    /**
     * Sums per currency over the filter, the currency most customers have first; nothing if the text finds too many to be
     * added up while somebody waits.
     */
    public Optional<List<CurrencySums>> sums(Reach reach, CustomerFilter filter, List<Node> department) {
        Narrowed narrowed = narrowed(reach, filter, department, null);
        return narrowed.wide() == null ? Optional.of(sums(narrowed.others().and(readable()))) : Optional.empty();
    }

    private List<CurrencySums> sums(Condition condition) {
        var o = CUSTOMERFILE_OVERVIEW;
        return db.select(o.CURRENCY, sum(o.LIMIT_AMOUNT), sum(o.OPEN), sum(o.OVERDUE), count())
                .from(o)
                .where(condition)
                .groupBy(o.CURRENCY)
                .orderBy(count().desc(), o.CURRENCY)
                .fetch(row -> new CurrencySums(
                        row.value1(),
                        plain(row.value2(), row.value1()),
                        plain(row.value3(), row.value1()),
                        plain(row.value4(), row.value1()),
                        row.value5()));
    }

    private static String plain(@Nullable BigDecimal sum, String currency) {
        return MoneyText.plain(Objects.requireNonNullElse(sum, BigDecimal.ZERO), currency);
    }

    private SelectConditionStep<Record> select(Keyset.Plan plan, Condition condition) {
        List<SelectFieldOrAsterisk> fields = CustomerFields.all();
        fields.add(plan.key());
        fields.add(plan.keyId());
        return from(fields, condition);
    }

    private SelectConditionStep<Record> from(List<SelectFieldOrAsterisk> fields, Condition condition) {
        return db.select(fields)
                .from(CUSTOMERFILE_OVERVIEW)
                .leftJoin(IDENTITY_USER)
                .on(IDENTITY_USER.ID.eq(CUSTOMERFILE_OVERVIEW.KEEPER_ID))
                .leftJoin(CustomerFields.DEPUTY)
                .on(CustomerFields.DEPUTY.ID.eq(CUSTOMERFILE_OVERVIEW.DEPUTY_KEEPER_ID))
                .leftJoin(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(CUSTOMERFILE_OVERVIEW.DEPARTMENT_ID))
                .where(condition);
    }

    private static Condition scope(Reach reach) {
        return Scoped.within(reach, CUSTOMERFILE_OVERVIEW.NODE_ID, CUSTOMERFILE_OVERVIEW.DEPARTMENT_ID);
    }

    /**
     * Which rows a filter leaves.
     *
     * @param others what asks columns of the row, a text that finds few included
     * @param wide a text that finds many, asked row by row; null without one
     */
    private record Narrowed(Condition others, @Nullable String wide) {

        Condition all() {
            return wide == null ? others : others.and(SearchIndex.matches(CUSTOMERFILE_OVERVIEW.FILE_ID, wide));
        }
    }

    /** How many files within reach the reader may not read. */
    public int closed(Reach reach) {
        return db.fetchCount(
                CUSTOMERFILE_OVERVIEW,
                scope(reach)
                        .and(CUSTOMERFILE_OVERVIEW.LEVEL.gt(inline(SecrecyLevel.INTERNAL.rank())))
                        .and(DSL.not(readable()))
                        .and(Scoped.closedAreShown()));
    }

    private static Condition readable() {
        return Scoped.readable(CUSTOMERFILE_OVERVIEW.LEVEL, CUSTOMERFILE_OVERVIEW.FILE_ID);
    }

    /**
     * Closed files stay where neither order nor filter would tell of their content; a text finds them by name and number only.
     */
    private static Condition listed(CustomerFilter filter, @Nullable String sort) {
        String column = sort == null || sort.isEmpty() ? "number" : sort.replaceFirst("^-", "");
        if (filter.asksContent() || !SHOWN_OF_CLOSED.contains(column)) {
            return readable();
        }
        Condition shown = Scoped.closedAreShown();
        if (told(filter.q())) {
            String q = Objects.requireNonNull(filter.q()).strip();
            shown = shown.and(CUSTOMERFILE_OVERVIEW
                    .NAME
                    .containsIgnoreCase(q)
                    .or(CUSTOMERFILE_OVERVIEW.NUMBER.containsIgnoreCase(q)));
        }
        return readable().or(shown);
    }

    private Narrowed narrowed(Reach reach, CustomerFilter filter, List<Node> department, @Nullable String sort) {
        Condition condition = columns(reach, filter, department).and(listed(filter, sort));
        if (filter.q() == null || filter.q().isBlank()) {
            return new Narrowed(condition, null);
        }
        String q = filter.q().strip();
        return search.few(reach, q)
                .or(() -> ofFew(condition, q))
                .map(few -> new Narrowed(condition.and(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(DSL.any(few))), null))
                .orElseGet(() -> new Narrowed(condition, q));
    }

    /**
     * Where the other conditions leave few customers, each of them is asked once; nothing if they are many. A walk in the order
     * of the list would meet all others first where none of the few has the text.
     */
    private Optional<UUID[]> ofFew(Condition condition, String q) {
        return Optional.ofNullable(left(condition, SearchIndex.FEW + 1).few())
                .map(few -> search.matching(few.toArray(UUID[]::new), q));
    }

    private Keyset.Total total(Narrowed narrowed) {
        String wide = narrowed.wide();
        return wide == null
                ? Keyset.count(db, CUSTOMERFILE_OVERVIEW, narrowed.others())
                : Keyset.countAsked(
                        db,
                        CUSTOMERFILE_OVERVIEW,
                        CUSTOMERFILE_OVERVIEW.FILE_ID,
                        narrowed.others(),
                        file -> SearchIndex.matches(file, wide));
    }

    private static Condition columns(Reach reach, CustomerFilter filter, List<Node> department) {
        var o = CUSTOMERFILE_OVERVIEW;
        Condition condition = scope(reach);
        if (told(filter.grade())) {
            condition = condition.and(
                    CustomerFilter.NOT_RATED.equals(filter.grade()) ? o.GRADE.isNull() : o.GRADE.eq(filter.grade()));
        }
        if (told(filter.warning())) {
            condition = condition.and(o.WARNING_LEVEL.eq(CustomerLine.LEVELS.indexOf(filter.warning()) + 1));
        }
        if (filter.department() != null) {
            condition = condition.and(inCharge(department));
        }
        if (filter.keeper() != null) {
            condition = condition.and(o.KEEPER_ID.eq(filter.keeper()));
        }
        if (filter.deputyKeeper() != null) {
            condition = condition.and(o.DEPUTY_KEEPER_ID.eq(filter.deputyKeeper()));
        }
        if (filter.overdueMin() != null) {
            condition = condition.and(o.OVERDUE.ge(filter.overdueMin()));
        }
        if (filter.usageMin() != null) {
            // As the index has it; without a usage there is nothing to compare.
            condition = condition.and(USAGE.ge(filter.usageMin()).and(o.USAGE.isNotNull()));
        }
        if (told(filter.currency())) {
            condition = condition.and(o.CURRENCY.eq(filter.currency()));
        }
        return condition.and(limit(filter));
    }

    private static Condition limit(CustomerFilter filter) {
        Condition condition = DSL.noCondition();
        if (told(filter.limitState())) {
            condition = condition.and(CUSTOMERFILE_OVERVIEW.LIMIT_STATE.eq(filter.limitState()));
        }
        if (filter.limitFrom() != null) {
            condition = condition.and(LIMIT.ge(filter.limitFrom()).and(CUSTOMERFILE_OVERVIEW.LIMIT_AMOUNT.isNotNull()));
        }
        if (filter.limitTo() != null) {
            condition = condition.and(LIMIT.lt(filter.limitTo()).and(CUSTOMERFILE_OVERVIEW.LIMIT_AMOUNT.isNotNull()));
        }
        return condition;
    }

    private static boolean told(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static Condition inCharge(List<Node> subtree) {
        List<UUID> companies = subtree.stream()
                .filter(node -> !node.partOfCompany())
                .map(Node::id)
                .toList();
        return companies.isEmpty()
                ? CUSTOMERFILE_OVERVIEW.DEPARTMENT_ID.in(
                        subtree.stream().map(Node::id).toList())
                : CUSTOMERFILE_OVERVIEW.NODE_ID.in(companies);
    }
}
