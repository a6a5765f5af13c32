package xindang.platform.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;

/**
 * Pages of a list by key (键集分页): a page begins behind the last row of the page before, found by an index, so the thousandth
 * page costs what the first does. A list is declared once with its sortable columns; each must never be null (use
 * {@code coalesce}) and has an index that ends with the id.
 */
public final class Keyset {

    /** Longer lists are counted by estimate. */
    public static final int EXACT_COUNT = 10_000;

    private static final int ROWS_AT_ONCE = 1_000;

    /** Asking a row costs some hundredth of a millisecond. */
    private static final int ASKED = 5_000;

    private final String list;
    private final Field<UUID> id;
    private final Map<String, Field<?>> columns;
    private final String usual;

    private Keyset(String list, Field<UUID> id, Map<String, Field<?>> columns, String usual) {
        this.list = list;
        this.id = id;
        this.columns = columns;
        this.usual = usual;
    }

    /**
     * A list.
     *
     * @param list name, part of its cursors
     * @param id column that tells rows apart
     * @param usual order if none is asked for: a column's name, with a minus before it for descending
     */
    public static Keyset of(String list, Field<UUID> id, String usual) {
        return new Keyset(list, id, new LinkedHashMap<>(), usual);
    }

    /** The list with one more sortable column. */
    public Keyset sortable(String name, Field<?> column) {
        var more = new LinkedHashMap<>(columns);
        more.put(name, column);
        return new Keyset(list, id, more, usual);
    }

    /** One page of a list, planned: give {@link #key} to the select list and the whole to {@link #fetch}. */
    public final class Plan {

        private final Field<?> column;
        private final boolean descending;
        private final String place;
        private final PageQuery query;
        private boolean few;

        private Plan(PageQuery query) {
            String sort = query.sort() == null || query.sort().isEmpty() ? usual : query.sort();
            descending = sort.startsWith("-");
            String name = descending ? sort.substring(1) : sort;
            Field<?> found = columns.get(name);
            if (found == null) {
                throw Refusal.of(
                        Code.MALFORMED_REQUEST,
                        new Reason(
                                null,
                                "sort",
                                Map.of("code", "unknown-column", "columns", List.copyOf(columns.keySet()))));
            }
            column = found;
            place = list + " " + sort;
            this.query = query;
        }

        /** The sort column under a name of its own, for the select list. */
        public Field<?> key() {
            return column.as("page_key");
        }

        /** The id under a name of its own, for the select list. */
        public Field<UUID> keyId() {
            return id.as("page_id");
        }

        /**
         * Fetches the page.
         *
         * @param select rows of the list with {@link #key} and {@link #keyId} among the selected, filtered, unordered
         * @param total how many there are in all
         */
        public <R extends Record, T> Page<T> fetch(
                SelectConditionStep<R> select, Cursors cursors, Total total, Function<? super R, ? extends T> row) {
            if (query.cursor() != null && !query.cursor().isEmpty()) {
                select = select.and(behind(cursors.read(place, query.cursor())));
            }
            List<R> rows = select.orderBy(order()).limit(query.rows() + 1).fetch();
            String next = null;
            if (rows.size() > query.rows()) {
                Record last = rows.get(query.rows() - 1);
                next = cursors.write(
                        place, List.of(last.get("page_key", String.class), last.get("page_id", String.class)));
            }
            List<T> items = rows.stream().limit(query.rows()).<T>map(row).toList();
            return new Page<>(items, next, total.count(), total.exact());
        }

        /**
         * Reads the whole list in its order, some rows at a time, within a transaction (else the driver takes all at once).
         *
         * @param select rows of the list, filtered, unordered
         */
        public <R extends Record> void each(SelectConditionStep<R> select, Consumer<? super R> row) {
            try (var rows = select.orderBy(order()).fetchSize(ROWS_AT_ONCE).fetchLazy()) {
                rows.forEach(row);
            }
        }

        /**
         * The same page of few rows that are found already: they are put in order by themselves, as the database would rather walk
         * the whole list in its order until enough of them have come by.
         */
        public Plan ofFew() {
            few = true;
            return this;
        }

        private List<SortField<?>> order() {
            var order = new ArrayList<SortField<?>>();
            Field<?> by = few ? indexless(column) : column;
            order.add(descending ? by.desc() : by.asc());
            order.add(descending ? id.desc() : id.asc());
            return order;
        }

        /** The same values, but no index has them. */
        private static <V> Field<V> indexless(Field<V> field) {
            return DSL.coalesce(field, field);
        }

        private Condition behind(List<String> values) {
            try {
                return behind(column, values.get(0), UUID.fromString(values.get(1)));
            } catch (DataTypeException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw Refusal.of(Code.MALFORMED_REQUEST, Reason.field("cursor", "unknown-cursor"));
            }
        }

        private <V> Condition behind(Field<V> sorted, String value, UUID last) {
            var place = DSL.row(sorted, id);
            var seen = DSL.row(DSL.val(value, sorted.getDataType()), DSL.val(last));
            return descending ? place.lessThan(seen) : place.greaterThan(seen);
        }
    }

    /**
     * Plans a page.
     *
     * @throws Refusal 400 if the sort column does not exist
     */
    public Plan plan(PageQuery query) {
        return new Plan(query);
    }

    /**
     * How long a list is.
     *
     * @param count rows
     * @param exact whether it was counted to the end
     */
    public record Total(long count, boolean exact) {}

    /** Counts a list up to {@link #EXACT_COUNT}; of a longer one tells that number and that it is not exact. */
    public static Total count(DSLContext db, TableLike<?> table, Condition condition) {
        return total(db.fetchCount(DSL.selectOne().from(table).where(condition).limit(EXACT_COUNT + 1)));
    }

    /** The total of a list of which so many rows were found, looking for one more than {@link #EXACT_COUNT} at most. */
    public static Total total(int found) {
        return found > EXACT_COUNT ? new Total(EXACT_COUNT, false) : new Total(found, true);
    }

    /**
     * Counts rows of which each must be asked at a price: among the first ones only; that many there are at least.
     *
     * @param id column the question is about
     * @param condition cheap conditions
     * @param asked the dear one, about a value of that column
     */
    public static Total countAsked(
            DSLContext db,
            Table<?> table,
            Field<UUID> id,
            Condition condition,
            Function<Field<UUID>, Condition> asked) {
        var first = db.select(id).from(table).where(condition).limit(ASKED).asTable("first");
        Field<UUID> one = Objects.requireNonNull(first.field(id));
        var counted = db.select(DSL.count(), DSL.count().filterWhere(asked.apply(one)))
                .from(first)
                .fetchSingle();
        return new Total(counted.value2(), counted.value1() < ASKED);
    }
}
