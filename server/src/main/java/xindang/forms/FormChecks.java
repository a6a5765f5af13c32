package xindang.forms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xindang.format.form.FieldKind;
import xindang.format.form.FormDefinition;
import xindang.format.form.FormField;
import xindang.format.form.FormValues;
import xindang.format.form.Label;
import xindang.platform.expression.Expression;

/** What a form may not say, beyond what its schema and its expressions tell (表单检查). */
final class FormChecks {

    /** Words that expressions have taken already. */
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "package",
            "namespace",
            "null",
            "return",
            "true",
            "var",
            "void",
            "while",
            "int",
            "uint",
            "double",
            "bool",
            "string",
            "bytes",
            "list",
            "map",
            "type",
            "dyn",
            "duration",
            "timestamp",
            FormCompiler.TODAY);

    private final List<FormFinding> findings = new ArrayList<>();

    private FormChecks() {}

    /** Everything found. */
    static List<FormFinding> of(FormDefinition form) {
        var checks = new FormChecks();
        checks.names("", form.fields());
        form.fields().forEach(checks::field);
        checks.places(form);
        return checks.findings;
    }

    private void add(String check, String field) {
        findings.add(FormFinding.of(check, field));
    }

    private void names(String before, List<FormField> fields) {
        var seen = new HashSet<String>();
        for (FormField field : fields) {
            String place = before + field.code();
            if (!seen.add(field.code())) {
                add("double-code", place);
            }
            if (RESERVED.contains(field.code())) {
                add("reserved-code", place);
            }
            names(place + ".", field.columns());
        }
    }

    private void field(FormField field) {
        String code = field.code();
        one(code, field);
        for (FormField column : field.columns()) {
            String place = code + "." + column.code();
            one(place, column);
            if (!column.kind().fitsColumns()) {
                add("no-column", place);
            }
            if (column.visibleWhen() != null
                    || column.access().isGuarded()
                    || !column.access().editedBy().isEmpty()) {
                add("column-alone", place);
            }
        }
    }

    private void one(String place, FormField field) {
        if (field.required() && field.kind().isGiven()) {
            add("required-given", place);
        }
        Set<String> editors = field.access().editedBy();
        if (field.required() && !editors.isEmpty() && !field.access().opens(editors)) {
            add("required-unseen", place);
        }
        if (field.choices().stream().map(FormField.Choice::code).distinct().count()
                < field.choices().size()) {
            add("double-choice", place);
        }
        bounds(place, field);
        initial(place, field);
    }

    private void bounds(String place, FormField field) {
        try {
            int order = switch (field.kind()) {
                case DATE ->
                    compared(day(field.limits().min()), day(field.limits().max()));
                case NUMBER, MONEY ->
                    compared(number(field.limits().min()), number(field.limits().max()));
                default -> field.limits().min() == null && field.limits().max() == null ? 0 : 1;
            };
            if (order > 0) {
                add("bounds", place);
            }
        } catch (DateTimeException | NumberFormatException _) {
            add("bounds", place);
        }
    }

    private static <T extends Comparable<? super T>> int compared(@Nullable T min, @Nullable T max) {
        return min == null || max == null ? 0 : min.compareTo(max);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private void initial(String place, FormField field) {
        String initial = field.initial();
        boolean known = initial == null
                || (field.kind() == FieldKind.DATE && initial.equals(FormCompiler.TODAY))
                || (field.kind() == FieldKind.MEMBER && initial.equals("me"));
        if (!known && !fits(field, Objects.requireNonNull(initial))) {
            add("initial", place);
        }
    }

    private static boolean fits(FormField field, String initial) {
        boolean typed = !field.kind().isGiven()
                && !field.kind().isReference()
                && field.kind() != FieldKind.TABLE
                && field.kind() != FieldKind.CHOICES;
        var alone = new FormDefinition(new Label("-", "-"), null, null, List.of(), List.of(field));
        return typed
                && new FormValues(alone).unfit(Map.of(field.code(), initial)).isEmpty();
    }

    private void places(FormDefinition form) {
        String title = form.title();
        if (title != null) {
            Optional<FormField> named = form.field(title);
            if (named.isEmpty()
                    || !named.get().kind().isListed()
                    || named.get().kind().isReference()
                    || named.get().access().isGuarded()) {
                add("title", title);
            }
        }
        for (String code : form.list()) {
            if (form.field(code).filter(field -> field.kind().isListed()).isEmpty()) {
                add("list", code);
            }
        }
        for (FormField field : form.fields()) {
            if (field.kind() == FieldKind.TABLE
                    && field.access().isGuarded()
                    && form.list().contains(field.code())) {
                add("list", field.code());
            }
        }
    }

    /** Fields that are demanded and never there. */
    static List<FormFinding> neverThere(Collection<FormPlan.Step> steps) {
        var found = new ArrayList<FormFinding>();
        for (FormPlan.Step step : steps) {
            Expression visible = step.visible();
            if (step.field().required() && visible != null && visible.uses().isEmpty() && !visible.holds(Map.of())) {
                found.add(FormFinding.of("required-unseen", step.field().code()));
            }
        }
        return found;
    }
}
