package xindang.engine.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of money (金额) in whole minor units of one currency: {@code 1234.50 CNY} is {@code 123450} fen.
 *
 * <p>Amounts of different currencies never mix, overflow is an error and excess decimals are refused; rounding is a
 * named act ({@link #rounded}). Equality is by currency and amount.
 *
 * @param currency ISO 4217 currency; its default fraction digits give the minor unit
 * @param minor the amount in minor units, negative for a credit
 */
public record Money(Currency currency, long minor) implements Comparable<Money> {

    /** Nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    /**
     * Reads a plain decimal such as {@code "-1234.50"}.
     *
     * @throws NumberFormatException if the text is no plain decimal
     * @throws ArithmeticException if it has more decimals than the currency or overflows
     */
    public static Money of(Currency currency, String decimal) {
        return exact(currency, new BigDecimal(decimal));
    }

    /** Takes a decimal that must already fit the currency's digits; throws {@link ArithmeticException} if not. */
    public static Money exact(Currency currency, BigDecimal amount) {
        return new Money(currency, amount.movePointRight(digits(currency)).longValueExact());
    }

    /** Rounds a raw decimal to the currency's digits in the given direction. */
    public static Money rounded(Currency currency, BigDecimal raw, RoundingMode mode) {
        return new Money(
                currency, raw.movePointRight(digits(currency)).setScale(0, mode).longValueExact());
    }

    /** Decimal places of the currency: 2 for CNY, 0 for JPY, 3 for KWD; pseudo currencies (XAU …) count as 2. */
    public static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits() < 0 ? 2 : currency.getDefaultFractionDigits());
    }

    /** The sum; both must be of one currency. */
    public Money plus(Money other) {
        return new Money(currency, Math.addExact(minor, same(other).minor));
    }

    /** The difference; both must be of one currency. */
    public Money minus(Money other) {
        return new Money(currency, Math.subtractExact(minor, same(other).minor));
    }

    /** The amount with the opposite sign. */
    public Money negated() {
        return new Money(currency, Math.negateExact(minor));
    }

    /** The amount times a rate, rounded as named. */
    public Money times(Rate rate, RoundingMode mode) {
        return rounded(currency, amount().multiply(rate.value()), mode);
    }

    /** The smaller of two amounts of one currency. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether the amount is greater than zero. */
    public boolean isPositive() {
        return minor > 0;
    }

    /** Whether the amount is zero. */
    public boolean isZero() {
        return minor == 0;
    }

    /** The amount as a decimal with the currency's digits. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /** The amount without its currency, always with the currency's digits: {@code "1234.50"}. */
    public String decimal() {
        return amount().toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** For reading by people and logs: {@code "1234.50 CNY"}. */
    @Override
    public String toString() {
        return decimal() + " " + currency.getCurrencyCode();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts of two currencies: " + this + " and " + other);
        }
        return other;
    }
}
