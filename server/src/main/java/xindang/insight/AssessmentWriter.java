package xindang.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xindang.creditline.GivenLimit;
import xindang.creditline.LimitBook;
import xindang.customerfile.Appraisal;
import xindang.customerfile.CustomerRegister;
import xindang.engine.assessment.AssessmentRecord;
import xindang.engine.canonical.CanonicalJson;
import xindang.engine.creditline.CreditLimit;
import xindang.engine.creditline.LimitProposal;
import xindang.engine.evaluation.EvaluationResult;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.RatingScale;
import xindang.engine.warning.WarningFinding;
import xindang.engine.warning.WarningLevel;
import xindang.evaluation.GivenRating;
import xindang.evaluation.RatingBook;
import xindang.format.EffectivePolicies;
import xindang.format.WarningMapping;
import xindang.insight.store.AssessmentStore;
import xindang.insight.store.AssessmentStore.Run;
import xindang.receivable.CustomerFigures;
import xindang.warning.RaisedWarning;
import xindang.warning.WarningBook;

/** Hands what a run decided to those who keep it (评估结果分发): records, grades, limits, warnings, the overview of lists. */
@Component
class AssessmentWriter {

    private final AssessmentStore store;
    private final RatingBook ratings;
    private final LimitBook limits;
    private final WarningBook warnings;
    private final CustomerRegister customers;

    AssessmentWriter(
            AssessmentStore store,
            RatingBook ratings,
            LimitBook limits,
            WarningBook warnings,
            CustomerRegister customers) {
        this.store = store;
        this.ratings = ratings;
        this.limits = limits;
        this.warnings = warnings;
        this.customers = customers;
    }

    /** Writes what differs from the last assessment of each customer; answers how many do. */
    int write(Run run, List<Decided> decided) {
        Map<UUID, String> before =
                store.outcomes(decided.stream().map(Decided::file).toList());
        List<Decided> changed = decided.stream()
                .filter(one -> !one.outcome().equals(before.get(one.file())))
                .toList();
        if (changed.isEmpty()) {
            return 0;
        }
        List<UUID> ids = store.keepAsLast(run, changed);
        var given = new ArrayList<GivenRating>();
        var lines = new ArrayList<GivenLimit>();
        var raised = new ArrayList<RaisedWarning>();
        for (int i = 0; i < changed.size(); i++) {
            given.add(rating(changed.get(i), ids.get(i)));
            limits(changed.get(i), ids.get(i), lines);
            warnings(changed.get(i), ids.get(i), raised);
        }
        ratings.record(run.company(), run.asOf(), given);
        limits.record(run.company(), run.asOf(), lines);
        warnings.replace(
                run.company(), run.asOf(), changed.stream().map(Decided::file).toList(), raised);
        return changed.size();
    }

    /** Writes what lists show of the assessments. */
    void overview(LocalDate asOf, EffectivePolicies policies, List<Decided> decided) {
        RatingScale scale = policies.rating().scale();
        List<WarningLevel> levels = WarningMapping.policy(policies.body("ews")).levels();
        customers.assessed(
                asOf, decided.stream().map(one -> appraisal(one, scale, levels)).toList());
    }

    /** Customers without items have nothing to be assessed by any more. */
    void end(UUID company, LocalDate asOf) {
        List<UUID> gone = store.withoutItems(company);
        if (!gone.isEmpty()) {
            warnings.close(asOf, gone);
            customers.notAssessed(gone);
            store.forget(gone);
        }
    }

    /** Removes what was written about customers that are removed themselves. */
    void forget(List<UUID> files) {
        store.forget(files);
        ratings.forget(files);
        limits.forget(files);
        warnings.forget(files);
    }

    private static GivenRating rating(Decided one, UUID decision) {
        String byScore = one.assessment().evaluation() instanceof EvaluationResult.Rated rated
                ? rated.gradeByScore().code()
                : null;
        return new GivenRating(
                one.file(),
                one.assessment().score().isPresent()
                        ? one.assessment().score().get().text()
                        : null,
                AssessmentRecord.gradeCode(one.assessment().grade()),
                byScore,
                decision);
    }

    private static void limits(Decided one, UUID decision, List<GivenLimit> into) {
        for (int i = 0; i < one.accounts().size(); i++) {
            LimitProposal proposal = one.assessment().limits().get(i);
            into.add(new GivenLimit(
                    one.file(),
                    one.accounts().get(i).currency().getCurrencyCode(),
                    state(proposal.limit()),
                    amount(proposal.limit()),
                    term(proposal),
                    decision));
        }
    }

    private static void warnings(Decided one, UUID decision, List<RaisedWarning> into) {
        for (WarningFinding.Raised warning : one.assessment().warnings()) {
            into.add(new RaisedWarning(
                    one.file(),
                    warning.level().code(),
                    warning.reason().rule().toString(),
                    CanonicalJson.text(warning.reason().facts()),
                    decision));
        }
    }

    private static Appraisal appraisal(Decided one, RatingScale scale, List<WarningLevel> levels) {
        int main = one.accounts().indexOf(CustomerFigures.main(one.accounts()));
        LimitProposal proposal = one.assessment().limits().get(main);
        Grade grade = one.assessment().grade().orElse(null);
        int worst = one.assessment().warnings().stream()
                .mapToInt(warning -> levels.indexOf(warning.level()) + 1)
                .max()
                .orElse(0);
        return new Appraisal(
                one.file(),
                state(proposal.limit()),
                amount(proposal.limit()),
                grade == null
                        ? null
                        : new Appraisal.GradePlace(
                                grade.code(),
                                scale.id(),
                                scale.grades().indexOf(grade) + 1,
                                scale.grades().size()),
                worst,
                one.assessment().warnings().size(),
                term(proposal));
    }

    private static String state(CreditLimit limit) {
        return limit instanceof CreditLimit.Capped ? "capped" : limit.text();
    }

    private static @Nullable String amount(CreditLimit limit) {
        return limit instanceof CreditLimit.Capped capped ? capped.amount().decimal() : null;
    }

    private static @Nullable Integer term(LimitProposal proposal) {
        return proposal.termDays().isPresent() ? proposal.termDays().getAsInt() : null;
    }
}
