package xindang.format;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xindang.engine.canonical.CanonicalJson;
import xindang.format.FormatProblem.Code;
import xindang.format.form.FieldKind;
import xindang.format.form.FormDefinition;
import xindang.format.form.FormField;
import xindang.format.form.Label;
import xindang.format.form.Result;

/** Reads definitions of forms (表单文件); {@code schema/form.json} is the format's manual. */
public final class FormFile {

    private static final int USUAL_LENGTH = 200;
    private static final int USUAL_LONG = 4000;
    private static final int USUAL_ROWS = 50;
    private static final String CNY = "CNY";

    private FormFile() {}

    /**
     * A definition with its text.
     *
     * @param form what it says
     * @param canonical its canonical JSON
     */
    public record Read(FormDefinition form, String canonical) {}

    /**
     * Reads a definition.
     *
     * @param file its name, which problems tell
     * @throws FormatException with everything that is wrong with it
     */
    public static Read read(String file, byte[] bytes) {
        Object tree = JsonTree.parse(file, bytes);
        List<FormatProblem> unfit = new SchemaCheck().form(file, tree);
        if (!unfit.isEmpty()) {
            throw new FormatException(unfit);
        }
        Map<?, ?> members = map(tree);
        List<FormField> fields = fields(file, "/fields", members.get("fields"));
        return new Read(
                new FormDefinition(
                        label(members.get("label")),
                        optionalLabel(members.get("about")),
                        text(members, "title"),
                        texts(members.get("list")),
                        fields),
                CanonicalJson.text(tree));
    }

    private static List<FormField> fields(String file, String pointer, @Nullable Object told) {
        List<?> all = list(told);
        var place = new int[] {0};
        return all.stream()
                .map(one -> field(file, pointer + "/" + place[0]++, map(one)))
                .toList();
    }

    private static FormField field(String file, String pointer, Map<?, ?> told) {
        FieldKind kind = FieldKind.named(String.valueOf(told.get("kind")));
        return new FormField(
                String.valueOf(told.get("code")),
                kind,
                label(told.get("label")),
                optionalLabel(told.get("help")),
                Boolean.TRUE.equals(told.get("required")),
                text(told, "initial"),
                limits(file, pointer, kind, told),
                list(told.get("choices")).stream()
                        .map(FormFile::map)
                        .map(one -> new FormField.Choice(String.valueOf(one.get("code")), label(one.get("label"))))
                        .toList(),
                fields(file, pointer + "/columns", told.get("columns")),
                text(told, "form"),
                formula(told),
                text(told, "visibleWhen"),
                new FormField.Access(roles(told, "seenBy"), roles(told, "editedBy"), roles(told, "maskedFor")),
                number(told, "width", 1));
    }

    private static FormField.@Nullable Formula formula(Map<?, ?> told) {
        String text = text(told, "formula");
        return text == null ? null : new FormField.Formula(text, Result.named(String.valueOf(told.get("gives"))));
    }

    private static FormField.Limits limits(String file, String pointer, FieldKind kind, Map<?, ?> told) {
        return new FormField.Limits(
                text(told, "min"),
                text(told, "max"),
                number(told, "longest", kind == FieldKind.LONG_TEXT ? USUAL_LONG : USUAL_LENGTH),
                number(told, "decimals", 0),
                currency(file, pointer + "/currency", text(told, "currency")),
                number(told, "rows", USUAL_ROWS));
    }

    private static Currency currency(String file, String pointer, @Nullable String code) {
        String wanted = code == null ? CNY : code;
        return Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getCurrencyCode().equals(wanted) && one.getDefaultFractionDigits() >= 0)
                .findFirst()
                .orElseThrow(() -> new FormatException(List.of(new FormatProblem(
                        Code.CONTRADICTION, facts(file, pointer, wanted, wanted + " is no currency in use")))));
    }

    private static Map<String, String> facts(String file, String pointer, String value, String expected) {
        var facts = new HashMap<String, String>();
        facts.put("file", file);
        facts.put("pointer", pointer);
        facts.put("keyword", "currency");
        facts.put("value", value);
        facts.put("expected", expected);
        return facts;
    }

    private static Set<String> roles(Map<?, ?> told, String member) {
        return texts(told.get(member)).stream().collect(Collectors.toUnmodifiableSet());
    }

    private static int number(Map<?, ?> told, String member, int otherwise) {
        return told.get(member) instanceof Integer number ? number : otherwise;
    }

    private static @Nullable String text(Map<?, ?> told, String member) {
        return told.get(member) instanceof String text ? text : null;
    }

    private static List<String> texts(@Nullable Object told) {
        return list(told).stream().map(String::valueOf).toList();
    }

    private static @Nullable Label optionalLabel(@Nullable Object told) {
        return told == null ? null : label(told);
    }

    private static Label label(@Nullable Object told) {
        Map<?, ?> members = map(told);
        return new Label(String.valueOf(members.get("zh")), String.valueOf(members.get("en")));
    }

    private static Map<?, ?> map(@Nullable Object told) {
        return told instanceof Map<?, ?> members ? members : Map.of();
    }

    private static List<?> list(@Nullable Object told) {
        return told instanceof List<?> items ? items : List.of();
    }
}
