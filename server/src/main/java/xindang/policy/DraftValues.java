package xindang.policy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.format.FormatException;
import xindang.format.FormatProblem;
import xindang.format.JsonTree;
import xindang.platform.problem.Code;

/** Values of parameters as they come in, and how their problems are told (参数取值). */
final class DraftValues {

    private DraftValues() {}

    /** A value: JSON with whole numbers only, as policies have it. */
    static @Nullable Object read(String parameter, String json) {
        try {
            return JsonTree.parse(parameter, json);
        } catch (FormatException e) {
            throw Drafts.unfit(Code.INVALID_FIELDS, "value", e.problems());
        }
    }

    /** A problem as facts of a reason. */
    static Map<String, Object> facts(FormatProblem problem) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("code", "unfit-value");
        facts.put("problem", problem.code().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        problem.args().forEach((name, value) -> {
            if (!name.equals("file") && !value.isEmpty()) {
                facts.put(name, value);
            }
        });
        return facts;
    }
}
