package xindang.engine.canonical;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xindang.engine.money.Money;
import xindang.engine.money.Rate;

/**
 * Writes values as canonical JSON after RFC 8785: members sorted by UTF-16 code units, no white space, the shortest
 * escapes.
 *
 * <p>Numbers are where such formats usually break, so only {@link Integer} becomes a JSON number; {@link Long}, {@link
 * BigDecimal} and {@link Rate} become strings in plain notation and {@link Money} becomes {@code
 * {"amount":"1234.50","currency":"CNY"}}. A {@code double} is refused: its text depends on who prints it.
 * {@link CanonicalWriter} does the writing.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The canonical bytes (UTF-8) of a value; see {@link #text}. */
    public static byte[] bytes(@Nullable Object value) {
        return new CanonicalWriter().value(value).bytes(0);
    }

    /**
     * The canonical text of a value made of maps with string keys, lists, strings, booleans, {@code null}, integers,
     * longs, decimals, rates, money, dates and enums (by {@code toString}).
     *
     * @throws IllegalArgumentException for any other type, and for a lone surrogate in a string
     */
    public static String text(@Nullable Object value) {
        return new CanonicalWriter().value(value).text(0);
    }
}
