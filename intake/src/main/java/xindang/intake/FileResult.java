package xindang.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one file while and after it is read; becomes its {@link Reading}. */
final class FileResult {

    final String file;
    String format = "csv";
    String charset = "UTF-8";
    Reading.CharsetSource charsetSource = Reading.CharsetSource.VALID;

    @Nullable
    String sheet;

    List<String> otherSheets = List.of();
    final List<Reading.Note> notes = new ArrayList<>();
    final Map<Field, Reading.Order> orders = new EnumMap<>(Field.class);
    /** The currency a bare {@code $} was found to mean. */
    int dollar = Currencies.NONE;

    private @Nullable Plan plan;

    FileResult(String file) {
        this.file = file;
    }

    void plan(Plan chosen) {
        plan = chosen;
    }

    Reading reading(boolean currencyGiven, int accepted, int rejected) {
        Plan p = java.util.Objects.requireNonNull(plan);
        Map<Field, String> columns = new EnumMap<>(Field.class);
        Map<Field, Integer> positions = new EnumMap<>(Field.class);
        Map<Field, Integer> exponents = new EnumMap<>(Field.class);
        Map<Field, Boolean> commas = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (p.has(field)) {
                columns.put(field, p.header(field));
                positions.put(field, p.column(field));
            }
            if (p.has(field) && field.isAmount()) {
                commas.put(field, p.comma[field.index()]);
                exponents.put(field, p.exponent[field.index()]);
            }
        }
        exponents.values().removeIf(exponent -> exponent == 0);
        int mark = p.mark[Field.AMOUNT.index()];
        int currency = mark >= 0 ? mark : dollar >= 0 ? dollar : p.currency;
        return new Reading(
                file,
                format,
                charset,
                charsetSource,
                format.equals("csv") ? (char) p.delimiter : 0,
                sheet,
                otherSheets,
                p.headerLine,
                Map.copyOf(columns),
                Map.copyOf(positions),
                Map.copyOf(orders),
                Currencies.at(currency).getCurrencyCode(),
                source(mark, currencyGiven),
                p.has(Field.CURRENCY),
                Map.copyOf(exponents),
                Map.copyOf(commas),
                accepted,
                rejected,
                List.copyOf(notes));
    }

    private Reading.CurrencySource source(int mark, boolean currencyGiven) {
        if (mark >= 0 || mark == Currencies.YEN_SIGN || mark == Currencies.YUAN_WORD) {
            return Reading.CurrencySource.HEADER;
        }
        return currencyGiven || dollar >= 0 ? Reading.CurrencySource.OPTION : Reading.CurrencySource.ASSUMED;
    }
}
