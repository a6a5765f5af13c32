package xindang.assess.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import xindang.engine.money.Money;

/** Numbers as people read them: thousands separated, sign first, one decimal for days and shares; unknown is a dash. */
final class Figures {

    static final String UNKNOWN = "—";

    private static final int GROUP = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Figures() {}

    /** A number of things. */
    static String count(long number) {
        return grouped(Long.toString(number));
    }

    /** An amount with the currency's digits, without its unit. */
    static String money(Currency currency, long minor) {
        return grouped(new Money(currency, minor).decimal());
    }

    /** An amount that stands alone: {@code ¥1,234.50}, {@code USD 1,234.50}. */
    static String moneyWithUnit(Currency currency, long minor) {
        String amount = money(currency, minor);
        if (!currency.getCurrencyCode().equals("CNY")) {
            return currency.getCurrencyCode() + "\u00a0" + amount;
        }
        return minor < 0 ? "-¥" + amount.substring(1) : "¥" + amount;
    }

    /** A limit as written in files, for reading: states in words, amounts grouped. */
    static String limit(String limit, Words words) {
        return words.has("limit." + limit) ? words.get("limit." + limit) : grouped(limit);
    }

    /** Days with one decimal, half up. */
    static String days(Optional<BigDecimal> days) {
        return days.map(number -> grouped(oneDecimal(number))).orElse(UNKNOWN);
    }

    /** A part of a whole in percent with one decimal, half up; unknown when there is no whole. */
    static String percent(long part, long whole) {
        return whole <= 0 ? UNKNOWN : percent(ratio(part, whole));
    }

    /** A share, 1 being all, in percent. */
    static String percent(BigDecimal share) {
        return grouped(oneDecimal(share.multiply(HUNDRED))) + "%";
    }

    /** The leading digits of an amount in a large unit of the language, for charts: {@code 1.23亿}, {@code 1.2M}. */
    static String brief(Currency currency, long minor, Words words) {
        BigDecimal amount = new Money(currency, minor).amount();
        for (String unit : words.get("bigUnits").split(" ", -1)) {
            String[] sizeAndSign = unit.split(":", -1);
            BigDecimal size = new BigDecimal(sizeAndSign[0]);
            if (amount.abs().compareTo(size) >= 0) {
                BigDecimal shown = amount.divide(size, 2, RoundingMode.HALF_UP);
                return grouped(shown.abs().compareTo(BigDecimal.TEN) < 0 ? shown.toPlainString() : oneDecimal(shown))
                        + sizeAndSign[1];
            }
        }
        return grouped(amount.setScale(0, RoundingMode.HALF_UP).toPlainString());
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    private static String oneDecimal(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** A plain decimal with its thousands separated. */
    static String grouped(String plain) {
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        int start = plain.startsWith("-") ? 1 : 0;
        var grouped = new StringBuilder(plain);
        for (int at = end - GROUP; at > start; at -= GROUP) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
