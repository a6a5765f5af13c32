package xindang.format;

/** Texts in CSV files (RFC 4180) that spreadsheets open (CSV 文本): one guard for all files that are written (docs/adr/0022). */
public final class CsvText {

    /** First letters that make a spreadsheet calculate, full-width ones too, and the guard itself. */
    private static final String GUARDED = "=+-@\t\r\n＝＋－＠'";

    private CsvText() {}

    /**
     * The text with an apostrophe in front if a spreadsheet would take it for a formula, or if it begins with one: whoever
     * takes one leading apostrophe off has the text as it was. Numbers stay as they are.
     */
    public static CharSequence guarded(CharSequence value) {
        return !value.isEmpty() && GUARDED.indexOf(value.charAt(0)) >= 0 && !isNumber(value) ? "'" + value : value;
    }

    /** Whether a field must stand in quotation marks. */
    public static boolean needsQuotes(CharSequence value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Whether a text is a sign and figures: a spreadsheet shows it as the number it is. */
    private static boolean isNumber(CharSequence value) {
        char sign = value.charAt(0);
        return (sign == '-' || sign == '+')
                && value.length() > 1
                && value.chars().skip(1).allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == ',');
    }
}
