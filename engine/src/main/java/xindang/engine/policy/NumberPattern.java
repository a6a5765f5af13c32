package xindang.engine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number is formed (编号格式), such as {@code HT-{dept}-{yyyy}-{serial:4}}: text and tokens. A serial with more digits than
 * its width is written in full, so no number is ever cut or repeated.
 *
 * @param text the pattern as written
 */
public record NumberPattern(String text) {

    /** Longest pattern. */
    public static final int LONGEST = 80;

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}|([^{}]+)|([{}])");
    private static final Pattern SERIAL = Pattern.compile("serial:([1-9])");
    private static final List<String> NAMES = List.of("company", "dept", "kind", "yyyy");
    private static final Pattern WRITTEN = Pattern.compile("[\\p{L}\\p{N}_\\-./()（）〔〕【】\\[\\]#]+");

    /** What can be wrong with a pattern (格式问题). */
    public enum Fault {
        /** Longer than {@link #LONGEST} characters. */
        TOO_LONG,
        /** A brace that is never opened or closed. */
        LOOSE_BRACE,
        /** A token that does not exist. */
        UNKNOWN_TOKEN,
        /** Without a serial every number would be the same. */
        NO_SERIAL,
        /** Blanks and signs that nobody can read out or type. */
        UNFIT_CHARACTER,
        /** Departments that count each for themselves would give the same number. */
        NO_DEPARTMENT
    }

    /**
     * What stands in the place of the tokens.
     *
     * @param company code of the company
     * @param department code of the department
     * @param kind mark of the kind
     * @param year business year
     * @param serial serial number, from 1
     */
    public record Values(Optional<String> company, Optional<String> department, String kind, int year, int serial) {}

    /** The pattern of a text; {@link #faults} says whether it is sound. */
    public NumberPattern {
        text = text.strip();
    }

    /**
     * Everything that is wrong with it; empty for a sound one.
     *
     * @param perDepartment whether each department counts for itself
     */
    public List<Fault> faults(boolean perDepartment) {
        var faults = new ArrayList<Fault>();
        if (text.length() > LONGEST) {
            faults.add(Fault.TOO_LONG);
        }
        Matcher part = PART.matcher(text);
        while (part.find()) {
            fault(part).filter(fault -> !faults.contains(fault)).ifPresent(faults::add);
        }
        if (!hasSerial()) {
            faults.add(Fault.NO_SERIAL);
        }
        if (perDepartment && !uses("dept")) {
            faults.add(Fault.NO_DEPARTMENT);
        }
        return faults;
    }

    private static Optional<Fault> fault(Matcher part) {
        if (part.group(3) != null) {
            return Optional.of(Fault.LOOSE_BRACE);
        }
        String token = part.group(1);
        if (token != null) {
            boolean known = NAMES.contains(token) || SERIAL.matcher(token).matches();
            return known ? Optional.empty() : Optional.of(Fault.UNKNOWN_TOKEN);
        }
        return WRITTEN.matcher(part.group(2)).matches() ? Optional.empty() : Optional.of(Fault.UNFIT_CHARACTER);
    }

    private boolean hasSerial() {
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group(1) != null && SERIAL.matcher(part.group(1)).matches()) {
                return true;
            }
        }
        return false;
    }

    private boolean uses(String token) {
        return text.contains("{" + token + "}");
    }

    /** Whether it begins anew each business year; without the year in it a series runs on. */
    public boolean yearly() {
        return uses("yyyy");
    }

    /** Whether it needs the code of the company. */
    public boolean namesCompany() {
        return uses("company");
    }

    /** Whether it needs the code of the department. */
    public boolean namesDepartment() {
        return uses("dept");
    }

    /**
     * The number.
     *
     * @throws IllegalStateException for a pattern that is not sound, or without a code that it needs
     */
    public String number(Values values) {
        var number = new StringBuilder();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            number.append(part.group(1) == null ? part.group() : value(part.group(1), values));
        }
        return number.toString();
    }

    private static String value(String token, Values values) {
        Matcher serial = SERIAL.matcher(token);
        if (serial.matches()) {
            return padded(values.serial(), Integer.parseInt(serial.group(1)));
        }
        return switch (token) {
            case "company" -> needed(values.company(), token);
            case "dept" -> needed(values.department(), token);
            case "kind" -> values.kind();
            case "yyyy" -> padded(values.year(), 4);
            default -> throw new IllegalStateException("unknown token " + token);
        };
    }

    /** Digits with zeros before them, the same on every machine: some languages write other digits. */
    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static String needed(Optional<String> code, String token) {
        return code.orElseThrow(() -> new IllegalStateException("no code for " + token));
    }
}
