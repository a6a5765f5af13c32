package xindang.format.form;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What fits into the fields of a form (表单取值校验): the definition as a JSON Schema (2020-12) that anybody may use, and the bounds that
 * such a schema cannot tell. All values are texts, lists of texts, or rows: amounts and numbers are decimal texts, so none loses a digit.
 */
public final class FormValues {

    private static final String UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
    private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private static final Map<String, String> CODES = Map.of(
            "type", "wrong-form",
            "maxLength", "too-long",
            "minLength", "wrong-form",
            "pattern", "wrong-form",
            "enum", "unknown-choice",
            "maxItems", "too-many-rows",
            "uniqueItems", "double",
            "additionalProperties", "unknown");

    private final FormDefinition form;
    private final Map<String, Object> schema;
    private final Schema compiled;

    /** The values of a form. */
    public FormValues(FormDefinition form) {
        this.form = form;
        schema = object(form.fields());
        compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonMapper.shared().valueToTree(schema));
    }

    /**
     * A value that does not fit.
     *
     * @param field field, with row and column where it lies in a table: {@code items.0.price}
     * @param code what is wrong, in kebab case
     * @param limit what it is measured by; empty for nothing
     */
    public record Unfit(String field, String code, String limit) {}

    /** The JSON Schema of the values; whether a field is required depends on conditions and is not in it. */
    public Map<String, Object> schema() {
        return schema;
    }

    /** Values without what is empty: nulls, blank texts, empty lists and rows. */
    public static Map<String, Object> withoutEmpty(Map<String, ?> given) {
        var kept = new TreeMap<String, Object>();
        given.forEach((code, value) -> {
            Object one = withoutEmpty(value);
            if (one != null) {
                kept.put(code, one);
            }
        });
        return kept;
    }

    private static @Nullable Object withoutEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.isBlank() ? null : text.strip();
            case List<?> items -> {
                List<?> kept = items.stream()
                        .map(FormValues::withoutEmpty)
                        .filter(Objects::nonNull)
                        .toList();
                yield kept.isEmpty() ? null : kept;
            }
            case Map<?, ?> members -> {
                var kept = new TreeMap<String, Object>();
                members.forEach((name, member) -> {
                    Object one = withoutEmpty(member);
                    if (one != null) {
                        kept.put(String.valueOf(name), one);
                    }
                });
                yield kept.isEmpty() ? null : kept;
            }
            default -> value;
        };
    }

    /** Everything that does not fit, of values without empty ones. */
    public List<Unfit> unfit(Map<String, Object> values) {
        var unfit = new ArrayList<Unfit>();
        for (Error error : compiled.validate(JsonMapper.shared().valueToTree(values))) {
            unfit.add(unfit(error));
        }
        if (unfit.isEmpty()) {
            bounds("", form.fields(), values, unfit);
        }
        return unfit;
    }

    private static Unfit unfit(Error error) {
        String place = error.getInstanceLocation()
                .toString()
                .replaceFirst("^[/$.]+", "")
                .replace('/', '.');
        String property = error.getProperty();
        String field = property == null ? place : place.isEmpty() ? property : place + "." + property;
        return new Unfit(field, CODES.getOrDefault(String.valueOf(error.getKeyword()), "wrong-form"), "");
    }

    private static void bounds(String before, List<FormField> fields, Map<?, ?> values, List<Unfit> unfit) {
        for (FormField field : fields) {
            Object value = values.get(field.code());
            String place = before + field.code();
            if (value instanceof List<?> rows && field.kind() == FieldKind.TABLE) {
                for (int i = 0; i < rows.size(); i++) {
                    if (rows.get(i) instanceof Map<?, ?> row) {
                        bounds(place + "." + i + ".", field.columns(), row, unfit);
                    }
                }
            } else if (value instanceof String text) {
                bound(place, field, text, unfit);
            }
        }
    }

    private static void bound(String place, FormField field, String text, List<Unfit> unfit) {
        String min = field.limits().min();
        String max = field.limits().max();
        try {
            switch (field.kind()) {
                case DATE -> {
                    LocalDate day = LocalDate.parse(text);
                    require(place, min == null ? 0 : day.compareTo(LocalDate.parse(min)), "too-small", min, unfit);
                    require(place, max == null ? 0 : -day.compareTo(LocalDate.parse(max)), "too-large", max, unfit);
                }
                case NUMBER, MONEY -> {
                    var number = new BigDecimal(text);
                    require(place, min == null ? 0 : number.compareTo(new BigDecimal(min)), "too-small", min, unfit);
                    require(place, max == null ? 0 : -number.compareTo(new BigDecimal(max)), "too-large", max, unfit);
                }
                default -> {}
            }
        } catch (DateTimeException _) {
            unfit.add(new Unfit(place, "no-such-day", ""));
        }
    }

    private static void require(String place, int compared, String code, @Nullable String limit, List<Unfit> unfit) {
        if (compared < 0) {
            unfit.add(new Unfit(place, code, limit == null ? "" : limit));
        }
    }

    private static Map<String, Object> object(List<FormField> fields) {
        var properties = new LinkedHashMap<String, Object>();
        for (FormField field : fields) {
            if (!field.kind().isGiven()) {
                properties.put(field.code(), value(field));
            }
        }
        return Map.of("type", "object", "additionalProperties", false, "properties", properties);
    }

    private static Map<String, Object> value(FormField field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT ->
                Map.of("type", "string", "maxLength", field.limits().longest());
            case NUMBER, MONEY -> text(number(field.digits()));
            case DATE -> text(DAY);
            case CHOICE -> choice(field);
            case CHOICES -> Map.of("type", "array", "uniqueItems", true, "items", choice(field));
            case MEMBER, DEPARTMENT, CUSTOMER, LINK -> text(UUID);
            case TABLE -> Map.of("type", "array", "maxItems", field.limits().rows(), "items", object(field.columns()));
            case FORMULA, SERIAL, DESCRIPTION -> throw new IllegalArgumentException("nobody gives " + field.code());
        };
    }

    private static Map<String, Object> text(String pattern) {
        return Map.of("type", "string", "pattern", pattern);
    }

    private static String number(int digits) {
        return "^-?(0|[1-9][0-9]{0,12})" + (digits == 0 ? "" : "([.][0-9]{1," + digits + "})?") + "$";
    }

    private static Map<String, Object> choice(FormField field) {
        return Map.of(
                "type",
                "string",
                "enum",
                field.choices().stream().map(FormField.Choice::code).toList());
    }
}
