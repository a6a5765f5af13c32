package xindang.intake;

import org.jspecify.annotations.Nullable;

/** Order of a date such as {@code 3/4/2025}. */
public enum DateOrder {
    /** 3 April 2025. */
    DAY_FIRST("day/month/year"),
    /** 4 March 2025. */
    MONTH_FIRST("month/day/year");

    private final String key;

    DateOrder(String key) {
        this.key = key;
    }

    /** The name in a column map. */
    public String key() {
        return key;
    }

    /** The order of a key, null if there is none. */
    public static @Nullable DateOrder ofKey(String key) {
        return key.equals(DAY_FIRST.key) ? DAY_FIRST : key.equals(MONTH_FIRST.key) ? MONTH_FIRST : null;
    }
}
