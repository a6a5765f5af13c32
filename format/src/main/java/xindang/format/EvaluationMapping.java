package xindang.format;

import java.util.LinkedHashMap;
import java.util.Map;
import xindang.engine.evaluation.EvaluationPolicy;

/** Bodies of kind {@code eval}. */
final class EvaluationMapping {

    private EvaluationMapping() {}

    static EvaluationPolicy policy(Body body) {
        Map<String, Integer> months = new LinkedHashMap<>();
        Body cycle = body.object("reviewCycle");
        cycle.names().forEach(grade -> months.put(grade, cycle.whole(grade)));
        return body.build(() -> new EvaluationPolicy(
                body.object("select").text("card"), months, Durations.months(body, "statementMaxAge")));
    }
}
