package xindang.intake;

import java.util.Locale;

/** Why a row was refused, printed in kebab case; each says what to do about it. */
public enum RejectCode {
    /** The customer cell is empty: fill it in (merged cells are filled down only in xlsx). */
    MISSING_CUSTOMER,
    /** The amount cell is empty: fill it in, or delete the row. */
    MISSING_AMOUNT,
    /** Not an amount in the style of its column: write it like {@code 1234.50}, or name the style in the column map. */
    BAD_AMOUNT,
    /** More decimals than the currency has: round in the books, not here. */
    EXCESS_DECIMALS,
    /** Beyond 10¹⁷ minor units: probably numbers run together, or a wrong unit. */
    AMOUNT_TOO_LARGE,
    /** Neither due day nor a day of issue to count the term from: fill one of them in. */
    MISSING_DATE,
    /** Not a date between 1900 and 2199 in the order of its column: correct it, or map the order. */
    BAD_DATE,
    /** No due day, and no term to find it by: fill in either. */
    MISSING_DUE,
    /** The due day is missing and the term is not understood: write it like {@code net 30} or {@code 月结30天}. */
    UNKNOWN_TERM,
    /** Not a currency: use the ISO code. */
    UNKNOWN_CURRENCY,
    /** The amount cell names another currency than the currency column or the header: correct one of them. */
    CURRENCY_CONFLICT,
    /** Neither a clear yes nor a clear no: write 是/否 or yes/no. */
    BAD_DISPUTED,
    /** The settled amount has the opposite sign of the amount: book the overpayment as a credit line. */
    SETTLED_SIGN,
    /** Same customer, invoice, due day, amount and currency as an earlier row: delete one. */
    DUPLICATE,
    /** A total or subtotal (合计、小计), not an item: nothing to do. */
    TOTAL_ROW,
    /** The header again, as printed page breaks leave it: nothing to do. */
    REPEATED_HEADER,
    /** The row ends before its required cells: look for a broken line or a missing delimiter. */
    TOO_FEW_COLUMNS,
    /** A quote is opened and not closed on its line, in a file where quotes cannot be trusted beyond it: close it. */
    UNCLOSED_QUOTE,
    /** A cell of more than 1 MiB: look for a missing line end or delimiter. */
    CELL_TOO_LONG,
    /** Amount, settled amount and open amount do not add up: correct one of them. */
    CONTRADICTING_BALANCE,
    /** More of a credit line is settled than there is, which would make it a debt: correct the settled amount. */
    SETTLED_BEYOND_CREDIT;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    private static final RejectCode[] ALL = values();

    /** The stable code, for example {@code excess-decimals}. */
    public String code() {
        return code;
    }

    int index() {
        for (int i = 0; i < ALL.length; i++) {
            if (ALL[i] == this) {
                return i;
            }
        }
        throw new IllegalStateException();
    }

    static RejectCode at(int index) {
        return ALL[index];
    }

    @Override
    public String toString() {
        return code;
    }
}
