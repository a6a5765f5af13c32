package xindang.forms.store;

import static xindang.schema.Tables.FORMS_RECORD;
import static xindang.schema.Tables.IDENTITY_NODE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import xindang.forms.RecordFilter;
import xindang.forms.RecordFilter.Where;
import xindang.forms.StoredRecord;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;

/**
 * Lists of records (表单记录列表查询). Fields lie in JSON and have no index each: within a form and its nodes all rows are looked at, which an
 * index finds (docs/adr/0117).
 */
@Repository
public class RecordList {

    private static final String NUMBER = "^-?[0-9]{1,15}([.][0-9]{1,6})?$";

    private final DSLContext db;
    private final RecordStore records;
    private final Cursors cursors;

    RecordList(DSLContext db, RecordStore records, Cursors cursors) {
        this.db = db;
        this.records = records;
        this.cursors = cursors;
    }

    /** What is listed: records of a form at some nodes, and by which fields they may be sorted, numeric ones marked. */
    public record Listed(UUID form, List<UUID> nodes, Map<String, Boolean> sortable) {

        /** Copies the collections. */
        public Listed {
            nodes = List.copyOf(nodes);
            sortable = Map.copyOf(sortable);
        }
    }

    /** One page. */
    public Page<StoredRecord> page(Listed listed, RecordFilter filter, PageQuery query) {
        Keyset.Plan plan = keyset(listed).plan(query);
        Condition condition = condition(listed, filter);
        return plan.fetch(select(plan, condition), cursors, Keyset.count(db, FORMS_RECORD, condition), records::record);
    }

    /** All of them in their order, within a transaction. */
    public void each(Listed listed, RecordFilter filter, PageQuery query, Consumer<StoredRecord> row) {
        Keyset.Plan plan = keyset(listed).plan(query);
        plan.each(select(plan, condition(listed, filter)), one -> row.accept(records.record(one)));
    }

    private SelectConditionStep<Record> select(Keyset.Plan plan, Condition condition) {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(FORMS_RECORD.fields()));
        fields.add(IDENTITY_NODE.NAME);
        fields.add(plan.key());
        fields.add(plan.keyId());
        return db.select(fields)
                .from(FORMS_RECORD)
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(FORMS_RECORD.NODE_ID))
                .where(condition);
    }

    private static Keyset keyset(Listed listed) {
        var r = FORMS_RECORD;
        Keyset keyset = Keyset.of("forms.records." + listed.form(), r.ID, "-at")
                .sortable("at", r.ID)
                .sortable("number", DSL.coalesce(r.NUMBER, DSL.inline("")))
                .sortable("title", DSL.coalesce(r.TITLE, DSL.inline("")));
        for (var one : listed.sortable().entrySet()) {
            Field<?> column = one.getValue()
                    ? DSL.coalesce(number(one.getKey()), DSL.inline(new BigDecimal("-1e15")))
                    : DSL.coalesce(text(one.getKey()), DSL.inline(""));
            keyset = keyset.sortable("field." + one.getKey(), column);
        }
        return keyset;
    }

    private static Condition condition(Listed listed, RecordFilter filter) {
        var r = FORMS_RECORD;
        Condition condition = r.FORM_ID.eq(listed.form()).and(r.NODE_ID.in(listed.nodes()));
        if (filter.state() != null) {
            condition = condition.and(r.STATE.eq(filter.state()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            String text = filter.text().strip();
            condition = condition.and(r.NUMBER.containsIgnoreCase(text).or(r.TITLE.containsIgnoreCase(text)));
        }
        for (Where where : filter.wheres()) {
            condition = condition.and(condition(where));
        }
        return condition;
    }

    private static Condition condition(Where where) {
        if (where.numeric()) {
            Field<BigDecimal> field = number(where.field());
            var value = new BigDecimal(where.value());
            return switch (where.how()) {
                case IS, HAS -> field.eq(value);
                case FROM -> field.ge(value);
                case TO -> field.le(value);
            };
        }
        Field<String> field = text(where.field());
        return switch (where.how()) {
            case IS -> field.eq(where.value());
            case HAS -> field.containsIgnoreCase(where.value());
            case FROM -> field.ge(where.value());
            case TO -> field.le(where.value());
        };
    }

    private static Field<String> text(String code) {
        return DSL.field("({0} ->> {1})", String.class, FORMS_RECORD.DATA, DSL.val(code));
    }

    /** An older version may have held something else there, which is no number. */
    private static Field<BigDecimal> number(String code) {
        return DSL.field(
                "(case when {0} ~ {1} then ({0})::numeric end)", BigDecimal.class, text(code), DSL.inline(NUMBER));
    }
}
