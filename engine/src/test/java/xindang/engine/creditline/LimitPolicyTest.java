package xindang.engine.creditline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.creditline.LimitFacts.Fact;
import xindang.engine.creditline.LimitFormula.AverageOrderTimesPeriod;
import xindang.engine.creditline.LimitFormula.BalancePeak;
import xindang.engine.creditline.LimitFormula.LowestOf;
import xindang.engine.creditline.LimitFormula.NetWorthShare;
import xindang.engine.creditline.LimitFormula.SalesShare;
import xindang.engine.creditline.LimitFormula.TermNeed;
import xindang.engine.creditline.LimitFormula.WorkingCapitalShare;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.Label;
import xindang.engine.money.AmountByCurrency;
import xindang.engine.money.Money;
import xindang.engine.money.Rate;
import xindang.gates.Requirement;

class LimitPolicyTest {

    private static final Currency CNY = Currency.getInstance("CNY");

    private static AmountByCurrency cny(@Nullable String amount) {
        return amount == null ? AmountByCurrency.NONE : new AmountByCurrency(Map.of("CNY", new BigDecimal(amount)));
    }

    private static Money money(String amount) {
        return Money.of(CNY, amount);
    }

    private static LimitFormula formula(String name) {
        return switch (name) {
            case "salesShare 15%" -> new SalesShare(Rate.percent("15"));
            case "termNeed +15" -> new TermNeed(15);
            case "averageOrder" -> new AverageOrderTimesPeriod();
            case "balancePeak x1.2" -> new BalancePeak(Rate.of("1.2"));
            case "netWorth 10%" -> new NetWorthShare(Rate.percent("10"));
            case "workingCapital 20%" -> new WorkingCapitalShare(Rate.percent("20"));
            case "lowest of peak and need" -> new LowestOf(List.of(new BalancePeak(Rate.of("1.2")), new TermNeed(15)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** One year's sales 1,200,000.00 in 24 orders, highest balance 250,000.00, net worth 3,000,000.00, usual term 45 days. */
    private static LimitFacts facts() {
        return new LimitFacts(
                CNY, money("1200000.00"), 24, money("250000.00"), money("3000000.00"), money("-1.00"), 45);
    }

    @ParameterizedTest(name = "{0}, grade {1}: {2}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        formula,              grade, limit,      outcome,            term
        salesShare 15%,       A,     180000.00,  proposed,           45
        salesShare 15%,       B,     90000.00,   proposed,           30
        salesShare 15%,       C,     no-credit,  grade-allows-none,  0
        termNeed +15,         A,     350000.00,  proposed,           45
        termNeed +15,         B,     75000.00,   proposed,           30
        averageOrder,         A,     300000.00,  proposed,           45
        averageOrder,         B,     50000.00,   proposed,           30
        balancePeak x1.2,     A,     300000.00,  proposed,           45
        balancePeak x1.2,     B,     150000.00,  proposed,           30
        netWorth 10%,         A,     300000.00,  proposed,           45
        workingCapital 20%,   A,     no-credit,  no-base,            0
        lowest of peak and need, A,    300000.00, proposed,           45
        lowest of peak and need, B,    75000.00,  proposed,           30""")
    @Requirement({"LIM-10", "EVAL-10", "LIM-09"})
    void a_limit_is_proposed_by_formula_and_grade(
            String formula, String grade, String limit, String outcome, int term) {
        LimitPolicy policy =
                Policies.policy(formula(formula), cny("1000.00"), AmountByCurrency.NONE, AmountByCurrency.NONE);
        LimitProposal proposal =
                policy.propose(facts(), Policies.TABLE.byCode(grade).orElseThrow());
        assertThat(proposal.limit().text()).isEqualTo(limit);
        assertThat(proposal.outcome()).isEqualTo(outcome);
        assertThat(proposal.termDays()).isEqualTo(OptionalInt.of(term));
    }

    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        situation,              sales,      step,    at most,   at least, limit
        rounded down,           33333.33,   1000.00, -,         -,        4000.00
        no step: whole fen,     33333.33,   -,       -,         -,        4999.99
        exactly one step,       6666.67,    1000.00, -,         -,        1000.00
        less than one step,     6666.66,    1000.00, -,         -,        no-credit
        kept at the most,       1000000.00, 1000.00, 120000.50, -,        120000.00
        raised to the least,    6666.67,    1000.00, -,         5000.00,  5000.00
        nothing is not raised,  0.00,       1000.00, -,         5000.00,  no-credit
        returns exceed sales,   -100.00,    1000.00, -,         5000.00,  no-credit""")
    @Requirement("LIM-10")
    void bounds_and_steps(
            String situation,
            String sales,
            @Nullable String step,
            @Nullable String most,
            @Nullable String least,
            String limit) {
        LimitPolicy policy = Policies.policy(new SalesShare(Rate.percent("15")), cny(step), cny(most), cny(least));
        var facts = new LimitFacts(CNY, money(sales), null, null, null, null, null);
        assertThat(policy.propose(facts, Policies.row("A", "1", 90)).limit().text())
                .isEqualTo(limit);
    }

    @ParameterizedTest(name = "{0} without facts misses {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        formula,            missing
        salesShare 15%,     ANNUAL_SALES
        termNeed +15,       ANNUAL_SALES
        averageOrder,       ANNUAL_SALES
        balancePeak x1.2,   HIGHEST_BALANCE
        netWorth 10%,       NET_WORTH
        workingCapital 20%, WORKING_CAPITAL""")
    @Requirement("LIM-10")
    void without_facts_nothing_is_assessed_and_the_missing_fact_is_named(String formula, Fact missing) {
        LimitPolicy policy = Policies.policy(formula(formula), cny(null), AmountByCurrency.NONE, AmountByCurrency.NONE);
        LimitProposal proposal = policy.propose(LimitFacts.unknown(CNY), Policies.row("A", "1", 90));
        assertThat(proposal.limit()).isEqualTo(new CreditLimit.NotAssessed());
        assertThat(proposal.outcome()).isEqualTo("missing-facts");
        assertThat(proposal.missing()).containsExactly(missing);
        assertThat(proposal.termDays()).isEmpty();
    }

    @Test
    @Requirement("RAT-09")
    void a_customer_without_a_grade_is_not_assessed() {
        LimitPolicy policy = Policies.policy(new TermNeed(0), cny(null), AmountByCurrency.NONE, AmountByCurrency.NONE);
        LimitProposal proposal = policy.propose(facts(), null);
        assertThat(proposal.limit()).isEqualTo(new CreditLimit.NotAssessed());
        assertThat(proposal.outcome()).isEqualTo("not-rated");
    }

    @Test
    @Requirement("LIM-10")
    void every_step_shows_its_numbers() {
        LimitPolicy policy = Policies.policy(new TermNeed(15), cny("1000.00"), cny("60000.00"), AmountByCurrency.NONE);
        LimitProposal proposal =
                policy.propose(facts(), Policies.TABLE.byCode("B").orElseThrow());
        assertThat(proposal.steps())
                .extracting(step -> step.rule() + " "
                        + step.operands().stream()
                                .map(LimitFormula.Operand::value)
                                .toList() + " = " + step.result())
                .containsExactly(
                        "termNeed [1200000.00, 12, 30, 15, 30] = 150000.00 CNY",
                        "gradeFactor [B, 0.5] = 75000.00 CNY",
                        "atMost [60000.00] = 60000.00 CNY",
                        "roundTo [1000.00] = 60000.00 CNY");
    }

    @Test
    void a_limit_never_exceeds_what_was_computed() {
        long seed = 11;
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            Money sales = new Money(CNY, random.nextLong(1_000_000_000_000L));
            Rate factor = new Rate(BigDecimal.valueOf(1 + random.nextInt(100), 2));
            int days = random.nextInt(120);
            LimitPolicy policy =
                    Policies.policy(new TermNeed(15), cny("500.00"), AmountByCurrency.NONE, AmountByCurrency.NONE);
            var facts = new LimitFacts(CNY, sales, null, null, null, null, null);
            LimitProposal proposal = policy.propose(facts, Policies.row("A", factor.toString(), days));
            if (proposal.limit() instanceof CreditLimit.Capped(var amount)) {
                // limit × 360 <= sales × (days + 15) × factor, exactly
                BigDecimal computed =
                        sales.amount().multiply(BigDecimal.valueOf(days + 15)).multiply(factor.value());
                assertThat(amount.amount().multiply(BigDecimal.valueOf(360)))
                        .as("seed %d: %s, %s, %d days", seed, sales, factor, days)
                        .isLessThanOrEqualTo(computed);
                assertThat(amount.minor() % 50_000).isZero();
            }
        }
    }

    @ParameterizedTest(name = "place {0} on the master scale gets the row {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        place, row
        1,     A
        4,     A
        5,     B
        7,     B
        8,     C
        10,    C""")
    @Requirement({"RAT-04", "RAT-03"})
    void grades_of_another_scale_find_their_row_by_place(int place, String row) {
        var grade = new Grade("A", Label.of("A"), place, null);
        assertThat(Policies.TABLE.rowFor(grade).grade()).isEqualTo(row);
    }

    @Test
    void a_policy_table_needs_one_row_per_grade() {
        assertThatThrownBy(() -> new GradePolicyTable(Policies.THREE, List.of(Policies.row("A", "1", 90))))
                .hasMessage("the policy table has rows for [A], scale three has grades [A, B, C]");
    }

    @ParameterizedTest(name = "1000 in {0} is {1}")
    @CsvSource({"CNY, 900.00", "JPY, 1000", "USD, 1000.50"})
    void a_threshold_holds_in_its_own_currency_or_by_the_general_entry(String currency, String amount) {
        var threshold = new AmountByCurrency(
                Map.of("CNY", new BigDecimal("900.00"), AmountByCurrency.ANY_OTHER, new BigDecimal("1000.5")));
        Currency iso = Currency.getInstance(currency);
        assertThat(threshold.in(iso)).contains(Money.of(iso, amount));
        assertThat(AmountByCurrency.NONE.in(iso)).isEmpty();
    }
}
