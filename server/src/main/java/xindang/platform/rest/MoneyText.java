package xindang.platform.rest;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount as it is sent (金额): a plain decimal with at least the currency's digits, and the ISO 4217 code.
 *
 * @param amount decimal text
 * @param currency currency
 */
public record MoneyText(String amount, String currency) {

    /** An amount of the database. */
    public static MoneyText of(BigDecimal amount, String currency) {
        return new MoneyText(plain(amount, currency), currency);
    }

    /** The amount alone, with at least the currency's digits; nothing is ever rounded. */
    public static String plain(BigDecimal amount, String currency) {
        BigDecimal bare = amount.stripTrailingZeros();
        return bare.setScale(Math.max(bare.scale(), digits(currency))).toPlainString();
    }

    /** Digits of a currency; 2 for one this Java does not know. */
    public static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2;
        }
    }
}
