package xindang.engine.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.engine.creditline.GradePolicy;
import xindang.engine.creditline.LimitProposal;
import xindang.engine.evaluation.CompiledScorecard;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.Indicator;
import xindang.engine.evaluation.Measure;
import xindang.engine.evaluation.ScoreSheet;
import xindang.engine.warning.WarningFacts;
import xindang.engine.warning.WarningRules;

/**
 * Assesses customers one after another by the same policies on the same day. It reuses its working memory, so a thread of
 * a portfolio run keeps one of its own; the outcome depends on nothing but facts, policies and day.
 */
public final class Assessor {

    private final AssessmentPolicies policies;
    private final LocalDate asOf;
    private final CompiledScorecard card;
    private final long[] numbers;
    private final int[] answers;
    private final ScoreSheet sheet;

    /** An assessor for one thread. */
    public Assessor(AssessmentPolicies policies, LocalDate asOf) {
        this.policies = policies;
        this.asOf = asOf;
        this.card = policies.card();
        this.numbers = new long[card.numbers()];
        this.answers = new int[card.answers()];
        Arrays.fill(answers, CompiledScorecard.MISSING_ANSWER);
        this.sheet = card.newSheet();
    }

    /** Decides about one customer: score and grade, then a limit per currency, then warnings. */
    public Assessment assess(CustomerFacts facts) {
        read(facts);
        boolean rated = card.score(numbers, answers, sheet);
        Optional<Grade> grade = rated ? Optional.of(card.scale().grades().get(sheet.grade())) : Optional.empty();
        return new Assessment(
                facts,
                policies,
                rated ? Optional.of(new Measure(sheet.score())) : Optional.empty(),
                grade,
                limits(facts, grade.isPresent() ? policies.table().rowFor(grade.get()) : null),
                WarningRules.check(policies.warningRules(), warningFacts(facts, grade), policies.warning(), asOf));
    }

    /** An indicator of the card that no ledger knows stays missing, and the card's own rule says what follows. */
    private void read(CustomerFacts facts) {
        for (Indicator indicator : card.card().indicators()) {
            if (indicator.kind() == Indicator.Kind.QUANTITATIVE) {
                Measure value = Assessment.indicator(facts, indicator.name());
                numbers[card.index(indicator.name())] = value == null ? CompiledScorecard.MISSING_NUMBER : value.raw();
            }
        }
    }

    private List<LimitProposal> limits(CustomerFacts facts, @Nullable GradePolicy row) {
        var limits = new ArrayList<LimitProposal>(facts.accounts().size());
        for (CustomerFacts.Account account : facts.accounts()) {
            limits.add(policies.limit().propose(account.limit(), row));
        }
        return limits;
    }

    private static WarningFacts warningFacts(CustomerFacts facts, Optional<Grade> grade) {
        var accounts = new ArrayList<WarningFacts.Account>(facts.accounts().size());
        for (CustomerFacts.Account account : facts.accounts()) {
            accounts.add(account.warning());
        }
        return new WarningFacts(accounts, grade.map(Grade::code), facts.trend());
    }
}
