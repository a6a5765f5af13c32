package xindang.intake;

/** The currency of a row: its column, the mark in its amount, the unit of the header, the option. */
final class RowCurrency {

    private static final int CNY = Currencies.of(java.util.Currency.getInstance("CNY"));

    private RowCurrency() {}

    /** The row's currency from the column and the mark; {@link Currencies#UNKNOWN} if they contradict each other. */
    static int of(Plan plan, int cellMark, int named, int mark) {
        if (mark == Currencies.UNKNOWN) {
            return mark;
        }
        if (named >= 0) {
            // The column outranks the header's unit; only the amount cell itself can contradict it.
            boolean cellAgrees = Currencies.agree(cellMark, named);
            return cellAgrees ? named : Currencies.UNKNOWN;
        }
        if (named != Currencies.NONE && mark >= 0) {
            return Currencies.agree(named, mark) ? mark : Currencies.UNKNOWN;
        }
        int sign = named != Currencies.NONE ? named : mark;
        return switch (sign) {
            case Currencies.NONE -> plan.currency;
            case Currencies.DOLLAR_SIGN -> plan.dollar >= 0 ? plan.dollar : sign;
            case Currencies.YEN_SIGN, Currencies.YUAN_WORD ->
                Currencies.agree(sign, plan.currency) && sign == Currencies.YEN_SIGN ? plan.currency : CNY;
            default -> sign;
        };
    }
}
