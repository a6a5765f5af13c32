package xindang.assess;

import java.math.BigDecimal;
import java.util.Optional;
import xindang.format.CsvText;

/**
 * Builds CSV lines after RFC 4180 with line feeds: fields are quoted only where they must be. One object per chunk of
 * customers, so that chunks can be made by several threads and written in order.
 */
final class Csv {

    /** Powers of ten by digits; currencies have at most 4. */
    private static final long[] UNITS = {1, 10, 100, 1_000, 10_000};

    private final StringBuilder out = new StringBuilder(1 << 16);
    private boolean lineStarted;

    /**
     * Adds a text; a missing value is empty. What a spreadsheet would take for a formula gets an apostrophe in front, and so
     * does a text that begins with one: whoever takes one leading apostrophe off has the text as it was (docs/adr/0022).
     */
    Csv field(CharSequence value) {
        separate();
        quotedIfNeeded(CsvText.guarded(value));
        return this;
    }

    private void quotedIfNeeded(CharSequence value) {
        if (CsvText.needsQuotes(value)) {
            quoted(value);
        } else {
            out.append(value);
        }
    }

    /** Adds a code or number of ours, which never needs quotes. */
    Csv code(CharSequence value) {
        separate();
        out.append(value);
        return this;
    }

    /** Adds a whole number. */
    Csv field(long value) {
        separate();
        out.append(value);
        return this;
    }

    /** Adds an amount of minor units as a plain decimal with so many digits. */
    Csv amount(long minor, int digits) {
        separate();
        decimal(out, minor, digits);
        return this;
    }

    /** Adds a decimal of at most four decimals; a missing one is empty. */
    Csv decimal(Optional<BigDecimal> number) {
        separate();
        if (number.isPresent()) {
            BigDecimal value = number.get();
            decimal(out, value.unscaledValue().longValueExact(), value.scale());
        }
        return this;
    }

    /** Ends the line. */
    void end() {
        out.append('\n');
        lineStarted = false;
    }

    /** Everything so far. */
    String text() {
        return out.toString();
    }

    /** Appends minor units as a plain decimal, without making objects. */
    static void decimal(StringBuilder out, long minor, int digits) {
        if (minor < 0) {
            out.append('-');
        }
        // Negative numbers reach further than positive ones, so the digits are taken from the negative side.
        long rest = minor < 0 ? minor : -minor;
        long unit = UNITS[digits];
        out.append(-(rest / unit));
        if (digits > 0) {
            out.append('.');
            long fraction = -(rest % unit);
            for (long place = unit / 10; place > 0; place /= 10) {
                out.append((char) ('0' + fraction / place % 10));
            }
        }
    }

    private void separate() {
        if (lineStarted) {
            out.append(',');
        }
        lineStarted = true;
    }

    private void quoted(CharSequence value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                out.append('"');
            }
            out.append(c);
        }
        out.append('"');
    }
}
