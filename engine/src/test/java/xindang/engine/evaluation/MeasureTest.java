package xindang.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {

    @ParameterizedTest(name = "{0} is held as {1} ten-thousandths and shown as {2}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        given,              ten-thousandths,  text
        0,                  0,                0
        12.5,               125000,           12.5
        -3,                 -30000,           -3
        0.00005,            1,                0.0001
        -0.00005,           -1,               -0.0001
        0.00004999,         0,                0
        1e3,                10000000,         1000
        100000000000,       1000000000000000, 100000000000
        1e-999999999,       0,                0""")
    void holds_four_digits_rounded_half_up(String given, long raw, String text) {
        assertThat(Measure.of(given).raw()).isEqualTo(raw);
        assertThat(Measure.of(given).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000000000.0001", "-1e12", "1e999999999", "", "abc", "NaN", "1,5"})
    void refuses_what_is_no_number_or_too_large(String given) {
        assertThatThrownBy(() -> Measure.of(given)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void divides_half_up_like_big_decimal() {
        long seed = 41;
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long dividend = random.nextLong() >> random.nextInt(63);
            long divisor = 1 + random.nextLong(1L << (1 + random.nextInt(40)));
            long expected = new BigDecimal(dividend)
                    .divide(new BigDecimal(divisor), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            assertThat(Measure.divideHalfUp(dividend, divisor))
                    .as("seed %d: %d / %d", seed, dividend, divisor)
                    .isEqualTo(expected);
        }
    }
}
