package xindang.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xindang.engine.creditline.GradePolicyTable;
import xindang.engine.creditline.LimitPolicy;
import xindang.engine.decision.PolicyRef;
import xindang.engine.evaluation.CompiledScorecard;
import xindang.engine.evaluation.EvaluationPolicy;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.RatingPolicy;
import xindang.engine.evaluation.RatingScale;
import xindang.engine.evaluation.Scorecard;
import xindang.format.FormatProblem.Code;

/**
 * The policies that decide on one day (当日有效制度), as the engine reads them.
 *
 * @param rating kind {@code rat}
 * @param gradePolicies the policy table of kind {@code rat}
 * @param evaluation kind {@code eval}
 * @param limit kind {@code lim}
 * @param scorecard the card that {@code eval.select} names, ready to score on the leading scale
 * @param documents the policies themselves by kind; under {@code scorecard} the selected card
 * @param notices what a user should know: kinds taken from the preset, policies not yet in force, warnings about the card
 */
public record EffectivePolicies(
        RatingPolicy rating,
        GradePolicyTable gradePolicies,
        EvaluationPolicy evaluation,
        LimitPolicy limit,
        CompiledScorecard scorecard,
        Map<String, PolicyDocument> documents,
        List<FormatProblem> notices) {

    /** Copies the collections. */
    public EffectivePolicies {
        documents = Map.copyOf(documents);
        notices = List.copyOf(notices);
    }

    /** How decisions name the policy of a kind: {@code rat}, {@code eval}, {@code lim}, {@code ews}, {@code col}, {@code scorecard}. */
    public PolicyRef ref(String kind) {
        return document(kind).ref();
    }

    /** The parameters of a kind, for those the engine reads elsewhere ({@code ews}, {@code col}). */
    public Body body(String kind) {
        return document(kind).body();
    }

    private PolicyDocument document(String kind) {
        PolicyDocument document = documents.get(kind);
        if (document == null) {
            throw new IllegalArgumentException("there is no policy of kind " + kind);
        }
        return document;
    }

    static EffectivePolicies of(Map<String, PolicyDocument> chosen, List<FormatProblem> notes) {
        Body rat = require(chosen, "rat").body();
        Body eval = require(chosen, "eval").body();
        RatingPolicy rating = RatingMapping.policy(rat);
        EvaluationPolicy evaluation = EvaluationMapping.policy(eval);
        PolicyDocument card = chosen.get("scorecard " + evaluation.card());
        if (card == null) {
            throw eval.object("select").wrong("card", "there is no scorecard " + evaluation.card());
        }
        GradePolicyTable gradePolicies = RatingMapping.table(rat);
        Scorecard scorecard = ScorecardMapping.card(evaluation.card(), card.body())
                .on(rating.scale(), scaleOf(card.body(), rat, gradePolicies));
        requireGrades(chosen, rating);
        var notices = new ArrayList<>(notes);
        for (String warning : scorecard.warnings()) {
            notices.add(new FormatProblem(
                    Code.CARD_WARNING,
                    Map.of("file", card.body().file(), "value", scorecard.id(), "expected", warning)));
        }
        var documents = new HashMap<String, PolicyDocument>();
        chosen.values().forEach(document -> documents.put(document.ref().kind(), document));
        documents.put("scorecard", card);
        return new EffectivePolicies(
                rating,
                gradePolicies,
                evaluation,
                LimitMapping.policy(require(chosen, "lim").body()),
                rat.build(() -> CompiledScorecard.of(scorecard, rating.scale())),
                documents,
                notices);
    }

    /** The scale whose grades a card names: the one it states, else that of the policy table, as both come from one hand. */
    private static RatingScale scaleOf(Body card, Body rat, GradePolicyTable table) {
        if (!card.has("scale")) {
            return table.scale();
        }
        return Optional.ofNullable(RatingMapping.scales(rat).get(card.text("scale")))
                .orElseThrow(() -> card.wrong("scale", "there is no such scale in the catalogue of kind \"rat\""));
    }

    /** A grade the leading scale does not have would silently switch a protection off. */
    private static void requireGrades(Map<String, PolicyDocument> chosen, RatingPolicy rating) {
        Set<String> known = rating.scale().grades().stream().map(Grade::code).collect(Collectors.toUnmodifiableSet());
        Body ews = require(chosen, "ews").body();
        Body col = require(chosen, "col").body();
        col.optionalObject("stricterByGrade").ifPresent(grades -> requireKnown(grades, grades.names(), rating, known));
        requireKnown(ews, ews.texts("autoGrades"), rating, known);
    }

    private static void requireKnown(Body where, List<String> grades, RatingPolicy rating, Set<String> known) {
        for (String grade : grades) {
            if (!known.contains(grade)) {
                throw where.wrong("scale " + rating.scale().id() + " has no grade " + JsonTree.shorten(grade)
                        + "; name grades of the leading scale: "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private static PolicyDocument require(Map<String, PolicyDocument> chosen, String kind) {
        PolicyDocument document = chosen.get(kind);
        if (document == null) {
            throw new IllegalStateException("the preset lacks kind " + kind);
        }
        return document;
    }
}
