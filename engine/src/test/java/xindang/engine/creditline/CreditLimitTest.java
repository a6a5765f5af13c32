package xindang.engine.creditline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.money.Money;
import xindang.gates.Requirement;

class CreditLimitTest {

    private static final Currency CNY = Currency.getInstance("CNY");

    private static CreditLimit limit(String text) {
        return switch (text) {
            case "not-assessed" -> new CreditLimit.NotAssessed();
            case "no-credit" -> new CreditLimit.NoCredit("grade-allows-none");
            case "unlimited" -> new CreditLimit.Unlimited("chairman");
            default -> new CreditLimit.Capped(Money.of(CNY, text));
        };
    }

    /** Facts of scenario A-LIM-1 with its derived boundary; "no limit is never over" is decided otherwise here (R15). */
    @ParameterizedTest(name = "limit {0}, exposure {1} + {2}: over = {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        limit,        open receivable, new amount, over
        200.00,       100.00,          0.00,       false
        200.00,       100.00,          100.00,     false
        200.00,       100.00,          100.01,     true
        200.00,       100.00,          150.00,     true
        no-credit,    100.00,          0.00,       true
        no-credit,    0.00,            0.00,       false
        no-credit,    0.00,            0.01,       true
        no-credit,    -50.00,          0.00,       false
        not-assessed, 0.00,            0.01,       true
        not-assessed, 0.00,            0.00,       false
        unlimited,    100.00,          90000000,   false""")
    @Requirement({"LIM-07", "RAT-09"})
    void only_more_than_the_limit_is_over_it(String limit, String open, String added, boolean over) {
        Money exposure = Money.of(CNY, open).plus(Money.of(CNY, added));
        assertThat(limit(limit).isExceededBy(exposure)).isEqualTo(over);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"not-assessed", "no-credit", "1234.50", "unlimited"})
    void each_state_has_its_own_text(String text) {
        assertThat(limit(text).text()).isEqualTo(text);
    }

    @Test
    void a_limit_of_nothing_is_no_limit_but_no_credit() {
        assertThatThrownBy(() -> limit("0.00")).hasMessage("a limit of 0.00 CNY is \"no credit\"");
        assertThatThrownBy(() -> limit("-5.00")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limit_and_exposure_of_two_currencies_do_not_compare() {
        var dollars = Money.of(Currency.getInstance("USD"), "1.00");
        assertThatThrownBy(() -> limit("5.00").isExceededBy(dollars)).hasMessageContaining("5.00 CNY");
    }

    @Test
    void the_columnar_rule_says_the_same_as_the_record() {
        long seed = 7;
        var random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            long limit = 1 + random.nextLong(1_000);
            long exposure = random.nextLong(2_000) - 500;
            assertThat(new CreditLimit.Capped(new Money(CNY, limit)).isExceededBy(new Money(CNY, exposure)))
                    .as("seed %d: %d against %d", seed, exposure, limit)
                    .isEqualTo(CreditLimit.exceeds(exposure, limit))
                    .isEqualTo(exposure > limit);
        }
    }
}
