package xindang.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.Requirement;

class RatingScaleTest {

    private static final RatingScale FOUR = new RatingScale(
            "four-D",
            List.of(
                    Cards.grade("优秀", 1, "85"),
                    Cards.grade("良好", 4, "70"),
                    Cards.grade("一般", 6, "50"),
                    Cards.grade("不合作", 10, null)));

    @ParameterizedTest(name = "{0} points: {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        score,   grade
        1000,    AAA
        90,      AAA
        89.9999, AA
        80,      AA
        65,      A
        64.9999, B
        50,      B
        49.9999, C
        0,       C
        -20,     C""")
    @Requirement({"RAT-01", "STD-06"})
    void a_score_earns_the_grade_whose_band_holds_it(String score, String grade) {
        assertThat(Cards.FIVE.gradeFor(Measure.of(score)).code()).isEqualTo(grade);
    }

    @ParameterizedTest(name = "{0} of the one scale stands where {1} of the other does")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        four-D, five
        优秀,    AAA
        良好,    A
        一般,    B
        不合作,   C""")
    @Requirement("RAT-03")
    void grades_are_compared_by_their_place_on_the_master_scale(String four, String five) {
        assertThat(FOUR.onScale(Cards.FIVE, FOUR.byCode(four).orElseThrow()).code())
                .isEqualTo(five);
    }

    @ParameterizedTest(name = "place {0} is {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        place, five
        1,     AAA
        2,     AA
        3,     AA
        4,     A
        5,     A
        6,     B
        7,     B
        8,     C
        9,     C
        10,    C""")
    @Requirement("RAT-03")
    void every_place_of_the_master_scale_has_a_grade(int place, String five) {
        assertThat(Cards.FIVE.atPosition(place).code()).isEqualTo(five);
    }

    @Test
    void the_worse_of_two_grades_is_the_later_one() {
        Grade a = Cards.FIVE.byCode("A").orElseThrow();
        assertThat(Cards.FIVE.worseOf(a, Cards.FIVE.best())).isEqualTo(a);
        assertThat(Cards.FIVE.worseOf(a, Cards.FIVE.worst())).isEqualTo(Cards.FIVE.worst());
        assertThatThrownBy(() -> Cards.FIVE.worseOf(a, FOUR.best())).hasMessage("grade 优秀 is not of scale five");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        why,                         first,  place, from, second, place 2, from 2, third, place 3, from 3, message
        a gap or overlap,            X,      1,     50,   Y,      2,       50,     Z,     3,       -,      'scale s, grade Y: lowest score 50 is not below 50 of X'
        places that do not rise,     X,      2,     50,   Y,      2,       40,     Z,     3,       -,      'scale s, grade Y: position 2 does not rise after 2 of X'
        one code twice,              X,      1,     50,   Y,      2,       40,     X,     3,       -,      scale s has two grades X
        a floor under the worst,     X,      1,     50,   Y,      2,       40,     Z,     3,       10,     'scale s, grade Z: the worst grade has no lowest score'
        no floor in the middle,      X,      1,     50,   Y,      2,       -,      Z,     3,       -,      'scale s, grade Y: a lowest score is missing'""")
    @Requirement("RAT-01")
    void refuses_a_scale_with(
            String why,
            String a,
            int pa,
            String fa,
            String b,
            int pb,
            String fb,
            String c,
            int pc,
            String fc,
            String message) {
        assertThatThrownBy(() -> new RatingScale(
                        "s", List.of(Cards.grade(a, pa, fa), Cards.grade(b, pb, fb), Cards.grade(c, pc, fc))))
                .hasMessage(message);
    }
}
