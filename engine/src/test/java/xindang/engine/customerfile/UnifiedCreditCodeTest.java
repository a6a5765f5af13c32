package xindang.engine.customerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedCreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            text,                   fault
            91110000600037341L,     none
            9 1 110000 600037341L,  none
            91110000-600037341l,    none
            12345,                  LENGTH
            91110000600037341LL,    LENGTH
            91110000600037341O,     SIGN
            9111000060003734一L,    SIGN
            9111000A600037341L,     REGION
            91A10000600037341L,     REGION
            91110000600037341K,     CHECK_SIGN
            A1110000600037341L,     CHECK_SIGN
            91350211M00013FA1N,     CHECK_SIGN""")
    void a_text_is_a_code_or_says_what_is_wrong(String text, UnifiedCreditCode.Fault fault) {
        assertThat(UnifiedCreditCode.fault(text)).isEqualTo(Optional.ofNullable(fault));
        assertThat(UnifiedCreditCode.parse(text).isEmpty()).isEqualTo(fault != null);
    }

    @Test
    void a_code_is_kept_without_separators() {
        assertThat(UnifiedCreditCode.parse("9111 0000-60003734 1l"))
                .hasValueSatisfying(code -> assertThat(code).hasToString("91110000600037341L"));
        assertThatThrownBy(() -> new UnifiedCreditCode("9111 0000600037341L"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnifiedCreditCode("12345")).hasMessageContaining("12345");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_check_sign_finds_every_single_error_and_every_swap(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            String code = anyCode(random);
            assertThat(UnifiedCreditCode.fault(code))
                    .as("seed %d: %s", seed, code)
                    .isEmpty();
            int at = random.nextInt(8, 17);
            var broken = new StringBuilder(code);
            broken.setCharAt(at, ALPHABET.charAt((ALPHABET.indexOf(code.charAt(at)) + 1 + random.nextInt(30)) % 31));
            assertThat(UnifiedCreditCode.fault(broken.toString()))
                    .as("seed %d: %s", seed, broken)
                    .isPresent();
            String swapped = code.substring(0, at - 1) + code.charAt(at) + code.charAt(at - 1) + code.substring(at + 1);
            assertThat(UnifiedCreditCode.fault(swapped).isPresent())
                    .as("seed %d: %s", seed, swapped)
                    .isEqualTo(!swapped.equals(code));
        }
    }

    private static String anyCode(SplittableRandom random) {
        var code = new StringBuilder("91");
        for (int i = 0; i < 6; i++) {
            code.append(random.nextInt(10));
        }
        for (int i = 0; i < 9; i++) {
            code.append(ALPHABET.charAt(random.nextInt(31)));
        }
        return code.append(UnifiedCreditCode.checkSign(code.toString())).toString();
    }
}
