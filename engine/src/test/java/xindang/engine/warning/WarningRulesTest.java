package xindang.engine.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.decision.RuleBook;
import xindang.engine.decision.RuleId;
import xindang.engine.money.AmountByCurrency;
import xindang.engine.money.Money;
import xindang.engine.receivable.PaymentTrend;
import xindang.gates.Requirement;

class WarningRulesTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate D = LocalDate.parse("2026-03-31");
    private static final WarningLevel ATTENTION = new WarningLevel("attention", "关注", 5);
    private static final WarningLevel WARNING = new WarningLevel("warning", "预警", 2);
    private static final WarningLevel SEVERE = new WarningLevel("severe", "严重", 1);
    private static final PaymentTrend NO_TREND = new PaymentTrend(Optional.empty(), Optional.empty(), 0, 0);

    private static Thresholds thresholds(String attention, String warning, String severe) {
        return new Thresholds(List.of(
                new Thresholds.Step(ATTENTION, new BigDecimal(attention)),
                new Thresholds.Step(WARNING, new BigDecimal(warning)),
                new Thresholds.Step(SEVERE, new BigDecimal(severe))));
    }

    private static WarningPolicy policy(Set<WarningKind> active) {
        return new WarningPolicy(
                List.of(ATTENTION, WARNING, SEVERE),
                active,
                thresholds("1", "30", "90"),
                new AmountByCurrency(Map.of("CNY", new BigDecimal("1000.00"))),
                Map.of("B", WARNING, "C", SEVERE),
                thresholds("20", "30", "50"),
                thresholds("7", "15", "30"),
                3,
                new Thresholds(List.of(new Thresholds.Step(ATTENTION, BigDecimal.ONE))));
    }

    private static final WarningPolicy ALL = policy(EnumSet.allOf(WarningKind.class));

    private static WarningFacts.Account account(Currency currency, String overdue, int days, int disputed) {
        return new WarningFacts.Account(
                Money.of(currency, "50000"), Money.of(currency, overdue), days, disputed, Optional.empty());
    }

    private static List<String> warnings(WarningFacts facts, WarningPolicy policy) {
        var out = new ArrayList<String>();
        for (var raised : WarningRules.check(WarningRules.BOOK.inForce(), facts, policy, D)) {
            out.add(raised.level().code() + " " + raised.reason().rule());
        }
        return out;
    }

    @Requirement({"EWS-03", "EWS-05"})
    @ParameterizedTest(name = "{0}: overdue {1} for {2} days gives {3}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            situation,            overdue,  days, level
            not overdue,          0,        0,    none
            one day,              1000.00,  1,    attention
            below the minimum,    999.99,   200,  none
            last day of a level,  5000.00,  29,   attention
            thirty days,          5000.00,  30,   warning
            ninety days,          5000.00,  90,   severe""")
    void overdue_items_raise_a_level_by_their_days(String situation, String overdue, int days, String level) {
        var facts = new WarningFacts(List.of(account(CNY, overdue, days, 0)), Optional.empty(), NO_TREND);
        assertThat(warnings(facts, ALL))
                .isEqualTo(level == null ? List.of() : List.of(level + " overdue-beyond-days-raises-warning@1"));
    }

    @Test
    void the_currency_overdue_longest_speaks_and_names_its_figures() {
        var facts = new WarningFacts(
                List.of(account(CNY, "5000", 5, 0), account(USD, "0.01", 45, 0), account(CNY, "1", 400, 0)),
                Optional.empty(),
                NO_TREND);
        var raised = WarningRules.check(WarningRules.BOOK.inForce(), facts, ALL, D);
        assertThat(raised).hasSize(1);
        assertThat(raised.getFirst().reason().facts())
                .isEqualTo(Map.of(
                        "maxDaysPastDue", 45, "overdue", Money.of(USD, "0.01"), "threshold", new BigDecimal("30")));
    }

    @Requirement("EWS-06")
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            grade, open,  level
            AAA,   50000, none
            B,     50000, warning
            C,     50000, severe
            C,     0,     none
            C,     -10,   none
            none,  50000, none""")
    void a_low_grade_warns_by_itself_while_something_is_owed(String grade, String open, String level) {
        var account = new WarningFacts.Account(Money.of(CNY, open), Money.zero(CNY), 0, 0, Optional.empty());
        var facts = new WarningFacts(List.of(account), Optional.ofNullable(grade), NO_TREND);
        assertThat(warnings(facts, ALL))
                .isEqualTo(level == null ? List.of() : List.of(level + " low-grade-raises-warning@1"));
    }

    @Requirement("EWS-01")
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            situation,                earlier, recent, earlier invoices, recent invoices, level
            a week slower,            3.0000,  10.0000, 3,               3,               attention
            not quite a week,         3.0000,  9.9999,  9,               9,               none
            a month slower,           0.0000,  30.0000, 9,               9,               severe
            faster,                   30.0000, 0.0000,  9,               9,               none
            too few lately,           0.0000,  30.0000, 9,               2,               none
            too few before,           0.0000,  30.0000, 2,               9,               none
            nothing before,           none,    30.0000, 0,               9,               none""")
    void paying_slower_than_before_warns(
            String situation, String earlier, String recent, int earlierInvoices, int recentInvoices, String level) {
        var trend = new PaymentTrend(
                Optional.ofNullable(recent).map(BigDecimal::new),
                Optional.ofNullable(earlier).map(BigDecimal::new),
                recentInvoices,
                earlierInvoices);
        assertThat(warnings(new WarningFacts(List.of(), Optional.empty(), trend), ALL))
                .isEqualTo(level == null ? List.of() : List.of(level + " slower-payment-raises-warning@1"));
    }

    @Test
    void disputes_of_all_currencies_count_together() {
        var none = new WarningFacts(List.of(account(CNY, "0", 0, 0)), Optional.empty(), NO_TREND);
        var one =
                new WarningFacts(List.of(account(CNY, "0", 0, 0), account(USD, "0", 0, 1)), Optional.empty(), NO_TREND);
        assertThat(warnings(none, ALL)).isEmpty();
        assertThat(warnings(one, ALL)).containsExactly("attention disputed-invoices-raise-warning@1");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            share,  level
            none,   none
            0.1999, none
            0.2000, attention
            0.3000, warning
            1.0000, severe""")
    void one_customer_with_too_large_a_share_warns(String share, String level) {
        var account = new WarningFacts.Account(
                Money.of(CNY, "1"),
                Money.zero(CNY),
                0,
                0,
                Optional.ofNullable(share).map(BigDecimal::new));
        assertThat(warnings(new WarningFacts(List.of(account), Optional.empty(), NO_TREND), ALL))
                .isEqualTo(level == null ? List.of() : List.of(level + " concentration-raises-warning@1"));
    }

    @Requirement("EWS-02")
    @Test
    void a_rule_that_is_switched_off_is_silent() {
        var facts = new WarningFacts(List.of(account(CNY, "5000", 200, 1)), Optional.of("C"), NO_TREND);
        assertThat(warnings(facts, policy(Set.of(WarningKind.LOW_GRADE))))
                .containsExactly("severe low-grade-raises-warning@1");
        assertThat(warnings(facts, policy(Set.of()))).isEmpty();
        assertThat(warnings(facts, ALL)).hasSize(3);
    }

    @Test
    void thresholds_must_rise_with_their_levels() {
        assertThatThrownBy(() -> thresholds("1", "30", "30")).hasMessageContaining("severe must lie above");
        assertThat(ALL.level("severe")).contains(SEVERE);
        assertThat(ALL.level("red")).isEmpty();
        assertThat(WarningKind.CONCENTRATION).hasToString("concentration");
    }

    /** A later idea of the same rule: a blocking level for any overdue item, whatever its amount. */
    private static final class OverdueBeyondDaysRaisesWarningRevision2 implements WarningRule {
        @Override
        public RuleId id() {
            return RuleId.of(OverdueBeyondDaysRaisesWarningRevision2.class, 2);
        }

        @Override
        public WarningKind kind() {
            return WarningKind.OVERDUE_RECORD;
        }

        @Override
        public WarningFinding check(WarningFacts facts, WarningPolicy policy, LocalDate asOf) {
            return WarningFinding.Raised.of(
                    SEVERE, id(), Map.of("overdue", facts.accounts().getFirst().overdue()));
        }
    }

    @Test
    void a_new_revision_stands_beside_the_old_one_and_the_record_chooses() {
        var book = new RuleBook<WarningRule>(
                List.of(new OverdueBeyondDaysRaisesWarningRevision2()), WarningRules.BOOK.inForce());
        var facts = new WarningFacts(List.of(account(CNY, "5.00", 3, 0)), Optional.empty(), NO_TREND);
        var recorded = List.of(RuleId.parse("overdue-beyond-days-raises-warning@1"));
        assertThat(WarningRules.check(book.revisions(recorded), facts, ALL, D)).isEmpty();
        assertThat(WarningRules.check(book.inForce(), facts, ALL, D))
                .hasSize(1)
                .allSatisfy(raised ->
                        assertThat(raised.reason().rule()).hasToString("overdue-beyond-days-raises-warning@2"));
    }
}
