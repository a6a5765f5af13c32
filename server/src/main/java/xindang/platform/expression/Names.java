package xindang.platform.expression;

import java.util.Map;
import java.util.TreeMap;

/**
 * The names an expression may use (可用名称); all others are refused when it is compiled.
 *
 * @param kinds what each stands for
 */
public record Names(Map<String, ValueKind> kinds) {

    /** Copies the names. */
    public Names {
        kinds = Map.copyOf(kinds);
    }

    /** No names: constants and functions only. */
    public static Names none() {
        return new Names(Map.of());
    }

    /** These names and one more. */
    public Names with(String name, ValueKind kind) {
        var more = new TreeMap<>(kinds);
        more.put(name, kind);
        return new Names(more);
    }
}
