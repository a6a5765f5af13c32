package xindang.platform.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a name or an expression stands for (取值类型). */
public enum ValueKind {
    /** A text, a code, an id, or a date as {@code 2026-01-31}; a {@link String}. */
    TEXT(SimpleType.STRING, String.class),
    /** A whole number, or an amount in whole minor units; a {@link Long}. */
    WHOLE(SimpleType.INT, Long.class),
    /** A number with decimals; a {@link Double}. Amounts never are. */
    DECIMAL(SimpleType.DOUBLE, Double.class),
    /** True or false; a {@link Boolean}. */
    TRUTH(SimpleType.BOOL, Boolean.class),
    /** Several texts; a {@link List} of strings. */
    TEXTS(ListType.create(SimpleType.STRING), List.class),
    /** Rows of a table; a {@link List} of {@link Map}s by the names of the columns. */
    ROWS(ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN)), List.class);

    private final CelType type;
    private final Class<?> values;

    ValueKind(CelType type, Class<?> values) {
        this.type = type;
        this.values = values;
    }

    /** The type that the language has for it. */
    CelType type() {
        return type;
    }

    /** Whether something is such a value. */
    boolean isOne(Object value) {
        return values.isInstance(value);
    }

    /** Whether an expression of a type of the language may be one; what rows hold shows only when it is evaluated. */
    boolean fits(CelType found) {
        return found.equals(SimpleType.DYN) || type.isAssignableFrom(found);
    }

    /** Name in messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
