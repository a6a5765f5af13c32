package xindang.intake;

import org.jspecify.annotations.Nullable;

/** What a column of a ledger can hold. The {@link #key} is the name in a column map ({@code --map}). */
public enum Field {
    /** Customer number, or the name where there is no number (客户); required. */
    CUSTOMER("customer", 0),
    /** Customer name beside a number (客户名称). */
    CUSTOMER_NAME("customerName", 1),
    /** Invoice or document number (发票号). */
    INVOICE("invoice", 2),
    /** Day of issue (开票日期). */
    ISSUED("issued", 3),
    /** Due day (到期日); required unless {@link #ISSUED} and {@link #TERM} are there. */
    DUE("due", 4),
    /** Gross amount (价税合计); required; in a file of open items the open balance. */
    AMOUNT("amount", 5),
    /** Currency (币种). */
    CURRENCY("currency", 6),
    /** Day of settlement (核销日期). */
    SETTLED("settled", 7),
    /** Amount settled so far (已核销金额). */
    SETTLED_AMOUNT("settledAmount", 8),
    /** Amount still open beside the full amount (未核销金额). */
    OUTSTANDING("outstanding", 9),
    /** Whether the item is disputed (争议). */
    DISPUTED("disputed", 10),
    /** Payment term (账期), used where the due day is missing. */
    TERM("term", 11);

    /** Number of fields; indices run from 0 to one below. */
    static final int COUNT = 12;

    private static final Field[] ALL = values();

    private final String key;
    private final int index;

    Field(String key, int index) {
        this.key = key;
        this.index = index;
    }

    /** The name in a column map and in {@code rejected.csv}. */
    public String key() {
        return key;
    }

    int index() {
        return index;
    }

    static Field at(int index) {
        return ALL[index];
    }

    /** Whether its cells are days. */
    public boolean isDate() {
        return this == ISSUED || this == DUE || this == SETTLED;
    }

    /** Whether its cells are amounts. */
    public boolean isAmount() {
        return this == AMOUNT || this == SETTLED_AMOUNT || this == OUTSTANDING;
    }

    /** The field of a key, null if there is none. */
    public static @Nullable Field ofKey(String key) {
        for (Field field : ALL) {
            if (field.key.equals(key)) {
                return field;
            }
        }
        return null;
    }
}
