package xindang.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static xindang.engine.evaluation.Cards.between;
import static xindang.engine.evaluation.Cards.line;
import static xindang.engine.evaluation.Cards.otherwise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import xindang.engine.collection.CollectionPolicy;
import xindang.engine.collection.DunningFacts;
import xindang.engine.collection.DunningLadder;
import xindang.engine.collection.DunningRules;
import xindang.engine.collection.Rung;
import xindang.engine.creditline.CreditLimit;
import xindang.engine.creditline.LimitFacts;
import xindang.engine.creditline.LimitFormula;
import xindang.engine.creditline.Policies;
import xindang.engine.evaluation.Cards;
import xindang.engine.evaluation.Characteristic;
import xindang.engine.evaluation.CompiledScorecard;
import xindang.engine.evaluation.Condition;
import xindang.engine.evaluation.EvaluationResult;
import xindang.engine.evaluation.Indicator;
import xindang.engine.evaluation.KnockOut;
import xindang.engine.evaluation.Label;
import xindang.engine.evaluation.Measure;
import xindang.engine.evaluation.MissingRule;
import xindang.engine.money.AmountByCurrency;
import xindang.engine.money.Money;
import xindang.engine.receivable.PaymentTrend;
import xindang.engine.warning.Thresholds;
import xindang.engine.warning.WarningFacts;
import xindang.engine.warning.WarningKind;
import xindang.engine.warning.WarningLevel;
import xindang.engine.warning.WarningPolicy;
import xindang.engine.warning.WarningRules;
import xindang.gates.Requirement;

class AssessmentTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate D = LocalDate.parse("2026-03-31");
    private static final WarningLevel SEVERE = new WarningLevel("severe", "严重", 1);
    private static final Thresholds NEVER = new Thresholds(List.of());

    private static CompiledScorecard card(MissingRule missingShare) {
        return CompiledScorecard.of(
                Cards.own(
                        Stream.of("weightedDaysLate", "lateShare", "maxDaysPastDue", "overdueShare")
                                .map(Indicator::number)
                                .toList(),
                        lines(missingShare),
                        new KnockOut(
                                "very-old",
                                Label.of("very old"),
                                "maxDaysPastDue",
                                Condition.Between.halfOpen(Measure.of("180"), null),
                                "C")),
                Policies.THREE);
    }

    private static List<Characteristic> lines(MissingRule missingShare) {
        return List.of(
                line(
                        "days",
                        "weightedDaysLate",
                        "40",
                        "40",
                        MissingRule.REFUSE,
                        between(null, "10", "40"),
                        otherwise("5")),
                line("share", "lateShare", "30", "30", missingShare, between(null, "0.5", "30"), otherwise("0")),
                line(
                        "oldest",
                        "maxDaysPastDue",
                        "20",
                        "20",
                        MissingRule.REFUSE,
                        between(null, "30", "20"),
                        otherwise("10")),
                line(
                        "overdue",
                        "overdueShare",
                        "10",
                        "10",
                        MissingRule.REFUSE,
                        between(null, "0.2", "10"),
                        otherwise("0")));
    }

    private static WarningPolicy warnings() {
        return new WarningPolicy(
                List.of(SEVERE),
                Set.of(WarningKind.OVERDUE_RECORD),
                new Thresholds(List.of(new Thresholds.Step(SEVERE, BigDecimal.TEN))),
                AmountByCurrency.NONE,
                Map.of(),
                NEVER,
                NEVER,
                3,
                NEVER);
    }

    private static AssessmentPolicies policies(MissingRule missingShare) {
        return new AssessmentPolicies(
                card(missingShare),
                Policies.TABLE,
                Policies.policy(
                        new LimitFormula.TermNeed(0),
                        new AmountByCurrency(Map.of("CNY", new BigDecimal("1000"))),
                        AmountByCurrency.NONE,
                        AmountByCurrency.NONE),
                warnings(),
                WarningRules.BOOK.inForce(),
                CollectionPolicy.of(
                        new DunningLadder(List.of(new Rung("phone", 7, "salesperson"))),
                        Map.of(),
                        AmountByCurrency.NONE,
                        true),
                DunningRules.BOOK.inForce());
    }

    private static CustomerFacts facts(@Nullable String days, @Nullable String share, int oldest, String overdueShare) {
        return new CustomerFacts(
                Optional.ofNullable(days).map(BigDecimal::new),
                Optional.ofNullable(share).map(BigDecimal::new),
                oldest,
                new BigDecimal(overdueShare),
                new PaymentTrend(Optional.of(new BigDecimal("2.0000")), Optional.empty(), 4, 0),
                List.of(new CustomerFacts.Account(
                        new WarningFacts.Account(
                                Money.of(CNY, "500.00"),
                                Money.of(CNY, "200.00"),
                                oldest,
                                1,
                                Optional.of(new BigDecimal("0.2500"))),
                        new LimitFacts(CNY, Money.of(CNY, "240000.00"), 12, Money.of(CNY, "900.00"), null, null, 45))));
    }

    @Requirement({"EVAL-10", "STD-12"})
    @Test
    void facts_give_score_grade_limit_term_and_warnings() {
        var assessment = Assessment.decide(facts("3.0000", "0.7000", 12, "0.4000"), policies(MissingRule.REFUSE), D);
        // 40 + 0 + 20 + 0 = 60: grade B, half the need of 30 days: 240,000 ÷ 12 × 30 ÷ 30 × 0.5
        assertThat(assessment.score()).contains(Measure.of("60"));
        assertThat(assessment.grade().orElseThrow().code()).isEqualTo("B");
        assertThat(assessment.limits().getFirst().limit()).isEqualTo(new CreditLimit.Capped(Money.of(CNY, "10000.00")));
        assertThat(assessment.limits().getFirst().termDays()).isEqualTo(OptionalInt.of(30));
        assertThat(assessment.warnings()).hasSize(1);
        assertThat(assessment.evaluation()).isInstanceOfSatisfying(EvaluationResult.Rated.class, rated -> {
            assertThat(rated.score()).isEqualTo(assessment.score().orElseThrow());
            assertThat(rated.grade()).isEqualTo(assessment.grade().orElseThrow());
        });
    }

    @Requirement("EVAL-08")
    @Test
    void the_record_holds_facts_points_steps_and_reasons() {
        var facts = facts("3.0000", "0.7000", 200, "0.1000");
        var assessment = Assessment.decide(facts, policies(MissingRule.REFUSE), D);
        String text = AssessmentRecord.of("K1", facts, assessment).line("run").text();
        assertThat(text.replaceFirst("\"sha256\":\"[0-9a-f]{64}\",", ""))
                .isEqualTo(
                        "{\"decision\":\"assessment\",\"facts\":{\"accounts\":[{\"annualSales\":{\"amount\":"
                                + "\"240000.00\",\"currency\":\"CNY\"},\"highestBalance\":{\"amount\":\"900.00\",\"currency\":\"CNY\"},"
                                + "\"maxDaysPastDue\":200,\"open\":{\"amount\":\"500.00\",\"currency\":\"CNY\"},\"openDisputed\":1,"
                                + "\"orders\":12,\"overdue\":{\"amount\":\"200.00\",\"currency\":\"CNY\"},\"portfolioShare\":\"0.2500\","
                                + "\"usualTermDays\":45}],\"lateShare\":\"0.7000\",\"maxDaysPastDue\":200,\"overdueShare\":\"0.1000\","
                                + "\"trend\":{\"earlierInvoices\":0,\"recent\":\"2.0000\",\"recentInvoices\":4},"
                                + "\"weightedDaysLate\":\"3.0000\"},\"outcome\":{\"evaluation\":{\"grade\":\"C\",\"gradeByScore\":\"B\","
                                + "\"knockOuts\":[{\"cappedAt\":\"C\",\"code\":\"very-old\",\"value\":\"200\"}],\"points\":["
                                + "{\"characteristic\":\"days\",\"of\":\"40\",\"points\":\"40\",\"value\":\"3\"},"
                                + "{\"characteristic\":\"share\",\"of\":\"30\",\"points\":\"0\",\"value\":\"0.7\"},"
                                + "{\"characteristic\":\"oldest\",\"of\":\"20\",\"points\":\"10\",\"value\":\"200\"},"
                                + "{\"characteristic\":\"overdue\",\"of\":\"10\",\"points\":\"10\",\"value\":\"0.1\"}],"
                                + "\"rated\":true,\"reasons\":[{\"below\":\"30\",\"code\":\"R-share\"},{\"below\":\"10\","
                                + "\"code\":\"R-oldest\"}],\"score\":\"60\"},\"limits\":[{\"currency\":\"CNY\",\"limit\":\"no-credit\","
                                + "\"outcome\":\"grade-allows-none\",\"steps\":[{\"operands\":{\"grade\":\"C\",\"limitFactor\":\"0\"},"
                                + "\"result\":null,\"rule\":\"gradeFactor\"}],\"termDays\":0}],\"warnings\":[{\"level\":\"severe\","
                                + "\"rule\":\"overdue-beyond-days-raises-warning@1\"}]},\"reasons\":[{\"facts\":{\"maxDaysPastDue\":200,"
                                + "\"overdue\":{\"amount\":\"200.00\",\"currency\":\"CNY\"},\"threshold\":\"10\"},"
                                + "\"rule\":\"overdue-beyond-days-raises-warning@1\"}],\"run\":\"run\",\"subject\":{\"customer\":\"K1\"}}");
    }

    @Requirement({"RAT-09", "STD-13"})
    @Test
    void without_history_there_is_no_grade_and_no_limit_and_the_record_says_why() {
        var facts = facts(null, null, 0, "0.0000");
        var assessment = Assessment.decide(facts, policies(MissingRule.REFUSE), D);
        assertThat(assessment.score()).isEmpty();
        assertThat(assessment.grade()).isEmpty();
        assertThat(AssessmentRecord.gradeCode(assessment.grade())).isEqualTo("not-rated");
        assertThat(assessment.limits().getFirst().limit()).isEqualTo(new CreditLimit.NotAssessed());
        assertThat(AssessmentRecord.of("K1", facts, assessment).line("run").text())
                .contains(
                        "\"evaluation\":{\"obstacles\":[{\"indicator\":\"weightedDaysLate\",\"value\":null,\"why\":\"MISSING\"},"
                                + "{\"indicator\":\"lateShare\",\"value\":null,\"why\":\"MISSING\"}],\"rated\":false}")
                .contains("\"limit\":\"not-assessed\",\"outcome\":\"not-rated\",\"steps\":[]}");
    }

    @Test
    void a_spread_weight_and_missing_facts_are_recorded() {
        var facts = facts("3.0000", null, 12, "0.1000");
        var assessment = Assessment.decide(facts, policies(MissingRule.REDISTRIBUTE), D);
        assertThat(assessment.score()).contains(Measure.of("100"));
        assertThat(AssessmentRecord.of("K1", facts, assessment).line("run").text())
                .contains("\"characteristic\":\"share\",\"how\":\"REDISTRIBUTED\"")
                .contains(
                        "\"redistribution\":{\"after\":\"100\",\"before\":\"70\",\"remainingWeight\":\"70\",\"totalWeight\":\"100\"}");
        var unknown = new CustomerFacts(
                facts.weightedDaysLate(),
                facts.lateShare(),
                0,
                BigDecimal.ZERO,
                facts.trend(),
                List.of(new CustomerFacts.Account(facts.accounts().getFirst().warning(), LimitFacts.unknown(CNY))));
        var lacking = Assessment.decide(unknown, policies(MissingRule.REDISTRIBUTE), D);
        assertThat(AssessmentRecord.of("K1", unknown, lacking).line("run").text())
                .contains("\"missing\":[\"ANNUAL_SALES\"],\"outcome\":\"missing-facts\"")
                .doesNotContain("annualSales");
    }

    @Test
    void dunning_records_name_rung_or_reason() {
        var policy = policies(MissingRule.REFUSE);
        assertThat(dunning(policy, "100.00", 8, false))
                .contains(
                        "\"outcome\":{\"basis\":\"by age\",\"dunned\":true,\"role\":\"salesperson\",\"rung\":\"phone\"}")
                .contains(
                        "\"facts\":{\"daysPastDue\":8,\"disputed\":false,\"grade\":\"B\",\"open\":{\"amount\":\"100.00\"")
                .contains("\"subject\":{\"customer\":\"K1\",\"invoice\":\"F1\"}");
        assertThat(dunning(policy, "100.00", 8, true))
                .contains("\"outcome\":{\"dunned\":false}")
                .contains("disputed-items-are-not-dunned@1");
        assertThat(dunning(policy, "100.00", 3, false))
                .contains("\"dunned\":false")
                .contains("\"reasons\":[]");
    }

    private static String dunning(AssessmentPolicies policy, String open, int days, boolean disputed) {
        var facts = new DunningFacts(Money.of(CNY, open), days, disputed, Optional.of("B"));
        var finding = DunningRules.check(policy.dunningRules(), facts, policy.collection(), D);
        return DunningRecord.of("K1", Map.of("invoice", "F1"), facts, finding)
                .line("run")
                .text();
    }
}
