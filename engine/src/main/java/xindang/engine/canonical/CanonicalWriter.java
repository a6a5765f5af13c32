package xindang.engine.canonical;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.engine.money.Money;
import xindang.engine.money.Rate;

/**
 * Writes canonical JSON (see {@link CanonicalJson}) piece by piece into one growing buffer of UTF-8 bytes. Decision records
 * are written by the hundred thousand; trees of maps that are sorted and turned into text and then into bytes cost several
 * times the decision itself.
 *
 * <p>Names must come in canonical order; one that does not is a defect of the caller and is refused at once.
 */
public final class CanonicalWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] out = new byte[1 << 10];
    private int length;
    /** Whether the next name or value follows another. */
    private boolean follows;

    /** By depth the last name written. */
    private @Nullable String[] names = new @Nullable String[8];

    private int depth;

    /** Number of bytes so far. */
    public int length() {
        return length;
    }

    /** The bytes written so far; only the first {@link #length()} count, and the next call may move them. */
    public byte[] buffer() {
        return out;
    }

    /** Forgets everything written. */
    public void clear() {
        length = 0;
        depth = 0;
        follows = false;
    }

    /** A copy of the bytes from a place on. */
    public byte[] bytes(int from) {
        return Arrays.copyOfRange(out, from, length);
    }

    /** The text from a place on. */
    public String text(int from) {
        return new String(out, from, length - from, StandardCharsets.UTF_8);
    }

    /** Ends a line; what follows is a value of its own. */
    public void line() {
        room(1);
        out[length++] = '\n';
        follows = false;
    }

    /** Opens an object. */
    public CanonicalWriter open() {
        begin('{');
        depth++;
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
        }
        names[depth] = null;
        return this;
    }

    /** Closes an object. */
    public CanonicalWriter close() {
        depth--;
        return end('}');
    }

    /** Opens a list. */
    public CanonicalWriter openList() {
        return begin('[');
    }

    /** Closes a list. */
    public CanonicalWriter closeList() {
        return end(']');
    }

    /**
     * Names the next member.
     *
     * @throws IllegalStateException if the name does not come after the one before it
     */
    public CanonicalWriter name(String name) {
        String before = names[depth];
        if (before != null && before.compareTo(name) >= 0) {
            throw new IllegalStateException("\"" + name + "\" after \"" + before + "\"");
        }
        names[depth] = name;
        separate();
        string(name);
        room(1);
        out[length++] = ':';
        return this;
    }

    /** A member with a value of any kind {@link #value} takes. */
    public CanonicalWriter member(String name, @Nullable Object value) {
        return name(name).value(value);
    }

    /** A member with a text. */
    public CanonicalWriter member(String name, String value) {
        return name(name).text(value);
    }

    /** A member with a whole number. */
    public CanonicalWriter member(String name, int value) {
        return name(name).number(value);
    }

    /** A member that is left out when there is no value. */
    public CanonicalWriter optional(String name, @Nullable Object value) {
        return value == null ? this : member(name, value);
    }

    /** A text. */
    public CanonicalWriter text(String text) {
        separate();
        string(text);
        follows = true;
        return this;
    }

    /** A whole number. */
    public CanonicalWriter number(int number) {
        return plain(Integer.toString(number));
    }

    /** An amount of money. */
    public CanonicalWriter money(Money money) {
        return open().member("amount", money.decimal())
                .member("currency", money.currency().getCurrencyCode())
                .close();
    }

    /**
     * A value made of maps with string keys, lists, strings, booleans, {@code null}, integers, longs, decimals, rates, money,
     * dates and enums (by {@code toString}).
     *
     * @throws IllegalArgumentException for any other type, and for a lone surrogate in a string
     */
    public CanonicalWriter value(@Nullable Object value) {
        return switch (value) {
            case null -> plain("null");
            case String text -> text(text);
            case Integer number -> number(number);
            case Boolean truth -> plain(truth.toString());
            case Long number -> text(Long.toString(number));
            case BigDecimal number -> text(number.toPlainString());
            case Rate rate -> text(rate.toString());
            case Money money -> money(money);
            case LocalDate date -> text(date.toString());
            case Enum<?> constant -> text(constant.toString());
            case Map<?, ?> members -> members(members);
            case List<?> items -> items(items);
            default ->
                throw new IllegalArgumentException(
                        "no canonical form for " + value.getClass().getName());
        };
    }

    private CanonicalWriter members(Map<?, ?> members) {
        var sorted = new ArrayList<String>(members.size());
        members.keySet().forEach(name -> sorted.add((String) name));
        sorted.sort(null);
        open();
        for (String name : sorted) {
            member(name, members.get(name));
        }
        return close();
    }

    private CanonicalWriter items(List<?> items) {
        openList();
        for (Object item : items) {
            value(item);
        }
        return closeList();
    }

    /** Puts ASCII between what was written before a place and what was written behind it. */
    public void insert(int at, String ascii) {
        int more = ascii.length();
        room(more);
        System.arraycopy(out, at, out, at + more, length - at);
        for (int i = 0; i < more; i++) {
            out[at + i] = (byte) ascii.charAt(i);
        }
        length += more;
    }

    private CanonicalWriter begin(char bracket) {
        separate();
        room(1);
        out[length++] = (byte) bracket;
        return this;
    }

    private CanonicalWriter end(char bracket) {
        room(1);
        out[length++] = (byte) bracket;
        follows = true;
        return this;
    }

    private CanonicalWriter plain(String ascii) {
        separate();
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            out[length++] = (byte) ascii.charAt(i);
        }
        follows = true;
        return this;
    }

    private void separate() {
        if (follows) {
            room(1);
            out[length++] = ',';
        }
        follows = false;
    }

    private void room(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, length + more));
        }
    }

    private void string(String text) {
        // The longest form of a character is an escape of six bytes.
        room(Math.addExact(Math.multiplyExact(text.length(), 6), 2));
        out[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                out[length++] = (byte) c;
            } else if (Character.isSurrogate(c)) {
                pair(text, i++);
            } else {
                special(c);
            }
        }
        out[length++] = '"';
    }

    private void special(char c) {
        switch (c) {
            case '"' -> escape('"');
            case '\\' -> escape('\\');
            case '\b' -> escape('b');
            case '\f' -> escape('f');
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            default -> {
                if (c < ' ') {
                    escape('u');
                    out[length++] = '0';
                    out[length++] = '0';
                    out[length++] = HEX[c >> 4];
                    out[length++] = HEX[c & 0xF];
                } else {
                    utf8(c);
                }
            }
        }
    }

    private void escape(char c) {
        out[length++] = '\\';
        out[length++] = (byte) c;
    }

    private void utf8(char c) {
        if (c < 0x80) {
            out[length++] = (byte) c;
        } else if (c < 0x800) {
            out[length++] = (byte) (0xC0 | c >> 6);
            out[length++] = tail(c);
        } else {
            out[length++] = (byte) (0xE0 | c >> 12);
            out[length++] = tail(c >> 6);
            out[length++] = tail(c);
        }
    }

    private static byte tail(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private void pair(String text, int at) {
        if (!Character.isHighSurrogate(text.charAt(at))
                || at + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(at + 1))) {
            throw new IllegalArgumentException("lone surrogate at " + at);
        }
        int code = text.codePointAt(at);
        out[length++] = (byte) (0xF0 | code >> 18);
        out[length++] = tail(code >> 12);
        out[length++] = tail(code >> 6);
        out[length++] = tail(code);
    }
}
