package xindang.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.creditline.GradePolicy;
import xindang.engine.evaluation.EvaluationResult;
import xindang.engine.evaluation.EvaluationResult.NotRated;
import xindang.engine.evaluation.EvaluationResult.Rated;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.Indicators;
import xindang.engine.evaluation.RatingScale;
import xindang.gates.Requirement;

class PresetR0Test {

    private static final EffectivePolicies R0 = PolicyReader.defaultPreset().at(LocalDate.of(2026, 1, 1));

    @Test
    void the_preset_passes_its_own_schemas_and_checks() throws Exception {
        try (InputStream in = PresetR0Test.class.getResourceAsStream("presets/R0.json")) {
            assertThat(in).isNotNull();
            PolicySet read = PolicyReader.parse("R0.json", in.readAllBytes());
            assertThat(read.notices()).isEmpty();
            assertThat(read.documents())
                    .extracting(document -> document.ref().kind())
                    .containsExactlyInAnyOrderElementsOf(SchemaCheck.ENGINE_KINDS);
            for (PolicyDocument document : read.documents()) {
                if (!document.ref().kind().equals("scorecard")) {
                    assertThat(document.origins().keySet())
                            .containsExactlyInAnyOrderElementsOf(document.body().names());
                }
            }
        }
    }

    @Test
    void the_only_notice_is_that_the_ledger_card_has_no_answers() {
        assertThat(R0.notices())
                .extracting(FormatProblem::text)
                .containsExactly(
                        "preset R0: scorecard ledger-payment-behaviour: it reads quantitative indicators only");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        scale,          grades and places
        five,           AAA 1 AA 2 A 4 B 6 C 8
        four-A,         优秀 1 良好 4 一般 6 不良 8
        four-B,         优秀 1 良好 4 一般 6 较差 8
        four-C,         优秀 1 良好 4 一般 6 风险 8
        four-C+meaning, 优秀 1 良好 4 一般 6 风险 8
        four-D,         优秀 1 良好 4 一般 6 不合作 10
        three,          A 1 B 5 C 8
        letters,        A级 1 B级 5 C级 8
        digits,         1级 1 2级 5 3级 8""")
    @Requirement({"RAT-02", "RAT-01"})
    void ships_all_scales_of_the_samples(String id, String grades) {
        Map<String, RatingScale> scales = RatingMapping.scales(R0.body("rat"));
        assertThat(scales).hasSize(9);
        RatingScale scale = Objects.requireNonNull(scales.get(id), id);
        assertThat(scale.grades().stream()
                        .map(grade -> grade.code() + " " + grade.position())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(grades);
    }

    @Test
    @Requirement({"RAT-01", "RAT-03", "RAT-05"})
    void leads_with_five_grades_and_shows_four_beside_them() {
        assertThat(R0.rating().scale().id()).isEqualTo("five");
        RatingScale second = R0.rating().secondScale().orElseThrow();
        assertThat(second.id()).isEqualTo("four-B");
        assertThat(R0.rating().scale().grades())
                .extracting(grade -> R0.rating().scale().onScale(second, grade).code())
                .containsExactly("优秀", "优秀", "良好", "一般", "较差");
        assertThat(R0.rating().scale().grades()).allSatisfy(grade -> {
            assertThat(grade.meaning().zh()).isNotBlank();
            assertThat(grade.meaning().en()).isNotBlank();
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        grade, factor, days, unsecured, deposit, settlement,      review
        AAA,   1,      90,   1,         0,       OPEN_ACCOUNT,    12
        AA,    0.8,    60,   1,         0,       OPEN_ACCOUNT,    12
        A,     0.5,    45,   0.7,       0,       OPEN_ACCOUNT,    6
        B,     0.2,    30,   0.3,       0.1,     PART_PREPAYMENT, 3
        C,     0,      0,    0,         0.3,     PREPAYMENT,      1""")
    @Requirement({"RAT-04", "EVAL-05"})
    void conditions_follow_the_grade(
            String grade, String factor, int days, String unsecured, String deposit, String settlement, int review) {
        GradePolicy row = R0.gradePolicies().byCode(grade).orElseThrow();
        assertThat(row.limitFactor()).hasToString(factor);
        assertThat(row.creditPeriodDays()).isEqualTo(days);
        assertThat(row.unsecuredShare()).hasToString(unsecured);
        assertThat(row.depositRate()).hasToString(deposit);
        assertThat(row.settlement()).hasToString(settlement);
        Grade of = R0.rating().scale().byCode(grade).orElseThrow();
        assertThat(R0.evaluation().reviewMonths(of)).hasValue(review);
    }

    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        customer,                                 days late, share late, oldest, overdue share, grade
        always prompt,                            0,         0,          0,      0,             AAA
        always prompt and nothing open,           0,         0,          -,      -,             AAA
        a day late now and then,                  0.8,       0.1,        3,      0.02,          AAA
        two days late sometimes,                  2,         0.15,       10,     0.05,          AA
        five days late on a third of the amount,  5,         0.35,       7,      0.05,          AA
        five days late on everything,             5,         1,          5,      0.1,           A
        two weeks late as a rule,                 14,        0.7,        25,     0.25,          B
        a month late as a rule,                   30,        0.9,        50,     0.4,           C
        chronically 45 days late,                 45,        0.95,       60,     0.5,           C
        prompt but one small item very old,       1,         0.03,       120,    0.1,           B
        prompt but one item older than 180 days,  1,         0.03,       181,    0.1,           C
        exactly 90 days is not over 90,           1,         0.03,       90,     0.1,           AA
        never paid and 200 days overdue,          200,       1,          200,    1,             C
        new and nothing due yet,                    -,         -,          -,      0,             -""")
    @Requirement({"STD-06", "STD-14"})
    void typical_customers_get_the_grade_a_credit_manager_expects(
            String customer, String days, String share, String oldest, String overdue, String grade) {
        var values = Indicators.none();
        values = days == null ? values : values.with("weightedDaysLate", days);
        values = share == null ? values : values.with("lateShare", share);
        values = oldest == null ? values : values.with("maxDaysPastDue", oldest);
        values = overdue == null ? values : values.with("overdueShare", overdue);
        EvaluationResult result = R0.scorecard().evaluate(values);
        if (grade == null) {
            assertThat(((NotRated) result).obstacles())
                    .extracting(EvaluationResult.Obstacle::indicator)
                    .containsExactly("weightedDaysLate", "lateShare");
        } else {
            assertThat(((Rated) result).grade().code()).as("%s", result).isEqualTo(grade);
        }
    }

    @Test
    void a_policy_is_named_by_its_hash() {
        assertThat(R0.ref("lim").id()).isEqualTo("R0");
        assertThat(R0.ref("scorecard").id()).isEqualTo("ledger-payment-behaviour");
        assertThat(R0.ref("rat").sha256())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(R0.ref("eval").sha256());
    }
}
