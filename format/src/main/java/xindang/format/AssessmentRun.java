package xindang.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import xindang.engine.assessment.AssessmentPolicies;
import xindang.engine.canonical.CanonicalJson;
import xindang.engine.collection.DunningRule;
import xindang.engine.collection.DunningRules;
import xindang.engine.creditline.LimitFormula;
import xindang.engine.decision.DecisionRun;
import xindang.engine.decision.PolicyRef;
import xindang.engine.decision.RuleId;
import xindang.engine.decision.Sha256;
import xindang.engine.warning.WarningRule;
import xindang.engine.warning.WarningRules;

/** The policies and rules of one run (评估批次), as the engine takes them and as its decisions name them. */
public final class AssessmentRun {

    private final EffectivePolicies effective;
    private final AssessmentPolicies policies;
    private final LocalDate asOf;

    /** A run by the rules in force. */
    public AssessmentRun(EffectivePolicies effective, LocalDate asOf) {
        this(effective, asOf, WarningRules.BOOK.inForce(), DunningRules.BOOK.inForce());
    }

    /** A run by given revisions of the rules, for replay. */
    public AssessmentRun(
            EffectivePolicies effective,
            LocalDate asOf,
            List<WarningRule> warningRules,
            List<DunningRule> dunningRules) {
        this.effective = effective;
        this.asOf = asOf;
        this.policies = new AssessmentPolicies(
                effective.scorecard(),
                effective.gradePolicies(),
                effective.limit(),
                WarningMapping.policy(effective.body("ews")),
                warningRules,
                CollectionMapping.policy(effective.body("col")),
                dunningRules);
    }

    /** The policies as the engine takes them. */
    public AssessmentPolicies policies() {
        return policies;
    }

    /**
     * The header of the run's decisions.
     *
     * @param inputs what the facts are taken from
     */
    public DecisionRun header(List<Map<String, Object>> inputs) {
        var rules = new ArrayList<RuleId>();
        policies.warningRules().forEach(rule -> rules.add(rule.id()));
        policies.dunningRules().forEach(rule -> rules.add(rule.id()));
        return new DecisionRun(asOf, DecisionRun.ENGINE, refs(), rules, inputs);
    }

    /** The policies used, sorted by kind. */
    private List<PolicyRef> refs() {
        return effective.documents().values().stream()
                .map(document -> document.ref())
                .sorted(Comparator.comparing(PolicyRef::kind))
                .toList();
    }

    /**
     * All policies together as one reference: their common id and version, several joined by {@code +}, and the SHA-256 of
     * the canonical list of theirs. The scorecard has an id of its own and is left out of the name, not of the hash.
     */
    public PolicyRef reference() {
        List<PolicyRef> named =
                refs().stream().filter(ref -> !ref.kind().equals("scorecard")).toList();
        List<Map<String, String>> list = refs().stream()
                .map(ref ->
                        Map.of("kind", ref.kind(), "id", ref.id(), "version", ref.version(), "sha256", ref.sha256()))
                .toList();
        return new PolicyRef(
                "regime",
                named.stream().map(PolicyRef::id).distinct().collect(Collectors.joining("+")),
                named.stream().map(PolicyRef::version).distinct().collect(Collectors.joining("+")),
                Sha256.hex(CanonicalJson.text(list)));
    }

    /** The policies as a regime export, so that a result can be replayed with nothing but its folder. */
    public String export() {
        return PolicyWriter.export(effective.documents().values());
    }

    /** Whether a limit formula asks for the highest balance, which takes a pass of its own. */
    public boolean peakNeeded() {
        return asksForPeak(effective.limit().formula());
    }

    private static boolean asksForPeak(LimitFormula formula) {
        return formula instanceof LimitFormula.BalancePeak
                || (formula instanceof LimitFormula.LowestOf lowest
                        && lowest.formulas().stream().anyMatch(AssessmentRun::asksForPeak));
    }
}
