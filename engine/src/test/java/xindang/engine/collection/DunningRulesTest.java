package xindang.engine.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.money.AmountByCurrency;
import xindang.engine.money.Money;
import xindang.engine.money.Rate;
import xindang.gates.Requirement;

class DunningRulesTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate D = LocalDate.parse("2026-06-30");
    private static final DunningLadder LADDER = new DunningLadder(List.of(
            new Rung("dunningNotice", 1, "salesperson"),
            new Rung("phone", 7, "salesperson"),
            new Rung("mail", 30, "creditDept"),
            new Rung("court", 90, "legal")));
    private static final CollectionPolicy POLICY = CollectionPolicy.of(
            LADDER,
            Map.of("B", Rate.of("0.5"), "C", Rate.of("0.5")),
            new AmountByCurrency(Map.of("CNY", new BigDecimal("100.00"))),
            true);

    private static DunningFinding check(
            CollectionPolicy policy, String open, int days, boolean disputed, @Nullable String grade) {
        var item = new DunningFacts(Money.of(CNY, open), days, disputed, Optional.ofNullable(grade));
        return DunningRules.check(DunningRules.BOOK.inForce(), item, policy, D);
    }

    @Requirement({"COL-01", "COL-02", "COL-09"})
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            situation,                       grade, days, rung
            due today,                       none,  0,    none
            the day after,                   none,  1,    dunningNotice
            last day of the notice,          AAA,   6,    dunningNotice
            phone,                           AAA,   7,    phone
            letter,                          A,     30,   mail
            litigation,                      A,     90,   court
            a weak grade is called earlier,  B,     3,    dunningNotice
            phone after four days,           B,     4,    phone
            letter after fifteen,            C,     15,   mail
            litigation after forty-five,     C,     45,   court""")
    void days_overdue_lead_up_the_ladder_of_the_grade(String situation, String grade, int days, String rung) {
        var finding = check(POLICY, "500.00", days, false, grade);
        if (rung == null) {
            assertThat(finding).isEqualTo(DunningFinding.PASS);
        } else {
            assertThat(finding).isInstanceOfSatisfying(DunningFinding.Reached.class, reached -> {
                assertThat(reached.rung().code()).isEqualTo(rung);
                assertThat(reached.reason().rule()).hasToString("highest-rung-reached-by-days-overdue@1");
                assertThat(reached.reason().facts()).containsEntry("daysPastDue", days);
            });
        }
    }

    @Requirement("AR-09")
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            situation,            open,   disputed, rule
            a credit line,        -500,   false,    credit-lines-are-never-dunned@1
            nothing open,         0,      false,    credit-lines-are-never-dunned@1
            a disputed item,      500,    true,     disputed-items-are-not-dunned@1
            below the minimum,    99.99,  false,    small-balances-are-not-dunned@1""")
    void some_items_are_not_dunned_and_the_rule_says_why(String situation, String open, boolean disputed, String rule) {
        assertThat(check(POLICY, open, 100, disputed, null))
                .isInstanceOfSatisfying(
                        DunningFinding.NotDunned.class,
                        not -> assertThat(not.reason().rule()).hasToString(rule));
    }

    @Test
    void a_policy_may_dun_disputed_items() {
        var policy = new CollectionPolicy(LADDER, Map.of(), AmountByCurrency.NONE, false);
        assertThat(check(policy, "0.01", 8, true, "B"))
                .isInstanceOfSatisfying(
                        DunningFinding.Reached.class,
                        reached -> assertThat(reached.rung().code()).isEqualTo("phone"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            situation,                days late, rungs reached, next rung
            one day before the first, 0,         0,             none
            on the day,               1,         0,             dunningNotice
            never skips a rung,       400,       0,             dunningNotice
            the second in its turn,   400,       1,             phone
            waits for its day,        29,        2,             none
            top of the ladder,        400,       4,             none""")
    void the_ladder_moves_one_rung_at_a_time(String situation, int days, int reached, String next) {
        assertThat(LADDER.next(reached, days).map(Rung::code)).isEqualTo(Optional.ofNullable(next));
    }

    @Test
    void a_stricter_ladder_loses_no_rung() {
        assertThat(LADDER.stricter(Rate.of("0.1")).rungs().stream().map(Rung::days))
                .containsExactly(1, 2, 3, 9);
        assertThat(LADDER.stricter(Rate.of("0.5")).rungs().stream().map(Rung::days))
                .containsExactly(1, 4, 15, 45);
        assertThat(LADDER.stricter(Rate.ONE)).isEqualTo(LADDER);
    }

    @Test
    void a_ladder_must_rise() {
        var notice = new Rung("dunningNotice", 5, "salesperson");
        assertThatThrownBy(() -> new DunningLadder(List.of())).hasMessageContaining("needs a rung");
        assertThatThrownBy(() -> new DunningLadder(List.of(notice, new Rung("phone", 5, "salesperson"))))
                .hasMessageContaining("phone must come after day 5");
        assertThatThrownBy(() -> new DunningLadder(List.of(notice, new Rung("dunningNotice", 9, "legal"))))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> new DunningLadder(List.of(new Rung("phone", 0, "x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
