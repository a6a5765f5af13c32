package xindang.intake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import xindang.engine.money.Money;

/** Currencies by a small number, as the columns hold them, and the many ways ledgers write them. */
final class Currencies {

    /** No currency named. */
    static final int NONE = -1;
    /** {@code ¥}: CNY, unless something else says JPY. */
    static final int YEN_SIGN = -2;
    /** {@code $}: some dollar; rows hold it until the file is read. */
    static final int DOLLAR_SIGN = -3;
    /** {@code 元} alone: CNY, but nobody contradicts himself who writes it beside another currency. */
    static final int YUAN_WORD = -5;
    /** Named, but not a currency. */
    static final int UNKNOWN = -4;

    private static final Currency[] ALL = Currency.getAvailableCurrencies().stream()
            .filter(Currencies::isMoney)
            .toArray(Currency[]::new);
    private static final byte[] DIGITS;
    private static final short[] BY_LETTERS = new short[26 * 26 * 26];
    private static final Map<String, Integer> ALIASES = new HashMap<>();
    private static final Set<String> DOLLARS = Set.of(
            "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "BRL", "BBD", "BSD", "BMD",
            "FJD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "UYU", "XCD", "MOP", "BND", "BZD", "GYD", "DOP");
    private static final Pattern NO_LETTER = Pattern.compile("[^A-Z\\p{IsHan}$¥€£₩₹]+");

    static {
        Arrays.sort(ALL, Comparator.comparing(Currency::getCurrencyCode));
        Arrays.fill(BY_LETTERS, (short) UNKNOWN);
        DIGITS = new byte[ALL.length];
        for (int i = 0; i < ALL.length; i++) {
            DIGITS[i] = (byte) Money.digits(ALL[i]);
            String code = ALL[i].getCurrencyCode();
            ALIASES.put(code, i);
            BY_LETTERS[(code.charAt(0) - 'A') * 676 + (code.charAt(1) - 'A') * 26 + code.charAt(2) - 'A'] = (short) i;
        }
        alias("CNY", "RMB", "CNH", "人民币", "人民币元", "元人民币", "RMB¥", "CNY¥", "CN¥", "RMB元");
        alias("USD", "美元", "美金", "US$", "USD$", "US", "US DOLLAR", "US DOLLARS");
        alias("HKD", "港币", "港元", "港纸", "HK$", "HKD$");
        alias("EUR", "欧元", "€", "EURO", "EUROS");
        alias("JPY", "日元", "日圆", "日币", "JP¥", "JPY¥", "YEN", "円");
        alias("GBP", "英镑", "£", "STG");
        alias("AUD", "澳元", "澳币", "澳大利亚元", "A$", "AU$");
        alias("CAD", "加元", "加币", "加拿大元", "C$", "CA$");
        alias("SGD", "新加坡元", "新加坡币", "坡币", "S$");
        alias("TWD", "台币", "新台币", "NT$", "NTD");
        alias("MOP", "澳门元", "澳门币", "MOP$");
        alias("KRW", "韩元", "韩币", "₩");
        alias("CHF", "瑞士法郎", "瑞郎", "SFR");
        alias("NZD", "新西兰元", "纽元", "NZ$");
        alias("MYR", "林吉特", "马币", "马来西亚林吉特", "RM");
        alias("THB", "泰铢", "泰国铢");
        alias("RUB", "卢布", "俄罗斯卢布");
        alias("INR", "卢比", "印度卢比", "₹");
        alias("VND", "越南盾", "₫");
        ALIASES.put("$", DOLLAR_SIGN);
        ALIASES.put("¥", YEN_SIGN);
        ALIASES.put("元", YUAN_WORD);
        ALIASES.put("圆", YUAN_WORD);
    }

    /** Codes for gold, for tests and for "no currency" have no minor unit and are no money. */
    private static boolean isMoney(Currency currency) {
        return currency.getDefaultFractionDigits() >= 0;
    }

    private Currencies() {}

    private static void alias(String code, String... names) {
        for (String name : names) {
            ALIASES.put(name, of(Currency.getInstance(code)));
        }
    }

    static int of(Currency currency) {
        return BY_LETTERS[letters(currency.getCurrencyCode())];
    }

    private static int letters(String code) {
        return (code.charAt(0) - 'A') * 676 + (code.charAt(1) - 'A') * 26 + code.charAt(2) - 'A';
    }

    static Currency at(int index) {
        return ALL[index];
    }

    static int digits(int index) {
        // Every dollar in use has cents but Chile's; the difference is mended when the dollar becomes known.
        return index == DOLLAR_SIGN ? 2 : DIGITS[index];
    }

    static boolean isDollar(int index) {
        return DOLLARS.contains(ALL[index].getCurrencyCode());
    }

    /** Three capital letters as most currency columns have them, without making a text; else {@link #UNKNOWN}. */
    static int ofLetters(byte[] b, int s) {
        int x = b[s] - 'A';
        int y = b[s + 1] - 'A';
        int z = b[s + 2] - 'A';
        boolean capitals = x >= 0 && x < 26 && y >= 0 && y < 26 && z >= 0 && z < 26;
        return capitals ? BY_LETTERS[x * 676 + y * 26 + z] : UNKNOWN;
    }

    /** A currency as people write it: {@code CNY}, {@code 人民币}, {@code 美元(USD)}, {@code US$}; {@code $} stays open. */
    static int of(String text) {
        String plain = Cells.plain(text).toUpperCase(Locale.ROOT);
        Integer exact = ALIASES.get(plain);
        if (exact != null) {
            return exact;
        }
        int found = UNKNOWN;
        for (String part : NO_LETTER.split(plain, -1)) {
            int known = ALIASES.getOrDefault(part, UNKNOWN);
            boolean adds = known != UNKNOWN && (known != YUAN_WORD || found == UNKNOWN);
            if (adds && found != UNKNOWN && found != YUAN_WORD && found != known) {
                return UNKNOWN;
            }
            found = adds ? known : found;
        }
        return found;
    }

    /** Whether two namings can mean one currency: {@code ¥} is CNY or JPY, {@code $} any dollar. */
    static boolean agree(int mark, int currency) {
        if (mark == NONE || mark == YUAN_WORD || mark == currency) {
            return true;
        }
        if (currency < 0) {
            return mark >= 0 && agree(currency, mark);
        }
        String code = ALL[currency].getCurrencyCode();
        return mark == DOLLAR_SIGN
                ? DOLLARS.contains(code)
                : mark == YEN_SIGN && (code.equals("CNY") || code.equals("JPY"));
    }
}
