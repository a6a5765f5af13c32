package xindang.warning.store;

import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.WARNING_WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.access.Reach;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.platform.store.Scoped;
import xindang.warning.WarningLine;

/** Table of warnings (预警表), as far as they are open. */
@Repository
public class WarningList {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    /** Ids rise with time, so they are the order. */
    private static final Keyset LIST =
            Keyset.of("warning.warnings", WARNING_WARNING.ID, "-raised").sortable("raised", WARNING_WARNING.ID);

    private final DSLContext db;
    private final Cursors cursors;
    private final JsonMapper json;

    WarningList(DSLContext db, Cursors cursors, JsonMapper json) {
        this.db = db;
        this.cursors = cursors;
        this.json = json;
    }

    /** One page within reach. */
    public Page<WarningLine> page(Reach reach, @Nullable UUID customer, @Nullable String level, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = condition(reach, customer, level);
        return plan.fetch(
                select(plan, condition),
                cursors,
                Keyset.count(
                        db,
                        WARNING_WARNING
                                .join(CUSTOMERFILE_OVERVIEW)
                                .on(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(WARNING_WARNING.FILE_ID)),
                        condition),
                this::line);
    }

    /** All of them. */
    public void each(
            Reach reach, @Nullable UUID customer, @Nullable String level, PageQuery order, Consumer<WarningLine> line) {
        Keyset.Plan plan = LIST.plan(order);
        plan.each(select(plan, condition(reach, customer, level)), row -> line.accept(line(row)));
    }

    private static Condition condition(Reach reach, @Nullable UUID customer, @Nullable String level) {
        Condition condition = Scoped.within(reach, CUSTOMERFILE_OVERVIEW.NODE_ID, CUSTOMERFILE_OVERVIEW.DEPARTMENT_ID)
                .and(Scoped.oneOf(WARNING_WARNING.NODE_ID, reach.companies()))
                .and(WARNING_WARNING.CLOSED_ON.isNull());
        return condition
                .and(customer == null ? DSL.noCondition() : WARNING_WARNING.FILE_ID.eq(customer))
                .and(level == null || level.isEmpty() ? DSL.noCondition() : WARNING_WARNING.LEVEL.eq(level));
    }

    private SelectConditionStep<Record> select(Keyset.Plan plan, Condition condition) {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(WARNING_WARNING.fields()));
        fields.add(CUSTOMERFILE_OVERVIEW.NAME);
        fields.add(plan.key());
        fields.add(plan.keyId());
        return db.select(fields)
                .from(WARNING_WARNING)
                .join(CUSTOMERFILE_OVERVIEW)
                .on(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(WARNING_WARNING.FILE_ID))
                .where(condition);
    }

    private WarningLine line(Record row) {
        return new WarningLine(
                row.get(WARNING_WARNING.ID),
                new NamedRef(row.get(WARNING_WARNING.FILE_ID), row.get(CUSTOMERFILE_OVERVIEW.NAME)),
                row.get(WARNING_WARNING.LEVEL),
                row.get(WARNING_WARNING.RULE),
                json.readValue(row.get(WARNING_WARNING.FACTS).data(), FACTS),
                row.get(WARNING_WARNING.RAISED_ON),
                row.get(WARNING_WARNING.DECISION_ID));
    }
}
