package xindang.format.form;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a field holds (字段类型). */
public enum FieldKind {
    /** One line of text. */
    TEXT,
    /** Text of several lines. */
    LONG_TEXT,
    /** A number, whole unless decimals are said. */
    NUMBER,
    /** An amount in the field's currency, exact. */
    MONEY,
    /** A day. */
    DATE,
    /** One of some choices. */
    CHOICE,
    /** Any of some choices. */
    CHOICES,
    /** A user. */
    MEMBER,
    /** A node of the organisation. */
    DEPARTMENT,
    /** A customer file. */
    CUSTOMER,
    /** A record of another form. */
    LINK,
    /** Rows with columns of their own (子表). */
    TABLE,
    /** Computed from others. */
    FORMULA,
    /** Number of the record. */
    SERIAL,
    /** A text for whoever fills in; holds nothing. */
    DESCRIPTION;

    private static final Set<FieldKind> REFERENCES = EnumSet.of(MEMBER, DEPARTMENT, CUSTOMER, LINK);
    private static final Set<FieldKind> GIVEN = EnumSet.of(FORMULA, SERIAL, DESCRIPTION);
    private static final Set<FieldKind> COLUMNS =
            EnumSet.of(TEXT, LONG_TEXT, NUMBER, MONEY, DATE, CHOICE, MEMBER, CUSTOMER, FORMULA);

    /** Name in definitions. */
    public String code() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        return words.length == 1
                ? words[0]
                : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }

    /** The kind with a name. */
    public static FieldKind named(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind " + code));
    }

    /** Whether it holds the id of something. */
    public boolean isReference() {
        return REFERENCES.contains(this);
    }

    /** Whether nobody types it in. */
    public boolean isGiven() {
        return GIVEN.contains(this);
    }

    /** Whether rows of a table may have it. */
    public boolean fitsColumns() {
        return COLUMNS.contains(this);
    }

    /** Whether lists can be filtered and sorted by it. */
    public boolean isListed() {
        return this != TABLE && this != DESCRIPTION && this != LONG_TEXT && this != CHOICES;
    }
}
