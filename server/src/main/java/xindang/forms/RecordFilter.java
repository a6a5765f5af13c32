package xindang.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a form are asked for (表单记录筛选).
 *
 * @param text part of number or title; null for all
 * @param state {@code active} or {@code void}; null for both
 * @param wheres conditions on listed fields, all of which hold
 */
public record RecordFilter(@Nullable String text, @Nullable String state, List<Where> wheres) {

    /** Copies the list. */
    public RecordFilter {
        wheres = List.copyOf(wheres);
    }

    /**
     * A condition on a field.
     *
     * @param field listed field
     * @param numeric whether its values are numbers
     * @param how {@code is}, {@code has} (part of a text), {@code from} or {@code to}, both included
     * @param value what it is compared with; a number for a numeric field
     */
    public record Where(String field, boolean numeric, How how, String value) {}

    /** How values are compared. */
    public enum How {
        IS,
        HAS,
        FROM,
        TO
    }
}
