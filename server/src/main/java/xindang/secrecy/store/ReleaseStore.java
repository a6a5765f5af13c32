package xindang.secrecy.store;

import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.SECRECY_NUMBER;
import static xindang.schema.Tables.SECRECY_RELEASE;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.access.Caller;
import xindang.platform.access.Reach;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.platform.store.Scoped;
import xindang.platform.time.BusinessClock;
import xindang.secrecy.NewRelease;
import xindang.secrecy.ReleaseFilter;
import xindang.secrecy.ReleaseLine;

/** Table of what leaves the house (对外提供登记表): rows are only added. */
@Repository
public class ReleaseStore {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    /** Ids rise with time, so they are the order. */
    private static final Keyset LIST =
            Keyset.of("secrecy.releases", SECRECY_RELEASE.ID, "-at").sortable("at", SECRECY_RELEASE.ID);

    private final DSLContext db;
    private final Cursors cursors;
    private final JsonMapper json;

    ReleaseStore(DSLContext db, Cursors cursors, JsonMapper json) {
        this.db = db;
        this.cursors = cursors;
        this.json = json;
    }

    /** Takes the next number of a node and year; locked until the end of the transaction, so none is lost. */
    public int nextNumber(UUID node, int year) {
        return db.insertInto(SECRECY_NUMBER)
                .set(SECRECY_NUMBER.NODE_ID, node)
                .set(SECRECY_NUMBER.YEAR, year)
                .set(SECRECY_NUMBER.LAST, 1)
                .onConflict(SECRECY_NUMBER.NODE_ID, SECRECY_NUMBER.YEAR)
                .doUpdate()
                .set(SECRECY_NUMBER.LAST, SECRECY_NUMBER.LAST.plus(1))
                .returning(SECRECY_NUMBER.LAST)
                .fetchSingle()
                .getLast();
    }

    /** Adds an entry; tells its id. */
    public UUID insert(UUID node, String number, Caller by, NewRelease release, OffsetDateTime now) {
        var r = SECRECY_RELEASE;
        return db.insertInto(r)
                .set(r.NODE_ID, node)
                .set(r.NUMBER, number)
                .set(r.RECORDED_AT, now)
                .set(r.ACTOR_ID, by.id())
                .set(r.ACTOR_NAME, by.name())
                .set(r.KIND, release.kind())
                .set(r.WHAT, release.what())
                .set(r.RECIPIENT, release.recipient())
                .set(r.GROUND, release.ground())
                .set(r.APPROVAL, release.approval())
                .set(r.LEVEL, release.level().rank())
                .set(r.DETAILS, JSONB.valueOf(json.writeValueAsString(release.details())))
                .returning(r.ID)
                .fetchSingle()
                .getId();
    }

    /** The highest level of a file within reach that the reader may read; the usual one where none is higher. */
    public SecrecyLevel highest(Reach reach) {
        var o = CUSTOMERFILE_OVERVIEW;
        Short rank = db.select(DSL.max(o.LEVEL))
                .from(o)
                .where(o.LEVEL.gt(DSL.inline(SecrecyLevel.INTERNAL.rank())))
                .and(Scoped.within(reach, o.NODE_ID, o.DEPARTMENT_ID))
                .and(Scoped.readable(o.LEVEL, o.FILE_ID))
                .fetchSingle()
                .value1();
        return rank == null ? SecrecyLevel.INTERNAL : SecrecyLevel.of(rank);
    }

    /** One page of some nodes, the latest first. */
    public Page<ReleaseLine> page(List<UUID> nodes, ReleaseFilter filter, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = condition(nodes, filter);
        return plan.fetch(select(plan, condition), cursors, Keyset.count(db, SECRECY_RELEASE, condition), this::line);
    }

    /** All of them. */
    public void each(List<UUID> nodes, ReleaseFilter filter, PageQuery order, Consumer<ReleaseLine> line) {
        Keyset.Plan plan = LIST.plan(order);
        plan.each(select(plan, condition(nodes, filter)), row -> line.accept(line(row)));
    }

    private SelectConditionStep<Record> select(Keyset.Plan plan, Condition condition) {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(SECRECY_RELEASE.fields()));
        fields.add(plan.key());
        fields.add(plan.keyId());
        return db.select(fields).from(SECRECY_RELEASE).where(condition);
    }

    private static Condition condition(List<UUID> nodes, ReleaseFilter filter) {
        var r = SECRECY_RELEASE;
        Condition condition = r.NODE_ID.in(nodes);
        String kind = filter.kind();
        if (kind != null && !kind.isEmpty()) {
            condition = condition.and(r.KIND.eq(kind));
        }
        String level = filter.level();
        if (level != null && !level.isEmpty()) {
            condition = condition.and(
                    r.LEVEL.eq(SecrecyLevel.named(level).orElseThrow().rank()));
        }
        if (filter.from() != null) {
            condition = condition.and(r.RECORDED_AT.ge(
                    filter.from().atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()));
        }
        if (filter.to() != null) {
            condition = condition.and(r.RECORDED_AT.lt(
                    filter.to().plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()));
        }
        return condition.and(text(filter.q()));
    }

    private static Condition text(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return DSL.noCondition();
        }
        String asked = q.strip();
        var r = SECRECY_RELEASE;
        return r.NUMBER
                .containsIgnoreCase(asked)
                .or(r.WHAT.containsIgnoreCase(asked))
                .or(r.ACTOR_NAME.containsIgnoreCase(asked))
                .or(r.RECIPIENT.containsIgnoreCase(asked));
    }

    private ReleaseLine line(Record row) {
        var r = SECRECY_RELEASE;
        return new ReleaseLine(
                row.get(r.ID),
                row.get(r.NUMBER),
                row.get(r.RECORDED_AT),
                new NamedRef(row.get(r.ACTOR_ID), row.get(r.ACTOR_NAME)),
                row.get(r.KIND),
                row.get(r.WHAT),
                row.get(r.RECIPIENT),
                row.get(r.GROUND),
                row.get(r.APPROVAL),
                SecrecyLevel.of(row.get(r.LEVEL)).code(),
                json.readValue(row.get(r.DETAILS).data(), DETAILS));
    }
}
