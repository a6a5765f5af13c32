package xindang.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xindang.format.form.FieldKind;
import xindang.format.form.FormField;
import xindang.format.form.FormValues;
import xindang.format.form.Result;
import xindang.platform.expression.Expression;
import xindang.platform.expression.Outcome;
import xindang.platform.expression.ValueKind;

/**
 * Fills a form in (表单填写): takes what somebody gives as far as it is his to give, computes what follows, drops what is not visible, and
 * says everything that is wrong. A pure function of form, stored values, given values, roles and day.
 */
final class Filling {

    private final FormPlan plan;
    private final Set<String> roles;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Object> values = new TreeMap<>();
    private final Map<String, Object> env = new HashMap<>();
    private final Set<String> visible = new LinkedHashSet<>();

    private Filling(FormPlan plan, Set<String> roles, LocalDate today) {
        this.plan = plan;
        this.roles = roles;
        this.today = today;
        env.put(FormCompiler.TODAY, today.toString());
    }

    /**
     * Something wrong with a value.
     *
     * @param field field, with row and column where it lies in a table
     * @param code what is wrong, in kebab case
     * @param limit what it is measured by; empty for nothing
     */
    record Problem(String field, String code, String limit) {}

    /**
     * A form as it is then.
     *
     * @param values values by field, without empty ones
     * @param visible fields whose condition holds
     * @param problems what keeps it from being saved
     */
    record Filled(Map<String, Object> values, Set<String> visible, List<Problem> problems) {

        Filled {
            values = Map.copyOf(values);
            visible = Set.copyOf(visible);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Fills a form in.
     *
     * @param stored values until now; what the person may not change stays as it is there
     * @param given what the person gives; a field of his that is missing becomes empty
     * @param roles his roles
     */
    static Filled fill(FormPlan plan, Map<String, ?> stored, Map<String, ?> given, Set<String> roles, LocalDate today) {
        return new Filling(plan, roles, today).filled(stored, given);
    }

    /** Fields that are there by values as they were stored, whoever looks. */
    static Set<String> visible(FormPlan plan, Map<String, ?> stored, LocalDate today) {
        var filling = new Filling(plan, Set.of(), today);
        plan.form().fields().stream()
                .filter(field -> !field.kind().isGiven() && stored.get(field.code()) != null)
                .forEach(field -> filling.values.put(field.code(), Objects.requireNonNull(stored.get(field.code()))));
        plan.steps().forEach(step -> filling.compute(step, Set.of()));
        var visible = new LinkedHashSet<>(filling.visible);
        // What holds something was there when it was saved.
        visible.addAll(stored.keySet());
        return visible;
    }

    private Filled filled(Map<String, ?> stored, Map<String, ?> given) {
        Map<String, Object> typed = FormValues.withoutEmpty(given);
        typed.keySet().forEach(this::requireOwn);
        var checked = new TreeMap<String, Object>();
        for (FormField field : plan.form().fields()) {
            if (field.kind().isGiven()) {
                continue;
            }
            boolean own = field.access().opens(roles);
            Object value = own ? typed.get(field.code()) : stored.get(field.code());
            if (value != null) {
                values.put(field.code(), value);
                if (own) {
                    checked.put(field.code(), withoutComputed(field, value));
                }
            }
        }
        var unfit = new LinkedHashSet<String>();
        for (FormValues.Unfit one : plan.values().unfit(checked)) {
            problems.add(new Problem(one.field(), one.code(), one.limit()));
            unfit.add(one.field().replaceFirst("[.].*$", ""));
        }
        plan.steps().forEach(step -> compute(step, unfit));
        return new Filled(values, visible, problems);
    }

    private void requireOwn(String code) {
        FormField field = plan.form().field(code).orElse(null);
        if (field == null) {
            problems.add(new Problem(code, "unknown", ""));
        } else if (field.kind().isGiven()) {
            problems.add(new Problem(code, "computed", ""));
        } else if (!field.access().opens(roles)) {
            problems.add(new Problem(code, "not-yours", ""));
        }
    }

    /** Rows come back as they were shown; what was computed in them is computed anew. */
    private static Object withoutComputed(FormField field, Object value) {
        if (field.kind() != FieldKind.TABLE || !(value instanceof List<?> rows)) {
            return value;
        }
        List<String> computed = field.columns().stream()
                .filter(column -> column.kind() == FieldKind.FORMULA)
                .map(FormField::code)
                .toList();
        return rows.stream()
                .map(row -> {
                    if (!(row instanceof Map<?, ?> cells)) {
                        return row;
                    }
                    var kept = new TreeMap<String, Object>();
                    cells.forEach((name, cell) -> kept.put(String.valueOf(name), cell));
                    kept.keySet().removeAll(computed);
                    return kept;
                })
                .toList();
    }

    private void compute(FormPlan.Step step, Set<String> unfit) {
        FormField field = step.field();
        String code = field.code();
        Expression condition = step.visible();
        if (condition != null && !condition.holds(env)) {
            values.remove(code);
            put(field, null);
            return;
        }
        visible.add(code);
        if (step.formula() != null) {
            Object found = given(step.formula());
            String text = text(field, found);
            if (text == null) {
                values.remove(code);
                put(field, null);
            } else {
                values.put(code, text);
                env.put(code, found == null ? "" : found);
            }
            return;
        }
        if (field.kind() == FieldKind.TABLE && values.get(code) instanceof List<?> rows && !unfit.contains(code)) {
            values.put(code, rows(step, rows));
        }
        put(field, unfit.contains(code) ? null : values.get(code));
        if (field.required() && !values.containsKey(code) && field.access().opens(roles)) {
            problems.add(new Problem(code, "required", ""));
        }
    }

    private @Nullable Object given(Expression formula) {
        return formula.evaluate(env) instanceof Outcome.Value(Object value) ? value : null;
    }

    private List<Map<String, Object>> rows(FormPlan.Step step, List<?> rows) {
        var computed = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < rows.size(); i++) {
            var cells = new TreeMap<String, Object>();
            if (rows.get(i) instanceof Map<?, ?> row) {
                row.forEach((name, cell) -> cells.put(String.valueOf(name), cell));
            }
            Map<String, Object> inRow = new HashMap<>(Map.of(FormCompiler.TODAY, today.toString()));
            for (FormField column : step.field().columns()) {
                Expression formula = step.columns().get(column.code());
                if (formula != null) {
                    String text =
                            text(column, formula.evaluate(inRow) instanceof Outcome.Value(Object value) ? value : null);
                    cells.remove(column.code());
                    if (text != null) {
                        cells.put(column.code(), text);
                    }
                }
                Object cell = cells.get(column.code());
                inRow.put(column.code(), known(column, cell));
                if (column.required() && cell == null) {
                    problems.add(new Problem(step.field().code() + "." + i + "." + column.code(), "required", ""));
                }
            }
            computed.add(cells);
        }
        return computed;
    }

    private void put(FormField field, @Nullable Object value) {
        if (FormCompiler.kind(field) != null) {
            env.put(field.code(), known(field, value));
        }
    }

    /** A value as expressions see it; what is empty, or was valid only by an older version, counts as nothing or 0. */
    private static Object known(FormField field, @Nullable Object value) {
        ValueKind kind = FormCompiler.kind(field);
        if (kind == null) {
            return "";
        }
        return switch (kind) {
            case TEXT -> value instanceof String text ? text : "";
            case WHOLE -> value instanceof String text ? minor(text, field.digits()) : Long.valueOf(0);
            case DECIMAL -> value instanceof String text ? decimal(text) : Double.valueOf(0);
            case TRUTH -> value instanceof String text && text.equals("true");
            case TEXTS ->
                value instanceof List<?> texts
                        ? texts.stream().map(String::valueOf).toList()
                        : List.of();
            case ROWS ->
                value instanceof List<?> rows
                        ? rows.stream().map(row -> row(field, row)).toList()
                        : List.of();
        };
    }

    private static Map<String, Object> row(FormField table, @Nullable Object row) {
        var cells = new HashMap<String, Object>();
        for (FormField column : table.columns()) {
            Object cell = row instanceof Map<?, ?> map ? map.get(column.code()) : null;
            cells.put(column.code(), known(column, cell));
        }
        return cells;
    }

    private static Long minor(String text, int digits) {
        try {
            return new BigDecimal(text).movePointRight(digits).longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            return 0L;
        }
    }

    private static Double decimal(String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException _) {
            return 0.0;
        }
    }

    /** What a formula gave, as it is stored; null for nothing. */
    private static @Nullable String text(FormField field, @Nullable Object found) {
        FormField.Formula formula = field.formula();
        if (found == null || formula == null) {
            return null;
        }
        return switch (formula.gives()) {
            case MONEY, WHOLE -> found instanceof Long whole ? whole(formula.gives(), whole, field) : null;
            case DECIMAL -> found instanceof Double number ? rounded(number, field.digits()) : null;
            case DATE -> found instanceof String text && isDay(text) ? text : null;
            case TEXT -> found instanceof String text && !text.isBlank() ? cut(text) : null;
            case TRUTH -> String.valueOf(found);
        };
    }

    private static String whole(Result gives, long whole, FormField field) {
        return gives == Result.MONEY
                ? BigDecimal.valueOf(whole, field.digits()).toPlainString()
                : String.valueOf(whole);
    }

    private static @Nullable String rounded(double number, int digits) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number)
                        .setScale(digits == 0 ? 2 : digits, RoundingMode.HALF_UP)
                        .toPlainString()
                : null;
    }

    private static boolean isDay(String text) {
        try {
            return !LocalDate.parse(text).toString().isEmpty();
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static String cut(String text) {
        return text.length() <= 4000 ? text : text.substring(0, 4000);
    }
}
