package xindang.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xindang.engine.receivable.PaymentTerm;
import xindang.engine.receivable.PaymentTerm.EndOfMonth;
import xindang.engine.receivable.PaymentTerm.Net;

/** Payment terms (账期) as ledgers write them, each kept once per run and known by its number. */
final class Terms {

    private static final Set<String> CASH = Set.of(
            "cod",
            "cash",
            "现结",
            "现金",
            "现款",
            "现款现货",
            "款到发货",
            "货到付款",
            "到货付款",
            "即期",
            "即付",
            "预付",
            "预付款",
            "cia",
            "cash on delivery",
            "due on receipt",
            "due upon receipt",
            "upon receipt",
            "on receipt",
            "immediate",
            "immediately",
            "prepaid",
            "prepayment",
            "due immediately",
            "cash in advance",
            "见票即付");
    private static final Pattern NET = Pattern.compile(
            "(?:(?:net|n|within|oa|o/a|t/t|tt|账期|信用期|票到|货到|开票后|发票后|收货后|净)[ /:-]*)?(\\d{1,4}) *(?:d|day|days|天|日|个?自然日)?(?: *(?:net|内付款|付款|内|账期))?");
    private static final Pattern DISCOUNT =
            Pattern.compile("\\d+(?:\\.\\d+)? *%? */ *\\d+ *(?:days)?,? *(?:net|n)?[ /]*(\\d{1,4}) *(?:days)?");
    private static final Pattern MONTHS = Pattern.compile("(?:账期)? *(\\d{1,2}) *(?:个月|months?)");
    private static final Pattern CLOSING =
            Pattern.compile("(?:月结|月末|eom|end of month|net eom|eomonth)[ +,:/-]*(?:(\\d{1,4}) *(?:天|日|d|days?)?)?");
    private static final Pattern CLOSING_LAST =
            Pattern.compile("(?:net )?(\\d{1,4}) *(?:days?|d)? *(?:eom|end of month)");
    private static final Pattern CLOSING_MONTHS = Pattern.compile("月结 *(\\d{1,2}) *个月");
    private static final Map<String, Integer> NEXT = Map.of("次月", 1, "次月结", 1, "当月结", 0, "隔月结", 2, "隔月", 2);

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<@Nullable PaymentTerm> terms = new ArrayList<>();

    /** The number of a term's text, also of one that is not understood. */
    synchronized int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        terms.add(parse(text));
        numbers.put(text, terms.size() - 1);
        return terms.size() - 1;
    }

    /** The term of a number, null if its text is not understood. */
    synchronized @Nullable PaymentTerm term(int number) {
        return terms.get(number);
    }

    /** Reads a term; null if it is not understood. */
    static @Nullable PaymentTerm parse(String text) {
        String plain = Cells.plain(text).toLowerCase(Locale.ROOT).replace("days net", "days");
        if (plain.length() > 60) {
            return null;
        }
        if (CASH.contains(plain)) {
            return new Net(0);
        }
        Integer next = NEXT.get(plain);
        if (next != null) {
            return new EndOfMonth(next, 0);
        }
        Matcher m = CLOSING_MONTHS.matcher(plain);
        if (m.matches()) {
            return new EndOfMonth(Integer.parseInt(m.group(1)), 0);
        }
        m = MONTHS.matcher(plain);
        // A month of credit is thirty days here: the calendar month would need a term of its own.
        if (m.matches()) {
            return new Net(30 * Integer.parseInt(m.group(1)));
        }
        return days(plain);
    }

    private static @Nullable PaymentTerm days(String plain) {
        for (Pattern closing : List.of(CLOSING, CLOSING_LAST)) {
            Matcher m = closing.matcher(plain);
            if (m.matches()) {
                int days = m.group(1) == null ? 0 : Integer.parseInt(m.group(1));
                return days > PaymentTerm.LONGEST ? null : new EndOfMonth(0, days);
            }
        }
        for (Pattern net : List.of(NET, DISCOUNT)) {
            Matcher m = net.matcher(plain);
            if (m.matches()) {
                int days = Integer.parseInt(m.group(1));
                return days > PaymentTerm.LONGEST ? null : new Net(days);
            }
        }
        return null;
    }
}
