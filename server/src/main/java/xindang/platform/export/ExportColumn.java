package xindang.platform.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported list (导出列).
 *
 * @param key the column's key on the screen
 * @param kind what its cells are
 * @param value the cell: text, BigDecimal, Integer, LocalDate or Boolean as the kind says; null leaves it empty
 */
public record ExportColumn<T>(String key, Kind kind, Function<T, @Nullable Object> value) {

    /** What cells are, so that spreadsheets sort and add them. */
    public enum Kind {
        TEXT,
        AMOUNT,
        SHARE,
        WHOLE,
        DATE
    }
}
