package xindang.format.form;

import java.util.Locale;

/** What a formula gives (公式结果类型). */
public enum Result {
    /** An amount; the formula computes in whole minor units. */
    MONEY,
    /** A whole number. */
    WHOLE,
    /** A number with decimals. */
    DECIMAL,
    /** A text. */
    TEXT,
    /** A day. */
    DATE,
    /** Yes or no. */
    TRUTH;

    /** Name in definitions. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The result with a name. */
    public static Result named(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
