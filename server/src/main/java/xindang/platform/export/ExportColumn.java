package xindang.platform.export;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported list (导出列).
 *
 * @param key the column's key on the screen
 * @param kind what its cells are
 * @param beside keys of the columns without which this one says too little, such as the currency of an amount: they come along
 *     and stand before it, asked for or not
 * @param value the cell: text, BigDecimal, Integer, LocalDate or Boolean as the kind says; null leaves it empty
 */
public record ExportColumn<T>(String key, Kind kind, List<String> beside, Function<T, @Nullable Object> value) {

    /** Copies the keys. */
    public ExportColumn {
        beside = List.copyOf(beside);
    }

    /** A column that says enough by itself. */
    public ExportColumn(String key, Kind kind, Function<T, @Nullable Object> value) {
        this(key, kind, List.of(), value);
    }

    /** What cells are, so that spreadsheets sort and add them. */
    public enum Kind {
        TEXT,
        /** A code of the program; the file has its word in the reader's language. */
        CODE,
        AMOUNT,
        SHARE,
        WHOLE,
        DATE
    }
}
