package xindang.platform.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Where and why a request's JSON could not be read (无法读取的请求体), without repeating what was sent. */
final class UnreadableBody {

    private UnreadableBody() {}

    static List<Reason> reasons(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof JacksonException json)) {
            return List.of(new Reason(null, null, Map.of("code", "body-missing")));
        }
        var facts = new HashMap<String, Object>();
        facts.put("code", json instanceof UnrecognizedPropertyException ? "unknown-field" : "wrong-form");
        TokenStreamLocation location = json.getLocation();
        if (location != null && location.getLineNr() > 0) {
            facts.put("line", location.getLineNr());
            facts.put("column", location.getColumnNr());
        }
        var reasons = new ArrayList<Reason>();
        String path = json.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        reasons.add(new Reason(null, path.isEmpty() ? null : path, facts));
        return reasons;
    }
}
