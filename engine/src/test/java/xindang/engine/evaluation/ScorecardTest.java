package xindang.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xindang.engine.evaluation.Cards.between;
import static xindang.engine.evaluation.Cards.line;
import static xindang.engine.evaluation.Cards.missing;
import static xindang.engine.evaluation.Cards.oneOf;
import static xindang.engine.evaluation.Cards.otherwise;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.engine.evaluation.EvaluationResult.NotRated;
import xindang.engine.evaluation.EvaluationResult.Rated;
import xindang.engine.evaluation.EvaluationResult.Reason;
import xindang.gates.Requirement;

class ScorecardTest {

    private static EvaluationResult evaluate(
            MissingRule rule, @Nullable String days, @Nullable String share, @Nullable String visit) {
        var values = Indicators.none();
        values = days == null ? values : values.with("daysLate", days);
        values = share == null ? values : values.with("lateShare", share);
        values = visit == null ? values : values.with("visitResult", visit);
        return CompiledScorecard.of(Cards.payment(rule), Cards.FIVE).evaluate(values);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        customer,                    days, share, visit,   score, by score, grade, reasons
        always in time,              0,    0,     good,    100,   AAA,      AAA,   ''
        a little late,               5,    0.1,   good,    65,    A,        A,     R-days R-share
        equal distances: card order, 0,    0,     bad,     85,    AA,       AA,    R-visit
        largest distance first,      40,   0.6,   fair,    12.5,  C,        C,     R-days R-share R-visit
        just inside a band,          4.9999, 0.0999, good, 100,   AAA,      AAA,   ''
        too late for any grade,      100,  0,     good,    40,    C,        C,     R-days
        on the bad list,             0,    0,     badList, 85,    AA,       B,     R-visit
        answer missing: lowest,      0,    0,     -,       85,    AA,       AA,    R-visit""")
    @Requirement({"STD-12", "STD-14", "STD-06"})
    void points_reasons_and_knock_outs(
            String customer,
            String days,
            String share,
            String visit,
            String score,
            String byScore,
            String grade,
            String reasons) {
        var rated = (Rated) evaluate(MissingRule.REFUSE, days, share, visit);
        assertThat(rated.score()).isEqualTo(Measure.of(score));
        assertThat(rated.gradeByScore().code()).isEqualTo(byScore);
        assertThat(rated.grade().code()).isEqualTo(grade);
        assertThat(rated.reasons().stream().map(Reason::code).collect(Collectors.joining(" ")))
                .isEqualTo(reasons);
    }

    @Test
    @Requirement({"STD-14", "RAT-03"})
    void a_knock_out_never_becomes_milder_on_another_scale() {
        var words = new RatingScale(
                "four-D",
                List.of(
                        Cards.grade("优秀", 1, "85"),
                        Cards.grade("良好", 4, "70"),
                        Cards.grade("一般", 6, "50"),
                        Cards.grade("不合作", 10, null)));
        Scorecard card = Cards.payment(MissingRule.REFUSE);
        assertThat(card.on(words, Cards.FIVE).knockOuts())
                .extracting(KnockOut::cappedAt)
                .as("C stands at 8, B at 6")
                .containsExactly("不合作", "一般");
        assertThat(card.on(Cards.FIVE, Cards.FIVE)).isSameAs(card);
        var letters = new RatingScale(
                "three", List.of(Cards.grade("A", 1, "80"), Cards.grade("B", 5, "60"), Cards.grade("C", 8, null)));
        assertThat(card.on(letters, Cards.FIVE).knockOuts())
                .extracting(KnockOut::cappedAt)
                .as("B of three stands at 5, better than the B the card means")
                .containsExactly("C", "C");
        assertThat(card.on(letters, letters)).as("a card written for it").isSameAs(card);
        var capped = (Rated) CompiledScorecard.of(card.on(words, Cards.FIVE), words)
                .evaluate(Indicators.none()
                        .with("daysLate", "100")
                        .with("lateShare", "0")
                        .with("visitResult", "good"));
        assertThat(capped.grade().code()).isEqualTo("不合作");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        rule,         what happens,            score, how,           points
        REFUSE,       not rated,               -,     -,             -
        LOWEST,       fewest points,           80,    LOWEST,        5
        NEUTRAL,      baseline points,         95,    NEUTRAL,       20
        REDISTRIBUTE, the others count 100/75, 100,   REDISTRIBUTED, 0""")
    @Requirement("STD-13")
    void a_missing_value_follows_the_declared_rule(
            MissingRule rule, String what, @Nullable String score, String how, String points) {
        var result = evaluate(rule, "0", null, "good");
        if (score == null) {
            assertThat(((NotRated) result).obstacles())
                    .containsExactly(new EvaluationResult.Obstacle("lateShare", null, EvaluationResult.Why.MISSING));
            return;
        }
        var rated = (Rated) result;
        assertThat(rated.score()).isEqualTo(Measure.of(score));
        assertThat(rated.contributions().get(1).how()).hasToString(how);
        assertThat(rated.contributions().get(1).points()).isEqualTo(Measure.of(points));
    }

    @Test
    @Requirement("STD-13")
    void spreading_a_weight_is_shown_with_its_numbers() {
        var rated = (Rated) evaluate(MissingRule.REDISTRIBUTE, "10", null, "good");
        var spread = rated.redistribution().orElseThrow();
        assertThat(spread.before()).isEqualTo(Measure.of(55));
        assertThat(spread.remainingWeight()).isEqualTo(Measure.of(75));
        // 55 x 100 / 75 = 73.3333…
        assertThat(spread.after()).isEqualTo(Measure.of("73.3333"));
        assertThat(rated.score()).isEqualTo(spread.after());
    }

    @Test
    @Requirement("STD-12")
    void the_result_shows_value_points_weight_and_attribute_of_every_line() {
        var rated = (Rated) evaluate(MissingRule.REFUSE, "12.5", "0.6", "unclear");
        assertThat(rated.contributions())
                .extracting(c -> c.characteristic() + " " + c.value() + " " + c.points() + "/" + c.weight() + " row "
                        + c.attribute())
                .containsExactly("days 12.5 40/60 row 2", "share 0.6 5/25 row 3", "visit unclear 7.5/15 row 2");
        assertThat(rated.knockOuts()).isEmpty();
    }

    @Test
    @Requirement("STD-14")
    void a_knock_out_names_the_value_that_hit() {
        var rated = (Rated) evaluate(MissingRule.REFUSE, "120", "0", "badList");
        assertThat(rated.knockOuts())
                .extracting(hit -> hit.code() + " " + hit.value() + " " + hit.cappedAt())
                .containsExactly("late 120 C", "badList badList B");
        assertThat(rated.grade().code()).isEqualTo("C");
    }

    @Test
    void what_is_no_number_is_not_rated() {
        var result = (NotRated) evaluate(MissingRule.NEUTRAL, "12", "many", "good");
        assertThat(result.obstacles())
                .containsExactly(new EvaluationResult.Obstacle("lateShare", "many", EvaluationResult.Why.INVALID));
    }

    static Stream<Arguments> broken_cards() {
        var number = List.of(Indicator.number("x"));
        var r = MissingRule.REFUSE;
        return Stream.of(
                Arguments.of(
                        "a hole",
                        number,
                        line("k", "x", "100", "0", r, between(null, "10", "100"), between("10.5", null, "0")),
                        "no attribute takes the values from 10 to 10.4999"),
                Arguments.of(
                        "a row without effect",
                        number,
                        line(
                                "k",
                                "x",
                                "100",
                                "0",
                                r,
                                between(null, "10", "100"),
                                between("0", "5", "9"),
                                otherwise("0")),
                        "attribute 2 ([0, 5)) can never apply"),
                Arguments.of(
                        "a row for missing values that are refused",
                        number,
                        line("k", "x", "100", "0", r, missing("0"), otherwise("100")),
                        "attribute 1 (missing) can never apply"),
                Arguments.of(
                        "weights other than 100",
                        number,
                        line("k", "x", "90", "0", r, otherwise("90")),
                        "the weights total 90, not 100"));
    }

    static Stream<Arguments> more_broken_cards() {
        var number = List.of(Indicator.number("x"));
        var answer = List.of(Indicator.answer("y"));
        var r = MissingRule.REFUSE;
        return Stream.of(
                Arguments.of(
                        "a weight nobody can reach",
                        number,
                        line("k", "x", "100", "0", r, otherwise("80")),
                        "its best attribute gives 80 points, its weight is 100"),
                Arguments.of(
                        "answers nobody expected",
                        answer,
                        line("k", "y", "100", "0", r, oneOf("100", "good"), oneOf("0", "bad")),
                        "no attribute takes every possible answer"),
                Arguments.of(
                        "a range over answers",
                        answer,
                        line("k", "y", "100", "0", r, between(null, "5", "100"), otherwise("0")),
                        "a condition does not fit the kind of indicator y"),
                Arguments.of(
                        "an unknown indicator",
                        number,
                        line("k", "z", "100", "0", r, otherwise("100")),
                        "there is no indicator z"),
                Arguments.of(
                        "a line too steep to compute",
                        number,
                        line(
                                "k",
                                "x",
                                "100",
                                "0",
                                r,
                                new Attribute(
                                        new Condition.Otherwise(),
                                        new Points.Linear(Measure.ZERO, Measure.of(1_000_000)))),
                        "too steep for its range"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"broken_cards", "more_broken_cards"})
    @Requirement("STD-06")
    void a_card_of_our_own_may_not_have(String what, List<Indicator> indicators, Characteristic line, String message) {
        assertThatThrownBy(() -> Cards.own(indicators, List.of(line))).hasMessageContaining(message);
    }

    @Test
    @Requirement("STD-04")
    void a_card_with_one_kind_of_indicator_carries_a_warning() {
        var card = Cards.own(
                List.of(Indicator.number("x")),
                List.of(line("k", "x", "100", "50", MissingRule.REFUSE, between(null, "5", "100"), otherwise("0"))));
        assertThat(card.warnings()).containsExactly("it reads quantitative indicators only");
        assertThat(Cards.payment(MissingRule.REFUSE).warnings()).isEmpty();
    }

    @Test
    void a_knock_out_must_cap_at_a_grade_of_the_scale() {
        var two = new RatingScale("two", List.of(Cards.grade("X", 1, "50"), Cards.grade("Y", 8, null)));
        assertThatThrownBy(() -> CompiledScorecard.of(Cards.payment(MissingRule.REFUSE), two))
                .hasMessageContaining("knock-out late caps at C, which scale two does not have");
    }
}
