package xindang.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.engine.evaluation.Condition.Between;
import xindang.engine.evaluation.Condition.OneOf;
import xindang.engine.evaluation.Condition.Otherwise;
import xindang.engine.evaluation.EvaluationResult.NotRated;
import xindang.engine.evaluation.EvaluationResult.Rated;
import xindang.engine.evaluation.EvaluationResult.Reason;
import xindang.gates.Requirement;

/** The table interpreter against a plain reading of the card: first condition that applies wins, decimals throughout. */
class CompiledScorecardPropertyTest {

    private static final List<String> TEXTS = List.of("a", "b", "c", "d", "e");
    private static final List<MissingRule> RULES = List.of(MissingRule.values());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Requirement("STD-12")
    void the_interpreter_says_what_the_card_says(long seed) {
        var random = new Random(seed);
        int ratings = 0;
        for (int cards = 0; cards < 60; cards++) {
            Scorecard card = card(random);
            CompiledScorecard compiled = CompiledScorecard.of(card, Cards.FIVE);
            for (int customers = 0; customers < 40; customers++) {
                Indicators values = values(random, card);
                String as = "seed " + seed + ", card " + card + ", values " + values;
                EvaluationResult result = compiled.evaluate(values);
                Expected expected = plainly(card, values);
                if (expected == null) {
                    assertThat(result).as(as).isInstanceOf(NotRated.class);
                } else {
                    assertThat(result).as(as).isInstanceOf(Rated.class);
                    ratings++;
                    var rated = (Rated) result;
                    assertThat(rated.score().decimal()).as(as).isEqualByComparingTo(expected.score);
                    assertThat(rated.reasons()).as(as).isEqualTo(expected.reasons);
                }
            }
        }
        // Cards with gaps leave many customers unrated; enough must be rated for the comparison to mean something.
        assertThat(ratings).as("seed %d", seed).isGreaterThan(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void a_sheet_used_again_says_the_same_as_a_new_one(long seed) {
        var random = new Random(seed);
        for (int cards = 0; cards < 30; cards++) {
            CompiledScorecard compiled = CompiledScorecard.of(card(random), Cards.FIVE);
            ScoreSheet used = compiled.newSheet();
            for (int customers = 0; customers < 40; customers++) {
                Indicators values = values(random, compiled.card());
                boolean scored = score(compiled, values, used);
                String as = "seed " + seed + ", card " + compiled.card() + ", values " + values;
                EvaluationResult result = compiled.evaluate(values);
                assertThat(scored).as(as).isEqualTo(result instanceof Rated);
                if (result instanceof Rated rated) {
                    assertThat(used.score()).as(as).isEqualTo(rated.score().raw());
                    assertThat(used.reasonCount())
                            .as(as)
                            .isEqualTo(rated.reasons().size());
                    assertThat(compiled.scale().grades().get(used.grade()))
                            .as(as)
                            .isEqualTo(rated.grade());
                }
            }
        }
    }

    private static boolean score(CompiledScorecard compiled, Indicators values, ScoreSheet sheet) {
        long[] numbers = new long[compiled.numbers()];
        int[] answers = new int[compiled.answers()];
        for (Indicator indicator : compiled.card().indicators()) {
            String value = values.get(indicator.name());
            int index = compiled.index(indicator.name());
            if (indicator.kind() == Indicator.Kind.QUALITATIVE) {
                answers[index] = compiled.answerCode(indicator.name(), value);
            } else {
                numbers[index] = value == null
                        ? CompiledScorecard.MISSING_NUMBER
                        : Measure.of(value).raw();
            }
        }
        return compiled.score(numbers, answers, sheet);
    }

    private record Expected(BigDecimal score, List<Reason> reasons) {}

    private static @Nullable Expected plainly(Scorecard card, Indicators values) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal spread = BigDecimal.ZERO;
        var reasons = new ArrayList<Reason>();
        for (Characteristic line : card.characteristics()) {
            String value = values.get(line.indicator());
            if (value == null && line.missing() == MissingRule.REDISTRIBUTE) {
                spread = spread.add(line.weight().decimal());
                continue;
            }
            BigDecimal points = points(line, value);
            if (points == null) {
                return null;
            }
            sum = sum.add(points);
            BigDecimal distance = card.reasons().direction() == Scorecard.Direction.POINTS_BELOW
                    ? line.baseline().decimal().subtract(points)
                    : points.subtract(line.baseline().decimal());
            if (distance.signum() > 0) {
                reasons.add(new Reason(line.reasonCode(), line.code(), Measure.of(distance)));
            }
        }
        BigDecimal total = card.totalWeight().decimal();
        if (spread.signum() > 0) {
            if (spread.compareTo(total) == 0) {
                return null;
            }
            sum = sum.multiply(total).divide(total.subtract(spread), 4, RoundingMode.HALF_UP);
        }
        reasons.sort(Comparator.comparing(Reason::distance).reversed());
        int atMost = Math.min(card.reasons().atMost(), reasons.size());
        return new Expected(sum.add(card.initialScore().decimal()), reasons.subList(0, atMost));
    }

    private static @Nullable BigDecimal points(Characteristic line, @Nullable String value) {
        if (value == null && line.missing() != MissingRule.BY_ATTRIBUTE) {
            return switch (line.missing()) {
                case NEUTRAL -> line.baseline().decimal();
                case LOWEST -> lowest(line);
                default -> null;
            };
        }
        for (Attribute row : line.attributes()) {
            if (applies(row.condition(), value)) {
                return switch (row.points()) {
                    case Points.Fixed(var fixed) -> fixed.decimal();
                    case Points.Linear(var base, var slope) ->
                        base.decimal()
                                .add(slope.decimal().multiply(new BigDecimal(value == null ? "0" : value)))
                                .setScale(4, RoundingMode.HALF_UP);
                };
            }
        }
        return null;
    }

    /** Only fixed points are generated beside the rule LOWEST, and an "otherwise" makes every row but a hidden one count. */
    private static BigDecimal lowest(Characteristic line) {
        return line.attributes().stream()
                .map(row -> ((Points.Fixed) row.points()).points().decimal())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean applies(Condition condition, @Nullable String value) {
        return switch (condition) {
            case Condition.Missing() -> value == null;
            case Otherwise() -> true;
            case OneOf(var texts) -> value != null && texts.contains(value);
            case Between(var lo, var loIn, var hi, var hiIn) ->
                value != null
                        && (lo == null || compare(value, lo) > (loIn ? -1 : 0))
                        && (hi == null || compare(value, hi) < (hiIn ? 1 : 0));
        };
    }

    private static int compare(String value, Measure bound) {
        return new BigDecimal(value).compareTo(bound.decimal());
    }

    private static Scorecard card(Random random) {
        var indicators = new ArrayList<Indicator>();
        var lines = new ArrayList<Characteristic>();
        int size = 1 + random.nextInt(6);
        for (int i = 0; i < size; i++) {
            boolean number = random.nextInt(3) > 0;
            indicators.add(number ? Indicator.number("i" + i) : Indicator.answer("i" + i));
            lines.add(number ? numberLine(random, i) : answerLine(random, i));
        }
        var direction = random.nextBoolean() ? Scorecard.Direction.POINTS_BELOW : Scorecard.Direction.POINTS_ABOVE;
        return Cards.imported("5", direction, random.nextInt(5), indicators, lines);
    }

    private static Characteristic numberLine(Random random, int i) {
        MissingRule missing = RULES.get(random.nextInt(RULES.size()));
        var rows = new ArrayList<Attribute>();
        // Bands are disjoint beside LOWEST, so that each can apply; elsewhere they overlap at will.
        boolean disjoint = missing == MissingRule.LOWEST;
        int from = -20;
        for (int k = random.nextInt(5); k >= 0; k--) {
            int lo = disjoint ? from : -20 + random.nextInt(40);
            int hi = lo + 1 + random.nextInt(15);
            from = hi;
            var range = new Between(
                    tenth(lo), disjoint || random.nextBoolean(), tenth(hi), !disjoint && random.nextBoolean());
            boolean sloped = !disjoint && random.nextInt(4) == 0;
            rows.add(new Attribute(
                    range,
                    sloped
                            ? new Points.Linear(points(random), new Measure(random.nextInt(9000) - 4500))
                            : new Points.Fixed(points(random))));
        }
        if (missing == MissingRule.BY_ATTRIBUTE && random.nextBoolean()) {
            rows.add(random.nextInt(rows.size() + 1), Cards.missing("3"));
        } else if (random.nextInt(3) > 0) {
            rows.add(Cards.otherwise("2"));
        }
        return line(random, i, missing, rows);
    }

    private static Characteristic answerLine(Random random, int i) {
        var rows = new ArrayList<Attribute>();
        int next = 0;
        while (next < TEXTS.size() - 1) {
            int end = next + 1 + random.nextInt(2);
            rows.add(new Attribute(
                    new OneOf(TEXTS.subList(next, Math.min(end, TEXTS.size()))), new Points.Fixed(points(random))));
            next = end;
        }
        if (random.nextBoolean()) {
            rows.add(Cards.otherwise("1"));
        }
        return line(random, i, RULES.get(random.nextInt(RULES.size())), rows);
    }

    private static Characteristic line(Random random, int i, MissingRule missing, List<Attribute> rows) {
        return new Characteristic(
                "k" + i,
                Label.of("k" + i),
                "i" + i,
                new Measure(1 + random.nextInt(300_000)),
                points(random),
                "r" + i,
                missing,
                rows);
    }

    private static Measure tenth(int tenths) {
        return new Measure(tenths * 1000L);
    }

    private static Measure points(Random random) {
        return new Measure(random.nextInt(40) * 2500L - 30_000);
    }

    private static Indicators values(Random random, Scorecard card) {
        var values = Indicators.none();
        for (Indicator indicator : card.indicators()) {
            if (random.nextInt(6) == 0) {
                continue;
            }
            String value = indicator.kind() == Indicator.Kind.QUANTITATIVE
                    ? new Measure((random.nextInt(60) - 30) * 1000L
                                    + (random.nextInt(3) == 0 ? random.nextInt(3) - 1 : 0))
                            .text()
                    : TEXTS.get(random.nextInt(TEXTS.size()));
            values = values.with(indicator.name(), value);
        }
        return values;
    }
}
