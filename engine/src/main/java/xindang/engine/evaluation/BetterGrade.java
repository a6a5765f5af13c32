package xindang.engine.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is missing for a better grade (升级差距): which single value, changed as little as possible, would earn one. It reads a
 * card's own bounds and scores each again, so it can promise nothing the card would not keep.
 *
 * @param next the next better grade of the scale
 * @param missing points the score lacks for it; 0 where only a knock-out stands in the way
 * @param changes single changes that earn {@code next} or better, in card order; empty when no single one does
 */
public record BetterGrade(Grade next, Measure missing, List<Change> changes) {

    /**
     * A change of one value.
     *
     * @param indicator its name
     * @param from the value now, {@code null} when missing
     * @param to the nearest value that is enough
     * @param grade the grade it earns
     */
    public record Change(String indicator, @Nullable String from, String to, Grade grade) {}

    /** Copies the changes. */
    public BetterGrade {
        changes = List.copyOf(changes);
    }

    /** What a customer with these values lacks; nothing for the best grade and for one that is not rated. */
    public static Optional<BetterGrade> of(CompiledScorecard card, Indicators values) {
        if (!(card.evaluate(values) instanceof EvaluationResult.Rated rated)
                || rated.grade().equals(card.scale().best())) {
            return Optional.empty();
        }
        List<Grade> grades = card.scale().grades();
        int place = grades.indexOf(rated.grade());
        Grade next = grades.get(place - 1);
        long floor = Objects.requireNonNull(next.minScore()).raw();
        var changes = new ArrayList<Change>();
        for (Indicator indicator : card.card().indicators()) {
            nearest(card, values, indicator, place).ifPresent(changes::add);
        }
        return Optional.of(new BetterGrade(
                next, new Measure(Math.max(0, floor - rated.score().raw())), changes));
    }

    private static Optional<Change> nearest(CompiledScorecard card, Indicators values, Indicator indicator, int place) {
        String now = values.get(indicator.name());
        List<String> candidates =
                ScoreTables.isNumber(indicator) ? numbers(card, indicator, now) : answers(card, indicator);
        for (String candidate : candidates) {
            if (!candidate.equals(now)
                    && card.evaluate(values.with(indicator.name(), candidate)) instanceof EvaluationResult.Rated rated
                    && card.scale().grades().indexOf(rated.grade()) < place) {
                return Optional.of(new Change(indicator.name(), now, candidate, rated.grade()));
            }
        }
        return Optional.empty();
    }

    /** Both sides of every bound the card draws for an indicator, the nearest to its value first. */
    private static List<String> numbers(CompiledScorecard card, Indicator indicator, @Nullable String now) {
        long value = now == null ? 0 : Measure.of(now).raw();
        return conditions(card, indicator)
                .filter(Condition.Between.class::isInstance)
                .map(Condition.Between.class::cast)
                .flatMap(range -> Stream.of(range.first() - 1, range.first(), range.last(), range.last() + 1))
                .filter(raw -> Math.abs(raw) < Measure.MAX_RAW)
                .distinct()
                .sorted(Comparator.comparingLong((Long raw) -> Math.abs(raw - value))
                        .thenComparing(Comparator.naturalOrder()))
                .map(raw -> new Measure(raw).text())
                .toList();
    }

    private static List<String> answers(CompiledScorecard card, Indicator indicator) {
        return conditions(card, indicator)
                .filter(Condition.OneOf.class::isInstance)
                .flatMap(one -> ((Condition.OneOf) one).texts().stream())
                .distinct()
                .toList();
    }

    private static Stream<Condition> conditions(CompiledScorecard card, Indicator indicator) {
        return Stream.concat(
                card.card().characteristics().stream()
                        .filter(line -> line.indicator().equals(indicator.name()))
                        .flatMap(line -> line.conditions().stream()),
                card.card().knockOuts().stream()
                        .filter(knockOut -> knockOut.indicator().equals(indicator.name()))
                        .map(KnockOut::condition));
    }
}
