package xindang.receivable;

import java.time.LocalDate;
import java.util.List;

/**
 * What was open and overdue of a customer at the ends of months (月末占用与逾期), the oldest first, today last.
 *
 * @param currency of the amounts
 * @param items one line per day
 */
public record Months(String currency, List<MonthEnd> items) {

    /** Copies the list. */
    public Months {
        items = List.copyOf(items);
    }

    /**
     * One day, as decimal texts of the currency.
     *
     * @param on last day of a month, or today
     * @param open what was open at its end
     * @param overdue what of it was past due
     */
    public record MonthEnd(LocalDate on, String open, String overdue) {}
}
