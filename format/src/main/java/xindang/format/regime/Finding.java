package xindang.format.regime;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that a check of a regime found (检查结果).
 *
 * @param check name of the check in kebab case
 * @param severity whether it may be published like that
 * @param parameter parameter to look at
 * @param facts what was found, by name
 */
public record Finding(String check, Severity severity, String parameter, Map<String, String> facts) {

    /** How much it matters. */
    public enum Severity {
        /** It contradicts itself; it is not published (错误). */
        ERROR,
        /** It works, but probably not as meant (提示). */
        NOTICE
    }

    /** Sorts the facts. */
    public Finding {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** A finding that keeps a regime from being published. */
    public static Finding error(String check, String parameter, Map<String, String> facts) {
        return new Finding(check, Severity.ERROR, parameter, facts);
    }

    /** A finding to know of. */
    public static Finding notice(String check, String parameter, Map<String, String> facts) {
        return new Finding(check, Severity.NOTICE, parameter, facts);
    }
}
