package xindang.format;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xindang.engine.assessment.Assessment;
import xindang.engine.assessment.AssessmentRecord;
import xindang.engine.assessment.DunningRecord;
import xindang.engine.collection.DunningRules;
import xindang.engine.decision.DecisionRecord;
import xindang.engine.decision.PolicyRef;
import xindang.engine.decision.RuleId;
import xindang.engine.decision.Sha256;
import xindang.engine.warning.WarningRules;

/**
 * The header of a run as it was recorded (决定批次), with which its decisions are made again.
 *
 * @param asOf business date of the decisions
 * @param engine version of the engine that decided
 * @param policies the policies used
 * @param rules revisions of the rules that were asked
 * @param sha256 name of the run in its records
 */
public record RecordedRun(LocalDate asOf, String engine, List<PolicyRef> policies, List<RuleId> rules, String sha256) {

    /** Copies the lists. */
    public RecordedRun {
        policies = List.copyOf(policies);
        rules = List.copyOf(rules);
    }

    /**
     * Reads a header.
     *
     * @param file where it stands, for messages
     * @param line its canonical JSON
     * @throws FormatException if it is none
     */
    public static RecordedRun parse(String file, String line) {
        Body run = body(file, line).object("run");
        return new RecordedRun(
                run.read("asOf", LocalDate::parse),
                run.text("engine"),
                run.objects("policies").stream().map(RecordedRun::ref).toList(),
                run.texts("rules").stream().map(RuleId::parse).toList(),
                Sha256.hex(line));
    }

    /**
     * Reads a line of canonical JSON.
     *
     * @throws FormatException if it is not canonical
     */
    public static Body body(String file, String line) {
        @Nullable Object tree = JsonTree.parseCanonical(file, line);
        return Body.of(file, "", Objects.requireNonNullElse(tree, Map.of()));
    }

    /** The first rule revision that this engine does not hold, if any. */
    public Optional<RuleId> unknownRule() {
        return rules.stream()
                .filter(rule -> !WarningRules.BOOK.holds(rule) && !DunningRules.BOOK.holds(rule))
                .findFirst();
    }

    /** The first policy of the run that differs from those given, or that they lack. */
    public Optional<PolicyRef> otherPolicy(EffectivePolicies given) {
        Set<PolicyRef> known = given.documents().values().stream()
                .map(document -> document.ref())
                .collect(Collectors.toUnmodifiableSet());
        return policies.stream().filter(policy -> !known.contains(policy)).findFirst();
    }

    /** The run anew by the same policies and the rule revisions it names; no rule may be unknown. */
    public AssessmentRun again(EffectivePolicies effective) {
        return new AssessmentRun(
                effective,
                asOf,
                WarningRules.BOOK.revisions(
                        rules.stream().filter(WarningRules.BOOK::holds).toList()),
                DunningRules.BOOK.revisions(
                        rules.stream().filter(DunningRules.BOOK::holds).toList()));
    }

    /** The assessment from the facts of a record. */
    public Assessment assessment(Body record, AssessmentRun run) {
        return Assessment.decide(RecordedFacts.customer(record.object("facts")), run.policies(), asOf);
    }

    /** Decides anew from the facts of a record; nothing for a kind of decision this engine does not make. */
    public Optional<DecisionRecord> decide(Body record, AssessmentRun run) {
        Body subject = record.object("subject");
        return switch (record.text("decision")) {
            case AssessmentRecord.KIND ->
                Optional.of(AssessmentRecord.of(
                        subject.text("customer"),
                        RecordedFacts.customer(record.object("facts")),
                        assessment(record, run)));
            case DunningRecord.KIND -> Optional.of(dunning(record, subject, run));
            default -> Optional.empty();
        };
    }

    private DecisionRecord dunning(Body record, Body subject, AssessmentRun run) {
        var facts = RecordedFacts.dunning(record.object("facts"));
        var item = new HashMap<String, Object>();
        subject.names().forEach(member -> item.put(member, subject.text(member)));
        return DunningRecord.of(
                subject.text("customer"),
                item,
                facts,
                DunningRules.check(
                        run.policies().dunningRules(), facts, run.policies().collection(), asOf));
    }

    private static PolicyRef ref(Body policy) {
        return new PolicyRef(policy.text("kind"), policy.text("id"), policy.text("version"), policy.text("sha256"));
    }
}
