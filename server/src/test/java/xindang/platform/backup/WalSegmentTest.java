package xindang.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalSegmentTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            segment,                  next
            000000010000000000000001, 000000010000000000000002
            00000001000000000000000F, 000000010000000000000010
            0000000100000000000000FF, 000000010000000100000000
            0000000A00000001000000FE, 0000000A00000001000000FF""")
    void segments_follow_one_another(String segment, String next) {
        assertThat(WalSegment.of(segment).name()).isEqualTo(segment);
        assertThat(WalSegment.of(segment).next().name()).isEqualTo(next);
        assertThat(WalSegment.of(segment)).isLessThan(WalSegment.of(next));
    }
}
