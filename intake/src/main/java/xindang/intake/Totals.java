package xindang.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises total rows (合计行) by the text of a cell. */
final class Totals {

    private static final Pattern WHOLE = Pattern.compile(
            "(?:本页|本期|本月|本年|客户|期末)?(?:合计|总计|小计|累计|共计|总额)(?:数|金额|行)?|合计\\(.*\\)|sub-?total|(?:grand |sub |page |report )?totals?|sum|subtotals");
    private static final Pattern PART = Pattern.compile(
            ".+[ :：_-]?(?:小计|合计|总计)|(?:小计|合计|总计)[:：(（ ].*|(?:sub-?|grand )?total (?:for )?.+|.+ (?:sub)?total");
    private static final int LONGEST = 120;

    private Totals() {}

    /** Whether a cell means a total and nothing else. */
    static boolean marks(byte[] b, int s, int e) {
        return e - s <= LONGEST
                && mayMark(b, s, e)
                && WHOLE.matcher(plain(b, s, e)).matches();
    }

    /** Whether a cell speaks of a total, such as {@code 甲公司 小计}; only asked of rows that are no item anyway. */
    static boolean mentions(byte[] b, int s, int e) {
        if (e - s > LONGEST) {
            return false;
        }
        String plain = plain(b, s, e);
        return WHOLE.matcher(plain).matches() || PART.matcher(plain).matches();
    }

    private static String plain(byte[] b, int s, int e) {
        String plain = Cells.plain(Cells.text(b, s, e)).toLowerCase(Locale.ROOT);
        String tight = plain.replaceAll("(?<=\\p{IsHan}) +(?=\\p{IsHan})", "");
        return tight.endsWith(":") ? tight.substring(0, tight.length() - 1).strip() : tight;
    }

    /** A cheap look at the first byte, since every new customer passes here: a letter of total words, or not ASCII. */
    private static boolean mayMark(byte[] b, int s, int e) {
        return s < e && (b[s] < 0 || "sStTgGpPrR".indexOf(b[s]) >= 0);
    }
}
