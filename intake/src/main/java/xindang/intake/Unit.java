package xindang.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Unit of an amount (金额单位) as a header, a cell or the column map names it: 万元, USD, 千美元, RMB'000.
 *
 * @param exponent power of ten to multiply by (万 = 4)
 * @param currency number of the currency, or a mark of {@link Currencies}
 */
record Unit(int exponent, int currency) {

    static final Unit PLAIN = new Unit(0, Currencies.NONE);

    private static final Pattern SCALE = Pattern.compile(
            "(百万|千万|万|亿|千|百|THOUSANDS?|MILLIONS?|BILLIONS?|'000S?|(?<![0-9])000S|\\bMIO\\b|\\bMN\\b|\\bK\\b)");
    private static final Pattern FILLER = Pattern.compile("^(单位|UNIT|IN)[:： ]*|[:：()\\[\\]]");

    /** Reads a unit; null if the text is none. */
    static @Nullable Unit parse(String text) {
        String plain = FILLER.matcher(Cells.plain(text).toUpperCase(Locale.ROOT))
                .replaceAll("")
                .strip();
        int exponent = 0;
        Matcher scale = SCALE.matcher(plain);
        if (scale.find()) {
            exponent = exponent(scale.group());
            plain = (plain.substring(0, scale.start()) + " " + plain.substring(scale.end())).strip();
        }
        if (plain.isEmpty()) {
            return exponent == 0 ? null : new Unit(exponent, Currencies.NONE);
        }
        int currency = Currencies.of(plain.replace("OF ", ""));
        return currency == Currencies.UNKNOWN ? null : new Unit(exponent, currency);
    }

    private static int exponent(String scale) {
        return switch (scale) {
            case "百" -> 2;
            case "万" -> 4;
            case "百万", "MILLION", "MILLIONS", "MIO", "MN" -> 6;
            case "千万" -> 7;
            case "亿" -> 8;
            case "BILLION", "BILLIONS" -> 9;
            default -> 3;
        };
    }
}
