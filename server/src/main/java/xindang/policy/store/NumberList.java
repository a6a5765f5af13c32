package xindang.policy.store;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.POLICY_NUMBER;
import static xindang.schema.Tables.POLICY_NUMBER_MOVE;
import static xindang.schema.Tables.POLICY_SERIES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.policy.NumberLine;
import xindang.policy.SeriesLine;
import xindang.policy.SeriesProof;
import xindang.schema.tables.PolicyNumber;

/** Tables of series and numbers, as they are read (编号查询表). */
@Repository
public class NumberList {

    private static final Keyset SERIES =
            Keyset.of("policy.series", POLICY_SERIES.ID, "-at").sortable("at", POLICY_SERIES.ID);
    private static final Keyset NUMBERS =
            Keyset.of("policy.numbers", POLICY_NUMBER.ID, "-serial").sortable("serial", POLICY_NUMBER.SERIAL);
    private static final int MOST_FOUND = 50;
    private static final PolicyNumber NEXT = POLICY_NUMBER.as("next");
    private static final Field<LocalDate> MOVED = DSL.field(select(max(POLICY_NUMBER_MOVE.MOVED_ON))
                    .from(POLICY_NUMBER_MOVE)
                    .where(POLICY_NUMBER_MOVE.NUMBER_ID.eq(POLICY_NUMBER.ID)))
            .as("moved_on");

    private final DSLContext db;
    private final Cursors cursors;

    NumberList(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /** One page of the series of some nodes. */
    public Page<SeriesLine> series(
            List<UUID> nodes, @Nullable UUID node, @Nullable String kind, @Nullable Integer year, PageQuery query) {
        Keyset.Plan plan = SERIES.plan(query);
        var s = POLICY_SERIES;
        Condition condition = s.NODE_ID.in(nodes);
        condition = node == null ? condition : condition.and(s.NODE_ID.eq(node));
        condition = kind == null ? condition : condition.and(s.KIND.eq(kind));
        condition = year == null ? condition : condition.and(s.YEAR.eq(year));
        return plan.fetch(
                db.select(s.ID, s.NODE_ID, IDENTITY_NODE.NAME, s.KIND, s.YEAR, s.LAST, plan.key(), plan.keyId())
                        .from(s)
                        .join(IDENTITY_NODE)
                        .on(IDENTITY_NODE.ID.eq(s.NODE_ID))
                        .where(condition),
                cursors,
                Keyset.count(db, s, condition),
                row -> new SeriesLine(
                        row.get(s.ID),
                        new NamedRef(row.get(s.NODE_ID), row.get(IDENTITY_NODE.NAME)),
                        row.get(s.KIND),
                        row.get(s.YEAR),
                        row.get(s.LAST)));
    }

    /** Whether a series belongs to one of some nodes. */
    public boolean isWithin(List<UUID> nodes, UUID series) {
        return db.fetchExists(POLICY_SERIES, POLICY_SERIES.ID.eq(series).and(POLICY_SERIES.NODE_ID.in(nodes)));
    }

    /** Counts a series: the gaps are serials up to the last that no number has. */
    public SeriesProof proof(UUID series) {
        var s = POLICY_SERIES;
        var n = POLICY_NUMBER;
        Field<String> first = DSL.field(select(n.NUMBER)
                .from(n)
                .where(n.SERIES_ID.eq(s.ID))
                .orderBy(n.SERIAL)
                .limit(1));
        Field<String> last = DSL.field(select(n.NUMBER)
                .from(n)
                .where(n.SERIES_ID.eq(s.ID))
                .orderBy(n.SERIAL.desc())
                .limit(1));
        Field<Integer> all = DSL.field(select(count()).from(n).where(n.SERIES_ID.eq(s.ID)));
        Field<Integer> voided =
                DSL.field(select(count()).from(n).where(n.SERIES_ID.eq(s.ID).and(n.VOIDED_AT.isNotNull())));
        return db.select(first, last, s.LAST, all, voided)
                .from(s)
                .where(s.ID.eq(series))
                .fetchSingle(row -> new SeriesProof(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value3() - row.value4()));
    }

    /** One page of the numbers of a series. */
    public Page<NumberLine> numbers(UUID series, @Nullable String state, PageQuery query) {
        Keyset.Plan plan = NUMBERS.plan(query);
        var n = POLICY_NUMBER;
        Condition condition = n.SERIES_ID.eq(series).and(inState(state));
        return plan.fetch(
                from(List.of(plan.key(), plan.keyId())).where(condition),
                cursors,
                Keyset.count(db, n, condition),
                NumberList::line);
    }

    private static Condition inState(@Nullable String state) {
        var n = POLICY_NUMBER;
        return switch (Objects.requireNonNullElse(state, "")) {
            case "void" -> n.VOIDED_AT.isNotNull();
            case "replaced" -> n.REPLACED_ON.isNotNull();
            case "given" -> n.VOIDED_AT.isNull().and(n.REPLACED_ON.isNull());
            default -> DSL.noCondition();
        };
    }

    /** Numbers that read so, of some nodes or gone to them. */
    public List<NumberLine> find(List<UUID> nodes, String number) {
        var n = POLICY_NUMBER;
        var m = POLICY_NUMBER_MOVE;
        return from(List.of())
                .where(n.NUMBER.eq(number))
                .and(n.NODE_ID.in(nodes).or(n.ID.in(select(m.NUMBER_ID).from(m).where(m.NODE_ID.in(nodes)))))
                .orderBy(n.KIND, n.ID)
                .limit(MOST_FOUND)
                .fetch(NumberList::line);
    }

    /** One number of some nodes. */
    public Optional<NumberLine> one(List<UUID> nodes, UUID id) {
        var n = POLICY_NUMBER;
        return from(List.of()).where(n.ID.eq(id).and(n.NODE_ID.in(nodes))).fetchOptional(NumberList::line);
    }

    private SelectJoinStep<Record> from(List<Field<?>> more) {
        var n = POLICY_NUMBER;
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(n.fields()));
        fields.add(IDENTITY_NODE.NAME);
        fields.add(NEXT.NUMBER.as("next_number"));
        fields.add(MOVED);
        fields.addAll(more);
        return db.select(fields)
                .from(n)
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(n.NODE_ID))
                .leftJoin(NEXT)
                .on(NEXT.ID.eq(n.REPLACED_BY));
    }

    private static NumberLine line(Record row) {
        var n = POLICY_NUMBER;
        String state = row.get(n.VOIDED_AT) != null ? "void" : row.get(n.REPLACED_ON) != null ? "replaced" : "given";
        return new NumberLine(
                row.get(n.ID),
                row.get(n.KIND),
                row.get(n.NUMBER),
                row.get(n.SERIAL),
                new NamedRef(row.get(n.NODE_ID), row.get(IDENTITY_NODE.NAME)),
                new NamedRef(row.get(n.SUBJECT_ID), row.get(n.SUBJECT_NAME)),
                row.get(n.SUBJECT_KIND),
                row.get(n.GIVEN_ON),
                state,
                row.get(n.REPLACED_ON),
                row.get("next_number", String.class),
                row.get(MOVED),
                row.get(n.VOIDED_AT),
                row.get(n.VOIDER_NAME),
                row.get(n.VOID_REASON));
    }
}
