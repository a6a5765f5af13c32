package xindang.receivable;

import java.util.List;

/**
 * Sums of the ageing table (账龄合计).
 *
 * @param amounts open amounts per bucket
 * @param open their sum
 * @param overdue what is past due
 * @param customers customers with anything open
 * @param difference open less the control sum of the items: 0.00, or the table is wrong
 * @param bookedLater items of up to the day that were recorded after it
 */
public record AgeingTotals(
        List<String> amounts, String open, String overdue, long customers, String difference, long bookedLater) {

    /** Copies the list. */
    public AgeingTotals {
        amounts = List.copyOf(amounts);
    }
}
