package xindang.format;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.engine.canonical.CanonicalJson;

/** Writes policies as a regime export (制度导出): what {@link PolicyReader} reads, in canonical JSON. */
public final class PolicyWriter {

    private PolicyWriter() {}

    /** The export of some policies, sorted by kind and id. */
    public static String export(Collection<PolicyDocument> policies) {
        List<Map<String, @Nullable Object>> documents = policies.stream()
                .sorted(Comparator.comparing(
                                (PolicyDocument policy) -> policy.ref().kind())
                        .thenComparing(policy -> policy.ref().id()))
                .map(PolicyWriter::document)
                .toList();
        return CanonicalJson.text(Map.of("format", 1, "policies", documents));
    }

    private static Map<String, @Nullable Object> document(PolicyDocument policy) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("kind", policy.ref().kind());
        members.put("id", policy.ref().id());
        members.put("version", policy.ref().version());
        members.put("node", policy.node());
        members.put("validFrom", policy.validFrom());
        members.put("body", policy.body().members());
        members.put("origins", policy.origins());
        members.put("sha256", policy.ref().sha256());
        return members;
    }
}
