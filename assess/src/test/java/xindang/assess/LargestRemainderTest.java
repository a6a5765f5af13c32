package xindang.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LargestRemainderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            parts,                rounded,   whole
            7.25 7.25 7.25,       8 7 7,     22
            7.25 7.26 7.25,       7 8 7,     22
            0.4 0.4 0.1,          1 0 0,     1
            0.2 0.2 0,            0 0 0,     0
            -0.5 0 0,             -1 0 0,    -1
            -2.5 1.2 0.9,         -2 1 1,    0
            5 6 7,                5 6 7,     18
            0 0 0,                0 0 0,     0""")
    void what_the_whole_lacks_goes_to_the_parts_that_lost_most(String parts, String rounded, long whole) {
        List<BigDecimal> exact = numbers(parts);
        assertThat(LargestRemainder.round(exact))
                .containsExactly(numbers(rounded).stream()
                        .mapToLong(BigDecimal::longValueExact)
                        .toArray());
        assertThat(LargestRemainder.whole(exact)).isEqualTo(whole);
    }

    private static List<BigDecimal> numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).map(BigDecimal::new).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void parts_add_up_to_the_whole_and_stay_within_a_unit(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            BigDecimal rate = BigDecimal.valueOf(1 + random.nextInt(9_999_999), random.nextInt(8));
            List<BigDecimal> parts = IntStream.range(0, 1 + random.nextInt(9))
                    .mapToObj(_ ->
                            BigDecimal.valueOf(random.nextInt(-2_000, 20_000)).multiply(rate))
                    .toList();
            long[] rounded = LargestRemainder.round(parts);
            String as = "seed " + seed + ", round " + round + ": " + parts + " gives " + Arrays.toString(rounded);
            assertThat(LongStream.of(rounded).sum()).as(as).isEqualTo(LargestRemainder.whole(parts));
            for (int i = 0; i < rounded.length; i++) {
                BigDecimal off =
                        parts.get(i).subtract(BigDecimal.valueOf(rounded[i])).abs();
                assertThat(off).as(as).isLessThan(BigDecimal.ONE);
            }
        }
    }
}
