package xindang.intake;

import java.util.List;
import java.util.regex.Pattern;

/** Tells from a sample whether a column writes {@code 1.234,50} or {@code 1,234.50}. */
final class DecimalStyle {

    private static final Pattern COMMA =
            Pattern.compile("[^.,]*\\d(?:[\\d ]*(?:\\.\\d{3})+,\\d+|[\\d ]*,(?:\\d{1,2}|\\d{4,}))(?!\\d)[^.,]*");
    private static final Pattern POINT =
            Pattern.compile("[^.,]*\\d(?:[\\d ]*(?:,\\d{3})+\\.\\d+|[\\d ]*\\.(?:\\d{1,2}|\\d{4,}))(?!\\d)[^.,]*");
    private static final Pattern COMMA_GROUPS = Pattern.compile("[^.,]*\\d{1,3}(?:\\.\\d{3}){2,}[^.,]*");
    private static final Pattern POINT_GROUPS = Pattern.compile("[^.,]*\\d{1,3}(?:,\\d{3}){2,}[^.,]*");

    private DecimalStyle() {}

    /** Cells that only a decimal comma explains less those that only a decimal point explains. */
    static int commaEvidence(List<String> cells) {
        int evidence = 0;
        for (String cell : cells) {
            String plain = Cells.plain(cell.length() > 64 ? "" : cell);
            if (COMMA.matcher(plain).matches() || COMMA_GROUPS.matcher(plain).matches()) {
                evidence++;
            } else if (POINT.matcher(plain).matches()
                    || POINT_GROUPS.matcher(plain).matches()) {
                evidence--;
            }
        }
        return evidence;
    }
}
