package xindang.engine.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A threshold that a policy states per currency (分币种金额), for example {@code {"CNY": "1000.00", "*": "1000"}}. Nothing is ever
 * converted: an amount in a currency that is not listed is measured by the entry {@code *}, or by none.
 *
 * @param amounts decimals by ISO code, and by {@code *} for every other currency
 */
public record AmountByCurrency(Map<String, BigDecimal> amounts) {

    /** The entry for every currency not listed. */
    public static final String ANY_OTHER = "*";

    /** No amount in any currency. */
    public static final AmountByCurrency NONE = new AmountByCurrency(Map.of());

    /** Copies the map; refuses unknown codes, negative amounts and decimals the currency does not have. */
    public AmountByCurrency {
        amounts = Collections.unmodifiableMap(new TreeMap<>(amounts));
        amounts.forEach(AmountByCurrency::check);
    }

    /** The amount in a currency; the one of {@code *} is rounded down to the currency's digits. */
    public Optional<Money> in(Currency currency) {
        BigDecimal own = amounts.get(currency.getCurrencyCode());
        if (own != null) {
            return Optional.of(Money.exact(currency, own));
        }
        BigDecimal other = amounts.get(ANY_OTHER);
        return other == null ? Optional.empty() : Optional.of(Money.rounded(currency, other, RoundingMode.DOWN));
    }

    /** Whether an amount is above zero and reaches the threshold of its currency; without one, any amount above zero. */
    public boolean reachedBy(Money amount) {
        return amount.isPositive()
                && in(amount.currency())
                        .map(least -> amount.compareTo(least) >= 0)
                        .orElse(true);
    }

    private static void check(String code, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount " + amount.toPlainString() + " in " + code + " is below 0");
        }
        if (code.equals(ANY_OTHER)) {
            return;
        }
        try {
            Money.exact(Currency.getInstance(code), amount);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "amount " + amount.toPlainString() + " does not fit the digits of " + code, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no currency " + code, e);
        }
    }
}
