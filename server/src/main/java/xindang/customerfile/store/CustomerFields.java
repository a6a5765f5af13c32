package xindang.customerfile.store;

import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.IDENTITY_USER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import xindang.customerfile.CustomerLine;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.rest.MoneyText;
import xindang.platform.rest.NamedRef;
import xindang.platform.store.Scoped;
import xindang.schema.tables.IdentityUser;

/** Columns of the overview and how a row becomes a line (客户总览列). */
final class CustomerFields {

    static final Field<String> KEEPER_NAME = IDENTITY_USER.NAME.as("keeper_name");
    static final IdentityUser DEPUTY = IDENTITY_USER.as("deputy_keeper");
    static final Field<String> DEPUTY_NAME = DEPUTY.NAME.as("deputy_keeper_name");
    static final Field<String> DEPARTMENT_NAME = IDENTITY_NODE.NAME.as("department_name");

    /** Whether the reader may not see the file's content. */
    static final Field<Boolean> MASKED = DSL.field(
                    DSL.not(Scoped.readable(CUSTOMERFILE_OVERVIEW.LEVEL, CUSTOMERFILE_OVERVIEW.FILE_ID)))
            .as("masked");

    private CustomerFields() {}

    static List<SelectFieldOrAsterisk> all() {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(CUSTOMERFILE_OVERVIEW.fields()));
        fields.add(KEEPER_NAME);
        fields.add(DEPUTY_NAME);
        fields.add(DEPARTMENT_NAME);
        fields.add(MASKED);
        return fields;
    }

    static CustomerLine line(Record row, JsonMapper json) {
        var o = CUSTOMERFILE_OVERVIEW;
        SecrecyLevel level = SecrecyLevel.of(row.get(o.LEVEL));
        NamedRef department = ref(row.get(o.DEPARTMENT_ID), row.get(DEPARTMENT_NAME));
        if (row.get(MASKED)) {
            return CustomerLine.masked(row.get(o.FILE_ID), row.get(o.NUMBER), row.get(o.NAME), department, level);
        }
        String currency = row.get(o.CURRENCY);
        BigDecimal usage = row.get(o.USAGE);
        return new CustomerLine(
                row.get(o.FILE_ID),
                row.get(o.NUMBER),
                row.get(o.NAME),
                row.get(o.CREDIT_CODE),
                grade(row),
                warning(row),
                limit(row, currency),
                MoneyText.of(row.get(o.OPEN), currency),
                MoneyText.of(row.get(o.OVERDUE), currency),
                usage == null ? null : usage.toPlainString(),
                row.get(o.MAX_DAYS),
                row.get(o.TERM_DAYS),
                ref(row.get(o.KEEPER_ID), row.get(KEEPER_NAME)),
                ref(row.get(o.DEPUTY_KEEPER_ID), row.get(DEPUTY_NAME)),
                department,
                others(row.get(o.OTHER_CURRENCIES), json),
                row.get(o.ASSESSED_ON),
                level.code(),
                false);
    }

    private static CustomerLine.@Nullable GradeView grade(Record row) {
        var o = CUSTOMERFILE_OVERVIEW;
        String code = row.get(o.GRADE);
        if (code == null) {
            return null;
        }
        return new CustomerLine.GradeView(
                code,
                Objects.requireNonNullElse(row.get(o.GRADE_SCALE), ""),
                row.get(o.GRADE_STEP),
                Objects.requireNonNullElse(row.get(o.GRADE_STEPS), row.get(o.GRADE_STEP)));
    }

    private static CustomerLine.@Nullable WarningView warning(Record row) {
        int level = row.get(CUSTOMERFILE_OVERVIEW.WARNING_LEVEL);
        if (level == 0) {
            return null;
        }
        int worst = Math.min(level, CustomerLine.LEVELS.size());
        return new CustomerLine.WarningView(
                CustomerLine.LEVELS.get(worst - 1), row.get(CUSTOMERFILE_OVERVIEW.WARNING_COUNT));
    }

    private static CustomerLine.LimitView limit(Record row, String currency) {
        BigDecimal amount = row.get(CUSTOMERFILE_OVERVIEW.LIMIT_AMOUNT);
        return new CustomerLine.LimitView(
                row.get(CUSTOMERFILE_OVERVIEW.LIMIT_STATE), amount == null ? null : MoneyText.of(amount, currency));
    }

    private static @Nullable NamedRef ref(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new NamedRef(id, name);
    }

    private static List<String> others(JSONB list, JsonMapper json) {
        var currencies = new ArrayList<String>();
        json.readTree(list.data())
                .forEach(one -> currencies.add(one.path("currency").asString("")));
        return currencies;
    }
}
