package xindang.forms;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xindang.format.form.FormField;

/** Values as people read them (取值文字): choices by their labels, the rest as it is. */
public final class FieldText {

    private FieldText() {}

    /** The text of a value; empty for nothing. */
    public static String of(FormField field, @Nullable Object value, String language) {
        return of(field, value, language, Map.of());
    }

    /**
     * The text of a value.
     *
     * @param names names of what is referred to, by id
     */
    public static String of(FormField field, @Nullable Object value, String language, Map<String, String> names) {
        return switch (value) {
            case null -> "";
            case String text ->
                field.kind().isReference() ? names.getOrDefault(text, "—") : choice(field, text, language);
            case List<?> texts
            when field.columns().isEmpty() ->
                texts.stream()
                        .map(text -> choice(field, String.valueOf(text), language))
                        .collect(Collectors.joining(language.equals("en") ? ", " : "、"));
            default -> "";
        };
    }

    private static String choice(FormField field, String code, String language) {
        return field.choices().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> one.label().in(language))
                .orElse(code);
    }
}
