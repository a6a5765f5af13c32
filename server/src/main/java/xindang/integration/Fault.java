package xindang.integration;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row (行错误).
 *
 * @param field key of the field at fault; null if it is the row as a whole
 * @param code why, in kebab case
 * @param value what stood in the cell
 */
public record Fault(@Nullable String field, String code, String value) {

    /** The database takes no zero character. */
    public Fault {
        value = value.replace('\0', ' ');
    }

    /** Whether the row is no record at all, such as a total, and may be passed over. */
    public boolean harmless() {
        return code.equals("total-row") || code.equals("repeated-header");
    }
}
