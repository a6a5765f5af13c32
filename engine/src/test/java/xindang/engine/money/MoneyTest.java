package xindang.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            currency, decimal,                minor
            CNY,      1234.50,                123450
            CNY,      1234.5,                 123450
            CNY,      -0.01,                  -1
            CNY,      1.2500000,              125
            JPY,      500,                    500
            KWD,      1.234,                  1234
            CNY,      92233720368547758.07,   9223372036854775807""")
    void an_amount_is_whole_minor_units_of_its_currency(String currency, String decimal, long minor) {
        assertThat(Money.of(Currency.getInstance(currency), decimal).minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"CNY,0.001", "JPY,0.5", "CNY,92233720368547758.08"})
    void excess_decimals_and_overflow_are_refused(String currency, String decimal) {
        assertThatThrownBy(() -> Money.of(Currency.getInstance(currency), decimal))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void two_currencies_never_mix() {
        Money yuan = Money.of(CNY, "1");
        Money dollar = Money.of(USD, "1");
        assertThatThrownBy(() -> yuan.plus(dollar)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> yuan.minus(dollar)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> yuan.compareTo(dollar)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> yuan.min(dollar)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sum_that_does_not_fit_is_an_error_not_a_wrong_figure() {
        Money most = new Money(CNY, Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Money(CNY, 1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(CNY, Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(CNY, Long.MIN_VALUE).minus(new Money(CNY, 1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount, rate,  mode,    result
            100.00, 0.8,   HALF_UP, 80.00
            0.05,   0.5,   HALF_UP, 0.03
            0.05,   0.5,   DOWN,    0.02
            -0.05,  0.5,   FLOOR,   -0.03""")
    void a_rate_is_applied_with_a_named_rounding(String amount, String rate, RoundingMode mode, String result) {
        assertThat(Money.of(CNY, amount).times(Rate.of(rate), mode)).isEqualTo(Money.of(CNY, result));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 20260101})
    void sums_and_texts_agree_with_decimals(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            Money a = new Money(CNY, random.nextLong(-1L << 60, 1L << 60));
            Money b = new Money(CNY, random.nextLong(-1L << 60, 1L << 60));
            assertThat(a.plus(b).amount())
                    .as("seed %d", seed)
                    .isEqualTo(a.amount().add(b.amount()));
            assertThat(a.minus(b)).as("seed %d", seed).isEqualTo(a.plus(b.negated()));
            assertThat(Money.of(CNY, a.decimal())).as("seed %d", seed).isEqualTo(a);
            assertThat(a.min(b).minor()).as("seed %d", seed).isEqualTo(Math.min(a.minor(), b.minor()));
        }
    }

    @Test
    void an_amount_prints_with_its_digits_and_its_currency() {
        assertThat(Money.of(CNY, "1234.5")).hasToString("1234.50 CNY");
        assertThat(Money.of(Currency.getInstance("JPY"), "-7").decimal()).isEqualTo("-7");
        assertThat(Money.zero(CNY).isZero()).isTrue();
        assertThat(Money.zero(CNY).isPositive()).isFalse();
        assertThat(Money.of(CNY, "0.01").isPositive()).isTrue();
        assertThat(Money.digits(Currency.getInstance("XAU"))).isEqualTo(2);
    }

    @Test
    void a_rounded_amount_names_its_direction() {
        assertThat(Money.rounded(CNY, new BigDecimal("1.005"), RoundingMode.HALF_UP)
                        .decimal())
                .isEqualTo("1.01");
        assertThat(Money.rounded(CNY, new BigDecimal("1.005"), RoundingMode.DOWN)
                        .decimal())
                .isEqualTo("1.00");
    }

    @Test
    void rates_are_equal_when_their_numbers_are() {
        assertThat(Rate.of("0.50")).isEqualTo(Rate.of("0.5")).hasToString("0.5");
        assertThat(Rate.of("0.00")).isEqualTo(Rate.ZERO);
        assertThat(Rate.percent("80")).isEqualTo(Rate.of("0.8"));
        assertThat(Rate.ofParts(1, 3, 4, RoundingMode.HALF_UP)).isEqualTo(Rate.of("0.3333"));
        assertThat(Rate.of("0.8").times(Rate.of("0.5"))).isEqualTo(Rate.of("0.4"));
        assertThat(Rate.ONE.compareTo(Rate.of("0.9"))).isPositive();
        assertThat(Rate.of("1e2")).hasToString("100");
    }
}
