package xindang.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.Requirement;

class CapitalAmountTest {

    private static final Currency CNY = Currency.getInstance("CNY");

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "0, 零元整",
        "0.05, 伍分",
        "0.50, 伍角",
        "0.1, 壹角",
        "1, 壹元整",
        "10, 壹拾元整",
        "10.05, 壹拾元零伍分",
        "10.01, 壹拾元零壹分",
        "105, 壹佰零伍元整",
        "1005.10, 壹仟零伍元壹角",
        "1024, 壹仟零贰拾肆元整",
        "2421.02, 贰仟肆佰贰拾壹元零贰分",
        "10010.10, 壹万零壹拾元壹角",
        "20000, 贰万元整",
        "67556.32, 陆万柒仟伍佰伍拾陆元叁角贰分",
        "100000, 壹拾万元整",
        "100111.11, 壹拾万零壹佰壹拾壹元壹角壹分",
        "1000050, 壹佰万零伍拾元整",
        "1286000.50, 壹佰贰拾捌万陆仟元伍角",
        "4000000, 肆佰万元整",
        "100001000, 壹亿零壹仟元整",
        "200000000, 贰亿元整",
        "1000000000.00, 壹拾亿元整",
        "1000000000000, 壹万亿元整",
        "1000200000000, 壹万零贰亿元整",
        "9999999999999999.99, 玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"
    })
    @Requirement("QUA-04")
    void an_amount_of_yuan_is_written_in_capitals(String amount, String words) {
        assertThat(CapitalAmount.of(Money.of(CNY, amount))).isEqualTo("人民币" + words);
    }

    @Test
    void what_cannot_be_written_is_refused() {
        assertThatThrownBy(() -> CapitalAmount.of(Money.of(CNY, "-1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CapitalAmount.of(Money.of(CNY, "10000000000000000")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CapitalAmount.of(Money.of(Currency.getInstance("USD"), "1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
