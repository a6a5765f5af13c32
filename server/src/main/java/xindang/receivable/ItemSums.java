package xindang.receivable;

import java.util.List;

/**
 * Sums of the items that a filter finds (应收明细合计).
 *
 * @param byCurrency one line per currency, by code; none if not complete
 * @param complete false if there are too many items to add up while somebody waits
 */
public record ItemSums(List<ItemsOfCurrency> byCurrency, boolean complete) {

    /** Copies the list. */
    public ItemSums {
        byCurrency = List.copyOf(byCurrency);
    }

    /**
     * Sums of one currency, as decimal texts of it.
     *
     * @param items how many
     * @param amount sum of their amounts
     * @param open sum of what is open on the day
     */
    public record ItemsOfCurrency(String currency, int items, String amount, String open) {}
}
