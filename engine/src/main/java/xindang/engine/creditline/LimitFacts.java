package xindang.engine.creditline;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import xindang.engine.money.Money;

/**
 * What is known about a customer when a limit is proposed (测算依据). {@code null} means unknown, which is not zero. All amounts
 * are in one currency.
 *
 * @param currency currency of all amounts
 * @param annualSales our sales to the customer in the last 12 months, gross
 * @param orders number of orders in the last 12 months
 * @param highestBalance highest open balance of the last 12 months
 * @param netWorth tangible net worth (有形净资产) of the customer
 * @param workingCapital current assets less current liabilities (营运资金) of the customer
 * @param usualTermDays the term the customer has now, in days
 */
public record LimitFacts(
        Currency currency,
        @Nullable Money annualSales,
        @Nullable Integer orders,
        @Nullable Money highestBalance,
        @Nullable Money netWorth,
        @Nullable Money workingCapital,
        @Nullable Integer usualTermDays) {

    /** Names of facts, as reported when one is missing. */
    public enum Fact {
        /** {@link LimitFacts#annualSales}. */
        ANNUAL_SALES,
        /** {@link LimitFacts#orders}. */
        ORDERS,
        /** {@link LimitFacts#highestBalance}. */
        HIGHEST_BALANCE,
        /** {@link LimitFacts#netWorth}. */
        NET_WORTH,
        /** {@link LimitFacts#workingCapital}. */
        WORKING_CAPITAL
    }

    /** Checks that all amounts are in the currency and counts are not negative. */
    public LimitFacts {
        require(currency, annualSales);
        require(currency, highestBalance);
        require(currency, netWorth);
        require(currency, workingCapital);
        if ((orders != null && orders < 0) || (usualTermDays != null && usualTermDays < 0)) {
            throw new IllegalArgumentException("orders " + orders + " or usual term " + usualTermDays + " below 0");
        }
    }

    /** Nothing known but the currency. */
    public static LimitFacts unknown(Currency currency) {
        return new LimitFacts(currency, null, null, null, null, null, null);
    }

    private static void require(Currency currency, @Nullable Money amount) {
        if (amount != null && !amount.currency().equals(currency)) {
            throw new IllegalArgumentException("fact " + amount + " is not in " + currency);
        }
    }
}
