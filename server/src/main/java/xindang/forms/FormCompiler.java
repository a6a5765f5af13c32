package xindang.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xindang.format.form.FieldKind;
import xindang.format.form.FormDefinition;
import xindang.format.form.FormField;
import xindang.format.form.FormValues;
import xindang.format.form.Result;
import xindang.platform.expression.Compiled;
import xindang.platform.expression.Expression;
import xindang.platform.expression.Expressions;
import xindang.platform.expression.Names;
import xindang.platform.expression.ValueKind;

/** Compiles a definition to what can be filled in, or says what keeps it from that (表单编译与检查). */
final class FormCompiler {

    /** Name of the day in expressions. */
    static final String TODAY = "today";

    private final FormDefinition form;
    private final List<FormFinding> findings = new ArrayList<>();
    private final Map<String, FormPlan.Step> steps = new LinkedHashMap<>();

    private FormCompiler(FormDefinition form) {
        this.form = form;
    }

    /** What became of a definition. */
    sealed interface Planned {

        /** It can be filled in. */
        record Sound(FormPlan plan) implements Planned {}

        /** It contradicts itself. */
        record Unsound(List<FormFinding> findings) implements Planned {

            /** Copies the findings. */
            public Unsound {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Compiles and checks a definition. */
    static Planned compile(FormDefinition form) {
        return new FormCompiler(form).planned();
    }

    private Planned planned() {
        findings.addAll(FormChecks.of(form));
        if (!findings.isEmpty()) {
            return new Planned.Unsound(findings);
        }
        Names names = names(form.fields());
        form.fields().forEach(field -> steps.put(field.code(), step(field, names)));
        List<FormPlan.Step> order = ordered();
        steps.values().forEach(this::checkSight);
        findings.addAll(FormChecks.neverThere(steps.values()));
        return findings.isEmpty()
                ? new Planned.Sound(new FormPlan(form, new FormValues(form), order))
                : new Planned.Unsound(findings);
    }

    private FormPlan.Step step(FormField field, Names names) {
        FormField.Formula formula = field.formula();
        var columns = new HashMap<String, Expression>();
        for (int i = 0; i < field.columns().size(); i++) {
            FormField column = field.columns().get(i);
            FormField.Formula computed = column.formula();
            if (computed != null) {
                Names inRow = names(before(field.columns(), i));
                compiled(field.code() + "." + column.code(), computed.text(), inRow, kind(computed.gives()))
                        .ifPresent(one -> columns.put(column.code(), one));
            }
        }
        String visible = field.visibleWhen();
        return new FormPlan.Step(
                field,
                formula == null
                        ? null
                        : compiled(field.code(), formula.text(), names, kind(formula.gives()))
                                .orElse(null),
                visible == null
                        ? null
                        : compiled(field.code(), visible, names, ValueKind.TRUTH)
                                .orElse(null),
                columns);
    }

    /** Columns that are typed in, and computed ones further left: no circle can come of these. */
    private static List<FormField> before(List<FormField> columns, int place) {
        return columns.stream()
                .filter(one -> one.kind() != FieldKind.FORMULA || columns.indexOf(one) < place)
                .toList();
    }

    private Optional<Expression> compiled(String field, String text, Names names, ValueKind gives) {
        return switch (Expressions.compile(text, names, gives)) {
            case Expression one -> Optional.of(one);
            case Compiled.Faulty(List<Compiled.Fault> faults) -> {
                faults.forEach(fault -> findings.add(new FormFinding("expression", field, told(text, fault))));
                yield Optional.empty();
            }
        };
    }

    private static Map<String, String> told(String text, Compiled.Fault fault) {
        return Map.of(
                "expression",
                text,
                "line",
                String.valueOf(fault.line()),
                "column",
                String.valueOf(fault.column()),
                "message",
                fault.message());
    }

    private static Names names(List<FormField> fields) {
        var kinds = new TreeMap<String, ValueKind>(Map.of(TODAY, ValueKind.TEXT));
        for (FormField field : fields) {
            ValueKind kind = kind(field);
            if (kind != null) {
                kinds.put(field.code(), kind);
            }
        }
        return new Names(kinds);
    }

    /** What a field is in expressions; null for what none may read. */
    static @Nullable ValueKind kind(FormField field) {
        FormField.Formula formula = field.formula();
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, DATE, CHOICE, MEMBER, DEPARTMENT, CUSTOMER, LINK -> ValueKind.TEXT;
            case NUMBER -> field.digits() == 0 ? ValueKind.WHOLE : ValueKind.DECIMAL;
            case MONEY -> ValueKind.WHOLE;
            case CHOICES -> ValueKind.TEXTS;
            case TABLE -> ValueKind.ROWS;
            case FORMULA -> formula == null ? null : kind(formula.gives());
            case SERIAL, DESCRIPTION -> null;
        };
    }

    private static ValueKind kind(Result gives) {
        return switch (gives) {
            case MONEY, WHOLE -> ValueKind.WHOLE;
            case DECIMAL -> ValueKind.DECIMAL;
            case TEXT, DATE -> ValueKind.TEXT;
            case TRUTH -> ValueKind.TRUTH;
        };
    }

    private List<FormPlan.Step> ordered() {
        var order = new LinkedHashMap<String, FormPlan.Step>();
        for (String code : steps.keySet()) {
            place(code, order, new ArrayList<>());
        }
        return List.copyOf(order.values());
    }

    /** Puts a field behind what it is computed from; what leads back to itself is a circle. */
    private void place(String code, Map<String, FormPlan.Step> order, List<String> way) {
        FormPlan.Step step = steps.get(code);
        if (step == null || order.containsKey(code)) {
            return;
        }
        if (way.contains(code)) {
            List<String> circle = way.subList(way.indexOf(code), way.size());
            if (findings.stream().noneMatch(one -> one.check().equals("circle") && circle.contains(one.field()))) {
                findings.add(new FormFinding("circle", code, Map.of("fields", String.join(", ", circle))));
            }
            return;
        }
        way.add(code);
        step.uses().forEach(used -> place(used, order, way));
        way.removeLast();
        order.put(code, step);
    }

    /** Whoever sees what is computed may infer what it is computed from. */
    private void checkSight(FormPlan.Step step) {
        Set<String> uses = step.uses();
        for (FormField used : form.fields()) {
            if (uses.contains(used.code())
                    && used.access().isGuarded()
                    && !step.field().access().isWithin(used.access())) {
                findings.add(new FormFinding("shows-hidden", step.field().code(), Map.of("hidden", used.code())));
            }
        }
    }

    /** Whether a field's values are texts of numbers. */
    static boolean isNumeric(FormField field) {
        FormField.Formula formula = field.formula();
        return field.kind() == FieldKind.NUMBER
                || field.kind() == FieldKind.MONEY
                || (formula != null
                        && (formula.gives() == Result.MONEY
                                || formula.gives() == Result.WHOLE
                                || formula.gives() == Result.DECIMAL));
    }
}
