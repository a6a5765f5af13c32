package xindang.receivable;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums of the ageing table (账龄合计).
 *
 * @param complete false if a text finds too many customers to add up while somebody waits; there are no sums then
 * @param amounts open amounts per bucket; none if not complete
 * @param open their sum; null if not complete
 * @param overdue what is past due; null if not complete
 * @param customers customers with anything open
 * @param difference open less the control sum of the items: 0.00, or the table is wrong; null for some customers only, because
 *     the control sum is kept for all
 * @param bookedLater items of up to the day that were recorded after it; null for some customers only
 */
public record AgeingTotals(
        boolean complete,
        List<String> amounts,
        @Nullable String open,
        @Nullable String overdue,
        long customers,
        @Nullable String difference,
        @Nullable Long bookedLater) {

    /** Too many customers to add up. */
    static final AgeingTotals INCOMPLETE = new AgeingTotals(false, List.of(), null, null, 0, null, null);

    /** Copies the list. */
    public AgeingTotals {
        amounts = List.copyOf(amounts);
    }
}
