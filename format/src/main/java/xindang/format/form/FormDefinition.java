package xindang.format.form;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was drawn (表单定义).
 *
 * @param label name
 * @param about what it is for; null without
 * @param title field that names a record; null for its number
 * @param list fields by which records are listed, filtered and sorted
 * @param fields all fields in order
 */
public record FormDefinition(
        Label label, @Nullable Label about, @Nullable String title, List<String> list, List<FormField> fields) {

    /** Copies the lists. */
    public FormDefinition {
        list = List.copyOf(list);
        fields = List.copyOf(fields);
    }

    /** The field with a code. */
    public Optional<FormField> field(String code) {
        return fields.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** Fields of a kind. */
    public List<FormField> of(FieldKind kind) {
        return fields.stream().filter(one -> one.kind() == kind).toList();
    }
}
