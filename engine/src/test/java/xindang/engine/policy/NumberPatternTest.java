package xindang.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.Requirement;

class NumberPatternTest {

    @ParameterizedTest(name = "{0}")
    @Requirement("NUM-03")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            pattern                                  | serial  | number
            {company}-{dept}-{kind}-{yyyy}-{serial:4} | 7      | ZD-YX1-KH-2026-0007
            HT-{dept}-{yyyy}-{serial:4}              | 9999    | HT-YX1-2026-9999
            HT-{dept}-{yyyy}-{serial:4}              | 10000   | HT-YX1-2026-10000
            浙信〔{yyyy}〕{serial:1}号                 | 12      | 浙信〔2026〕12号
            {serial:9}                               | 1       | 000000001""")
    void a_number_is_its_pattern_with_the_tokens_filled_in(String pattern, int serial, String number) {
        var values = new NumberPattern.Values(Optional.of("ZD"), Optional.of("YX1"), "KH", 2026, serial);
        assertThat(new NumberPattern(pattern).number(values)).isEqualTo(number);
    }

    @ParameterizedTest(name = "{0} per department {1}: {2}")
    @Requirement("NUM-03")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', nullValues = "none", textBlock = """
            pattern              | per department | faults
            A-{dept}-{serial:4}  | true           | none
            A-{serial:4}         | false          | none
            A-{serial:4}         | true           | no-department
            A-{yyyy}             | false          | no-serial
            A-{serial}           | false          | unknown-token no-serial
            A-{serial:0}         | false          | unknown-token no-serial
            {Yyyy}{serial:4}     | false          | unknown-token
            {}{serial:4}         | false          | unknown-token
            A-{serial:4          | false          | loose-brace unfit-character no-serial
            A}-{serial:4}        | false          | loose-brace
            A B-{serial:4}       | false          | unfit-character
            A\u202eB{serial:4}   | false          | unfit-character
            =cmd'!{serial:4}     | false          | unfit-character""")
    void what_no_number_can_be_formed_by_is_refused(String pattern, boolean perDepartment, String faults) {
        String found = new NumberPattern(pattern)
                .faults(perDepartment).stream()
                        .map(fault -> fault.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(faults == null ? "" : faults);
    }
}
