package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.engine.receivable.PaymentTerm;

final class TermsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            text             | months | days
            net 30           |        | 30
            Net30            |        | 30
            NET 30 DAYS      |        | 30
            30 days          |        | 30
            30天             |        | 30
            30               |        | 30
            N30              |        | 30
            n/60             |        | 60
            账期45天         |        | 45
            30日             |        | 30
            票到30天         |        | 30
            货到30天内付款   |        | 30
            ３０天           |        | 30
            2/10 net 30      |        | 30
            2/10, n/30       |        | 30
            2% 10 net 30     |        |
            COD              |        | 0
            现结             |        | 0
            货到付款         |        | 0
            due on receipt   |        | 0
            月结30天         | 0      | 30
            月结 60          | 0      | 60
            月结             | 0      | 0
            EOM+30           | 0      | 30
            EOM              | 0      | 0
            end of month 30  | 0      | 30
            30 days EOM      | 0      | 30
            次月结           | 1      | 0
            月结2个月        | 2      | 0
            NA32             |        |
            9999             |        |
            soon             |        |""")
    void a_term_is_read_or_left_unknown(String text, Integer months, Integer days) {
        PaymentTerm expected = days == null
                ? null
                : months == null ? new PaymentTerm.Net(days) : new PaymentTerm.EndOfMonth(months, days);
        assertThat(Terms.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-5", "30 days after the ship has left the port of origin and arrived at the port of", "∞"})
    void nonsense_is_unknown(String text) {
        assertThat(Terms.parse(text)).isNull();
    }
}
