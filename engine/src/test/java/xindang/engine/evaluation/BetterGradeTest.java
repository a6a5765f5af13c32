package xindang.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetterGradeTest {

    private static final CompiledScorecard CARD = CompiledScorecard.of(Cards.payment(MissingRule.REFUSE), Cards.FIVE);

    private static Indicators values(String days, String share, String visit) {
        return Indicators.none().with("daysLate", days).with("lateShare", share).with("visitResult", visit);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        customer,                     days, share, visit,   next, missing, changes
        two ways up,                  5,    0.1,   good,    AA,   15,      daysLate 5 → 4.9999 AA; lateShare 0.1 → 0.0999 AA
        only the knock-out holds,     0,    0,     badList, A,    0,       visitResult badList → good AAA
        far beyond a bound,           100,  0,     good,    B,    10,      daysLate 100 → 29.9999 AA
        the nearer bound is too weak, 40,   0.6,   bad,     B,    45,      daysLate 40 → 4.9999 A""")
    void the_nearest_single_change_that_earns_a_better_grade(
            String customer, String days, String share, String visit, String next, String missing, String changes) {
        BetterGrade better = BetterGrade.of(CARD, values(days, share, visit)).orElseThrow();
        assertThat(better.next().code()).isEqualTo(next);
        assertThat(better.missing()).isEqualTo(Measure.of(missing));
        assertThat(better.changes().stream()
                        .map(change -> change.indicator() + " " + change.from() + " → " + change.to() + " "
                                + change.grade().code())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(changes);
    }

    @Test
    void a_value_that_cannot_earn_it_alone_is_not_named() {
        assertThat(BetterGrade.of(CARD, values("200", "0.6", "bad"))
                        .orElseThrow()
                        .changes())
                .extracting(BetterGrade.Change::indicator)
                .containsExactly("daysLate");
    }

    @Test
    void the_best_grade_and_a_customer_without_one_lack_nothing() {
        assertThat(BetterGrade.of(CARD, values("0", "0", "good"))).isEmpty();
        assertThat(BetterGrade.of(CARD, Indicators.none())).isEmpty();
    }
}
