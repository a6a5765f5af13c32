package xindang.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One header cell: its text, the normalised name without the unit, and the unit.
 *
 * @param text as it stands in the file
 * @param name normalised, unit and brackets left out
 * @param unit unit named in the header, null = none
 */
record Header(String text, String name, @Nullable Unit unit) {

    private static final Pattern NOISE = Pattern.compile("[\\s_\\-.:：、*'\"()（）\\[\\]【】]+");
    private static final Pattern BRACKETS = Pattern.compile("[(（\\[【]([^)）\\]】]*)[)）\\]】]");
    private static final Pattern TAIL =
            Pattern.compile("^(.+?)(?:[/:]| in | (?=[A-Za-z]{3}$)|(?=[¥$€£]$))\\s*([^/:]+)$");
    private static final Pattern FRONT = Pattern.compile("^([A-Za-z]{3}|[¥$€£]) +(.+)$");

    /** Takes a header cell apart. */
    static Header of(String text) {
        String plain = Cells.plain(text.replace('\n', ' ').replace('\r', ' '));
        if (plain.length() > 100) {
            return new Header(text, "", null);
        }
        String whole = key(plain);
        Matcher brackets = BRACKETS.matcher(plain);
        if (brackets.find()) {
            String bracketed = brackets.group(1);
            String outer = key(brackets.replaceAll(""));
            Unit unit = Unit.parse(bracketed);
            if (unit != null) {
                return new Header(text, outer, unit);
            }
            // 金额(未收) is not 金额: what stands in the brackets can be a name of its own.
            String inner = key(bracketed);
            return new Header(text, isName(whole) ? whole : isName(inner) ? inner : outer, null);
        }
        for (Pattern split : new Pattern[] {TAIL, FRONT}) {
            Matcher m = split.matcher(plain);
            if (!isName(whole) && m.matches()) {
                boolean front = split == FRONT;
                Unit unit = Unit.parse(m.group(front ? 1 : 2));
                if (unit != null) {
                    return new Header(text, key(m.group(front ? 2 : 1)), unit);
                }
            }
        }
        return new Header(text, whole, null);
    }

    private static boolean isName(String key) {
        for (Field field : Field.values()) {
            if (Synonyms.rank(field, key) != Synonyms.NONE) {
                return true;
            }
        }
        return Synonyms.settlementRank(key) != Synonyms.NONE;
    }

    /** A name without case, blanks, underscores, full-width forms and brackets; {@code #} is "no". */
    static String key(String text) {
        String plain = Cells.plain(text).toLowerCase(Locale.ROOT).replace("#", "no");
        return NOISE.matcher(plain).replaceAll("");
    }
}
