package xindang.engine.money;

import java.util.Currency;
import java.util.Map;

/**
 * Smallest amounts that matter (起点金额), one per currency, so that cents neither warn nor dun (R5). A currency without
 * an amount has none: everything above zero matters.
 *
 * @param byCurrency amount per currency
 */
public record MinimumAmounts(Map<Currency, Money> byCurrency) {

    /** No minimum in any currency. */
    public static final MinimumAmounts NONE = new MinimumAmounts(Map.of());

    /** Takes amounts filed under their own currency. */
    public MinimumAmounts {
        byCurrency = Map.copyOf(byCurrency);
        byCurrency.forEach((currency, amount) -> {
            if (!amount.currency().equals(currency)) {
                throw new IllegalArgumentException(amount + " filed under " + currency);
            }
        });
    }

    /** The minimum of a currency, zero if it has none. */
    public Money of(Currency currency) {
        return byCurrency.getOrDefault(currency, Money.zero(currency));
    }

    /** Whether an amount is above zero and reaches the minimum of its currency. */
    public boolean reachedBy(Money amount) {
        return amount.isPositive() && amount.compareTo(of(amount.currency())) >= 0;
    }
}
