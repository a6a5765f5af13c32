package xindang.insight;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.customerfile.Customers;
import xindang.engine.assessment.Assessment;
import xindang.engine.assessment.AssessmentRecord;
import xindang.engine.evaluation.BetterGrade;
import xindang.format.AssessmentRun;
import xindang.format.Body;
import xindang.format.EffectivePolicies;
import xindang.format.RecordedRun;
import xindang.platform.access.Caller;
import xindang.platform.decision.Better;
import xindang.platform.decision.DecisionKind;
import xindang.platform.decision.Replayed;
import xindang.policy.Regime;

/** Assessments as recorded decisions (评估决定): made anew from their own facts by the policies they name. */
@Component
class AssessmentDecisions implements DecisionKind {

    private final Customers customers;
    private final Regime regime;

    AssessmentDecisions(Customers customers, Regime regime) {
        this.customers = customers;
        this.regime = regime;
    }

    @Override
    public String kind() {
        return AssessmentRecord.KIND;
    }

    @Override
    public void requireReadable(Caller caller, UUID subject) {
        customers.find(caller, subject);
    }

    @Override
    public Again again(UUID node, String header, String record) {
        RecordedRun recorded = RecordedRun.parse("run", header);
        Optional<EffectivePolicies> policies = regime.named(node, recorded.asOf(), recorded.policies());
        if (policies.isEmpty() || recorded.unknownRule().isPresent()) {
            return new Again(Replayed.UNAVAILABLE, null);
        }
        AssessmentRun run = recorded.again(policies.get());
        Body body = RecordedRun.body("decision", record);
        boolean same = recorded.decide(body, run)
                .map(anew -> anew.line(recorded.sha256()).text().equals(record))
                .orElse(false);
        Assessment assessment = recorded.assessment(body, run);
        return new Again(
                same ? Replayed.SAME : Replayed.DIFFERS,
                assessment.betterGrade().map(AssessmentDecisions::shown).orElse(null));
    }

    private static Better shown(BetterGrade better) {
        return new Better(
                better.next().code(),
                better.missing().text(),
                better.changes().stream()
                        .map(change -> new Better.BetterChange(
                                change.indicator(),
                                change.from(),
                                change.to(),
                                change.grade().code()))
                        .toList());
    }
}
