package xindang.engine.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import xindang.engine.canonical.CanonicalJson;

/**
 * The header of a run (批次) of decisions made at once by the same policies and rules: what would otherwise stand in every
 * single record.
 *
 * @param asOf business date of the decisions
 * @param engine version of the engine that decided
 * @param policies the policies in force, by kind
 * @param rules revisions of the rules that were asked, in order
 * @param inputs what the facts were taken from, for example files with their SHA-256
 */
public record DecisionRun(
        LocalDate asOf, String engine, List<PolicyRef> policies, List<RuleId> rules, List<Map<String, Object>> inputs) {

    /** Version of this engine, recorded with every decision. A change that alters decisions raises it. */
    public static final String ENGINE = "0.1.0";

    /** Copies the lists. */
    public DecisionRun {
        policies = List.copyOf(policies);
        rules = List.copyOf(rules);
        inputs = List.copyOf(inputs);
    }

    /** The canonical JSON of the header; its SHA-256 is the name of the run in its records. */
    public String text() {
        return CanonicalJson.text(Map.of(
                "run",
                Map.of(
                        "asOf",
                        asOf,
                        "engine",
                        engine,
                        "format",
                        1,
                        "inputs",
                        inputs,
                        "policies",
                        policies.stream().map(DecisionRun::policy).toList(),
                        "rules",
                        rules.stream().map(RuleId::toString).toList())));
    }

    /** SHA-256 of {@link #text}, lower-case hex. */
    public String sha256() {
        return Sha256.hex(text());
    }

    private static Map<String, String> policy(PolicyRef ref) {
        return Map.of("kind", ref.kind(), "id", ref.id(), "version", ref.version(), "sha256", ref.sha256());
    }
}
