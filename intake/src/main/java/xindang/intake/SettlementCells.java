package xindang.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column called "paid" or 核销 hold: days in one ledger, amounts or answers in the next. Counts how many
 * can be read as each; a number such as 20250304 can be read as a day and as an amount.
 */
final class SettlementCells {

    /** An amount, or one of Excel's days: nothing tells them apart. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.][0-9]*)?");

    private static final Pattern DAY_OF_DIGITS = Pattern.compile("[0-9]{8}");

    private int cells;
    private int days;
    private int amounts;
    private int answers;

    static SettlementCells of(List<String> texts) {
        SettlementCells cells = new SettlementCells();
        texts.forEach(cells::add);
        return cells;
    }

    /** Counts a cell that is not blank. */
    void add(String cell) {
        cells++;
        days += looksLikeDay(cell) ? 1 : 0;
        amounts += looksLikeAmount(cell) ? 1 : 0;
        answers += YesNo.settled(cell) != null ? 1 : 0;
    }

    void add(SettlementCells other) {
        cells += other.cells;
        days += other.days;
        amounts += other.amounts;
        answers += other.answers;
    }

    boolean isEmpty() {
        return cells == 0;
    }

    /**
     * The field that more than half of the cells fit, of those that are free; null = none. Days come first, because a day
     * without marks is a number too.
     */
    @Nullable
    Field field(boolean dayFree, boolean amountFree) {
        if (dayFree && 2L * days > cells) {
            return Field.SETTLED;
        }
        return amountFree && (2L * amounts > cells || 2L * answers > cells) ? Field.SETTLED_AMOUNT : null;
    }

    private static boolean looksLikeDay(String cell) {
        byte[] b = cell.getBytes(StandardCharsets.UTF_8);
        int date = new Dates(Dates.SERIAL_1900).parse(b, 0, b.length);
        return date != Dates.BAD
                && (!NUMBER.matcher(cell).matches()
                        || DAY_OF_DIGITS.matcher(cell).matches());
    }

    private static boolean looksLikeAmount(String cell) {
        byte[] b = cell.getBytes(StandardCharsets.UTF_8);
        Amounts amounts = new Amounts();
        return amounts.parse(b, 0, b.length, false) == Amounts.Status.GOOD
                || amounts.parse(b, 0, b.length, true) == Amounts.Status.GOOD;
    }
}
