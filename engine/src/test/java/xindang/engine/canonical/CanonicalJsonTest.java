package xindang.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import xindang.engine.money.Money;
import xindang.engine.money.Rate;

class CanonicalJsonTest {

    @Test
    void members_are_sorted_by_utf_16_code_units() {
        // The order example of RFC 8785, section 3.2.3.
        Map<String, Object> members = new HashMap<>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertThat(CanonicalJson.text(members).replaceAll("\"[^\"]*\":\"([A-Z])[^\"]*\"", "$1"))
                .isEqualTo("{C,O,C,L,E,E,H}");
    }

    @Test
    void strings_use_the_shortest_escapes() {
        assertThat(CanonicalJson.text("€$\u000f\nA'B\"\\\\\"/\b\f\r\t中文😀\u007f"))
                .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\r\\t中文😀\u007f\"");
    }

    @Test
    void lone_surrogates_are_refused() {
        for (String broken : List.of("\ud83d", "\ude00", "\ud83dx", "x\ud83d")) {
            assertThatThrownBy(() -> CanonicalJson.text(broken)).hasMessageContaining("surrogate");
        }
    }

    @Test
    void numbers_other_than_int_are_strings() {
        assertThat(CanonicalJson.text(Arrays.asList(
                        -7,
                        9_007_199_254_740_993L,
                        new BigDecimal("1E+3"),
                        new BigDecimal("0.0500"),
                        Rate.of("0.50"),
                        Money.of(Currency.getInstance("CNY"), "1234.5"),
                        LocalDate.parse("2026-11-21"),
                        true,
                        null)))
                .isEqualTo("[-7,\"9007199254740993\",\"1000\",\"0.0500\",\"0.5\","
                        + "{\"amount\":\"1234.50\",\"currency\":\"CNY\"},\"2026-11-21\",true,null]");
    }

    @Test
    void a_double_has_no_canonical_form() {
        assertThatThrownBy(() -> CanonicalJson.text(1.5)).hasMessageContaining("java.lang.Double");
    }

    @Test
    void bytes_are_utf_8() {
        assertThat(CanonicalJson.bytes(Map.of("名", List.of())))
                .isEqualTo("{\"名\":[]}".getBytes(StandardCharsets.UTF_8));
    }
}
