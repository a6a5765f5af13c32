package xindang.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one file was read: everything that was recognised or assumed, so that the report can say so.
 *
 * @param file path as given
 * @param format {@code csv} or {@code xlsx}
 * @param charset name of the charset, empty for xlsx
 * @param charsetSource how it was found
 * @param delimiter delimiter of a CSV, 0 for xlsx
 * @param sheet the sheet read, null for CSV
 * @param otherSheets visible sheets not read
 * @param headerLine physical line of the header, from 1
 * @param columns header text by field
 * @param positions number of the column from 0 by field
 * @param dateOrders order of dates such as 3/4/2025, by field, where a column has such dates
 * @param currency ISO code of amounts that name no currency themselves
 * @param currencySource where that currency comes from
 * @param currencyColumn whether a currency column decides first
 * @param unitExponents power of ten of the unit by amount field (万元 = 4), only where not 0
 * @param decimalCommas whether the amount fields write a decimal comma, by field
 * @param accepted rows accepted (duplicates not counted)
 * @param rejected rows rejected (duplicates counted)
 * @param notes what else should be known
 */
public record Reading(
        String file,
        String format,
        String charset,
        CharsetSource charsetSource,
        char delimiter,
        @Nullable String sheet,
        List<String> otherSheets,
        int headerLine,
        Map<Field, String> columns,
        Map<Field, Integer> positions,
        Map<Field, Order> dateOrders,
        String currency,
        CurrencySource currencySource,
        boolean currencyColumn,
        Map<Field, Integer> unitExponents,
        Map<Field, Boolean> decimalCommas,
        int accepted,
        int rejected,
        List<Note> notes) {

    /** How the charset was found. */
    public enum CharsetSource {
        /** A byte order mark. */
        MARK,
        /** The whole file is valid. */
        VALID,
        /** Zero bytes in the pattern of UTF-16. */
        ZERO_BYTES,
        /** Not valid UTF-8, so the Chinese national charset. */
        FALLBACK,
        /** A workbook, no choice. */
        WORKBOOK
    }

    /** Where the currency of amounts that name none comes from. */
    public enum CurrencySource {
        /** The unit in the header or the map. */
        HEADER,
        /** The option {@code --currency}, or the answer to a question. */
        OPTION,
        /** Nothing says, so CNY. */
        ASSUMED
    }

    /** How a date order was found. */
    public enum OrderSource {
        /** Some dates of the column are possible in this order only. */
        COLUMN,
        /** It follows another date column of the file. */
        OTHER_COLUMN,
        /** The column map says so. */
        MAP,
        /** The person asked said so. */
        ANSWER
    }

    /** A date order and how it was found. */
    public record Order(DateOrder order, OrderSource source) {}

    /** A remark: a stable code in kebab case and its arguments. */
    public record Note(String code, List<String> arguments) {}
}
