package xindang.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xindang.engine.evaluation.EvaluationResult.Contribution;
import xindang.engine.evaluation.EvaluationResult.How;
import xindang.engine.evaluation.EvaluationResult.KnockOutHit;
import xindang.engine.evaluation.EvaluationResult.NotRated;
import xindang.engine.evaluation.EvaluationResult.Obstacle;
import xindang.engine.evaluation.EvaluationResult.Rated;
import xindang.engine.evaluation.EvaluationResult.Reason;
import xindang.engine.evaluation.EvaluationResult.Redistribution;
import xindang.engine.evaluation.EvaluationResult.Why;

/** Tells in words what a score sheet says in numbers; decides nothing. */
final class SheetReader {

    private final CompiledScorecard compiled;
    private final Scorecard card;
    private final ScoreSheet sheet;
    private final Indicators indicators;

    SheetReader(CompiledScorecard compiled, ScoreSheet sheet, Indicators indicators) {
        this.compiled = compiled;
        this.card = compiled.card();
        this.sheet = sheet;
        this.indicators = indicators;
    }

    EvaluationResult result() {
        return sheet.scored ? rated() : new NotRated(obstacles());
    }

    private Rated rated() {
        List<Grade> grades = compiled.scale().grades();
        return new Rated(
                new Measure(sheet.score),
                grades.get(sheet.grade),
                grades.get(sheet.gradeByScore),
                contributions(),
                reasons(),
                knockOuts(),
                redistribution());
    }

    private List<Contribution> contributions() {
        var all = new ArrayList<Contribution>();
        for (int t = 0; t < card.characteristics().size(); t++) {
            Characteristic line = card.characteristics().get(t);
            How how = switch (compiled.how(sheet, t)) {
                case ScoreTables.LOWEST -> How.LOWEST;
                case ScoreTables.NEUTRAL -> How.NEUTRAL;
                case ScoreTables.REDISTRIBUTED -> How.REDISTRIBUTED;
                default -> How.ATTRIBUTE;
            };
            all.add(new Contribution(
                    line.code(),
                    line.indicator(),
                    indicators.get(line.indicator()),
                    new Measure(sheet.points[t]),
                    line.weight(),
                    how,
                    compiled.attribute(sheet, t)));
        }
        return List.copyOf(all);
    }

    private List<Reason> reasons() {
        var all = new ArrayList<Reason>();
        for (int rank = 0; rank < sheet.reasonCount; rank++) {
            Characteristic line = card.characteristics().get(sheet.reasons[rank]);
            all.add(new Reason(line.reasonCode(), line.code(), new Measure(sheet.distances[rank])));
        }
        return List.copyOf(all);
    }

    private List<KnockOutHit> knockOuts() {
        var all = new ArrayList<KnockOutHit>();
        int lines = card.characteristics().size();
        for (int k = 0; k < card.knockOuts().size(); k++) {
            if (compiled.how(sheet, lines + k) == ScoreTables.ATTRIBUTE) {
                KnockOut knockOut = card.knockOuts().get(k);
                Grade cap = compiled.scale().byCode(knockOut.cappedAt()).orElseThrow();
                String value = indicators.get(knockOut.indicator());
                all.add(new KnockOutHit(knockOut.code(), knockOut.indicator(), value, cap));
            }
        }
        return List.copyOf(all);
    }

    private Optional<Redistribution> redistribution() {
        if (sheet.missingWeight == 0) {
            return Optional.empty();
        }
        long total = card.totalWeight().raw();
        return Optional.of(new Redistribution(
                new Measure(sheet.plainSum),
                new Measure(sheet.score - card.initialScore().raw()),
                new Measure(total),
                new Measure(total - sheet.missingWeight)));
    }

    private List<Obstacle> obstacles() {
        var all = new ArrayList<Obstacle>();
        for (int t = 0; t < sheet.slots.length; t++) {
            switch (compiled.how(sheet, t)) {
                case ScoreTables.MISSING -> add(all, t, Why.MISSING);
                case ScoreTables.INVALID -> add(all, t, Why.INVALID);
                case ScoreTables.NO_ATTRIBUTE -> add(all, t, Why.NO_ATTRIBUTE);
                default -> {}
            }
        }
        // Nothing in the way by itself, yet no score: all weights wanted to go to the others.
        if (all.isEmpty()) {
            for (int t = 0; t < card.characteristics().size(); t++) {
                add(all, t, Why.MISSING);
            }
        }
        return List.copyOf(all);
    }

    private void add(List<Obstacle> all, int table, Why why) {
        String name = compiled.indicatorOf(table);
        var obstacle = new Obstacle(name, indicators.get(name), why);
        if (!all.contains(obstacle)) {
            all.add(obstacle);
        }
    }
}
