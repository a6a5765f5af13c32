package xindang.format;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of policies (制度种类): one per group of parameters, and {@code scorecard}. */
public final class PolicyKinds {

    private PolicyKinds() {}

    /** All of them. */
    public static List<String> all() {
        return SchemaCheck.KINDS;
    }

    /** Those by which the engine rates customers, proposes limits, warns and duns. */
    public static List<String> readByEngine() {
        return SchemaCheck.ENGINE_KINDS;
    }

    /** The kind a parameter belongs to, such as {@code hnd} for {@code hnd.contract.within}. */
    public static String of(String parameter) {
        return KindSchemas.kind(parameter);
    }

    /** The member of a parameter in the body of its kind, such as {@code contract.within}. */
    public static String key(String parameter) {
        return KindSchemas.key(parameter);
    }

    /** The parameter that a member of a body is. */
    public static String parameter(String kind, String key) {
        return key.indexOf('.') > 0 && !KindSchemas.kind(key).equals(key.substring(0, key.indexOf('.')))
                ? key
                : kind + "." + key;
    }

    /** What is wrong with the shape of a body; empty if it fits its schema. */
    public static List<FormatProblem> problems(String kind, Map<String, ? extends @Nullable Object> body) {
        return Checks.SCHEMAS.body(kind, kind, "", body);
    }

    /** Made at the first check. */
    private static final class Checks {
        private static final SchemaCheck SCHEMAS = new SchemaCheck();
    }
}
