package xindang.engine.canonical;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The canonical bytes (UTF-8) of a value; see {@link #text}. */
    public static byte[] bytes(@Nullable Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The canonical text of a value made of maps with string keys, lists, strings, booleans, {@code null}, integers,
     * longs, decimals, rates, money, dates and enums (by {@code toString}).
     *
     * @throws IllegalArgumentException for any other type, and for a lone surrogate in a string
     */
    public static String text(@Nullable Object value) {
        var out = new StringBuilder(256);
        write(out, value);
        return out.toString();
    }

    /** Appends the canonical text of a value; see {@link #text}. */
    public static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> string(out, text);
            case Integer number -> out.append(number.intValue());
            case Boolean truth -> out.append(truth.booleanValue());
            case Long number -> string(out, Long.toString(number));
            case BigDecimal number -> string(out, number.toPlainString());
            case Rate rate -> string(out, rate.toString());
            case Money money -> money(out, money);
            case LocalDate date -> string(out, date.toString());
            case Enum<?> constant -> string(out, constant.toString());
            case Map<?, ?> members -> object(out, members);
            case List<?> items -> array(out, items);
            default ->
                throw new IllegalArgumentException(
                        "no canonical form for " + value.getClass().getName());
        }
    }

    private static void money(StringBuilder out, Money money) {
        out.append("{\"amount\":");
        string(out, money.decimal());
        out.append(",\"currency\":");
        string(out, money.currency().getCurrencyCode());
        out.append('}');
    }

    private static void object(StringBuilder out, Map<?, ?> members) {
        var sorted = new TreeMap<String, @Nullable Object>();
        members.forEach((name, member) -> sorted.put((String) name, member));
        out.append('{');
        boolean first = true;
        for (var member : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(out, member.getKey());
            out.append(':');
            write(out, member.getValue());
        }
        out.append('}');
    }

    private static void array(StringBuilder out, List<?> items) {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(out, items.get(i));
        }
        out.append(']');
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                pair(out, text, i++);
            } else {
                character(out, c);
            }
        }
        out.append('"');
    }

    private static void pair(StringBuilder out, String text, int at) {
        if (!Character.isHighSurrogate(text.charAt(at))
                || at + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(at + 1))) {
            throw new IllegalArgumentException("lone surrogate at " + at);
        }
        out.append(text, at, at + 2);
    }

    private static void character(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xf, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
