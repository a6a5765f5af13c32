package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AmountsTest {

    @ParameterizedTest(name = "{0} = {1} {2}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
            cell               | minor units       | currency
            1234.5             | 123450            |
            1234               | 123400            |
            -1234.50           | -123450           |
            1,234.50           | 123450            |
            1,234,567.89       | 123456789         |
            12,345             | 1234500           |
            1 234.50           | 123450            |
            1'234.50           | 123450            |
            12.5000            | 1250              |
            .5                 | 50                |
            5.                 | 500               |
            0                  | 0                 |
            ¥1,234.50          | 123450            | ¥
            ￥1,234.50         | 123450            | ¥
            -¥60.00            | -6000             | ¥
            ¥-60.00            | -6000             | ¥
            $60                | 6000              | $
            US$60.00           | 6000              | USD
            HK$60              | 6000              | HKD
            USD 1,200.00       | 120000            | USD
            1200 EUR           | 120000            | EUR
            €1200              | 120000            | EUR
            RMB 60             | 6000              | CNY
            人民币1,234.50元   | 123450            | CNY
            1234.50元          | 123450            | 元
            60.00元整          | 6000              | 元
            12.5万元           | 12500000          | 元
            12.5万             | 12500000          |
            1.2亿元            | 12000000000       | 元
            (60.00)            | -6000             |
            （60.00）          | -6000             |
            (¥60.00)           | -6000             | ¥
            60-                | -6000             |
            60.00 CR           | -6000             |
            +60                | 6000              |
            －６０．５０       | -6050             |
            １，２３４．５０   | 123450            |
            1.2e3              | 120000            |
            1.2E+05            | 12000000          |
            12E-1              | 120               |
            000000000000000000000012.50 | 1250     |
            1000000000000000   | 100000000000000000 |""")
    void a_cell_is_read_as_the_amount_it_means(String cell, long minor, String currency) {
        Amounts amounts = new Amounts();
        assertThat(parse(amounts, cell, false)).isEqualTo(Amounts.Status.GOOD);
        assertThat(amounts.minor(2, 0)).isEqualTo(minor);
        assertThat(currency(amounts.mark())).isEqualTo(currency == null ? "" : currency);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
            cell        | minor units
            1.234,50    | 123450
            1234,5      | 123450
            1 234,50    | 123450
            1.234       | 123400
            1.234.567   | 123456700
            -0,01       | -1
            €1.234,50   | 123450
            1.234,50-   | -123450""")
    void with_a_decimal_comma_the_point_groups(String cell, long minor) {
        Amounts amounts = new Amounts();
        assertThat(parse(amounts, cell, true)).isEqualTo(Amounts.Status.GOOD);
        assertThat(amounts.minor(2, 0)).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.234,50", "12,50", "1,23,456.00", "1,2345", "1,234,56", "12..5", "1-2", "--5", "-(5)", "(5", "5)",
                "((5))", "abc", "12 abc", "1.2.3", "½", "٣٤", "1e5e5", "0x10", "¥ $ 5", "1,234 567.00", "2025-03-04",
                ",123", "1,", "1 2", "NaN1", "Infinity"
            })
    void what_contradicts_the_style_is_never_misread(String cell) {
        assertThat(parse(new Amounts(), cell, false)).isEqualTo(Amounts.Status.BAD);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            cell,                     digits, header exponent, minor units
            12.345,                   2,      0,               excess
            12.345,                   3,      0,               12345
            12.5,                     0,      0,               excess
            12,                       0,      0,               12
            0.0001,                   2,      4,               100
            0.0000001,                2,      4,               excess
            12.34567,                 2,      4,               12345670
            1000000000000000.01,      2,      0,               too large
            99999999999999999999999,  2,      0,               too large
            1e30,                     2,      0,               too large
            0.12345678901234567890123,2,      0,               excess
            1e-30,                    2,      0,               excess
            1000000000000,            2,      4,               too large
            0e0,                      2,      0,               0""")
    void minor_units_are_exact_or_refused(String cell, int digits, int exponent, String expected) {
        Amounts amounts = new Amounts();
        assertThat(parse(amounts, cell, false)).isEqualTo(Amounts.Status.GOOD);
        long minor = amounts.minor(digits, exponent);
        assertThat(minor == Amounts.EXCESS_DECIMALS ? "excess" : minor == Amounts.TOO_LARGE ? "too large" : "" + minor)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'',MISSING", "NULL,MISSING", "n/a,MISSING", "-,DASH", "--,DASH", "—,DASH", "－,DASH"})
    void words_for_nothing_are_told_apart(String cell, Amounts.Status status) {
        assertThat(parse(new Amounts(), cell, false)).isEqualTo(status);
    }

    private static String currency(int mark) {
        return switch (mark) {
            case Currencies.NONE -> "";
            case Currencies.YEN_SIGN -> "¥";
            case Currencies.DOLLAR_SIGN -> "$";
            case Currencies.YUAN_WORD -> "元";
            default -> Currencies.at(mark).getCurrencyCode();
        };
    }

    private static Amounts.Status parse(Amounts amounts, String cell, boolean comma) {
        byte[] b = ("9" + cell + "9").getBytes(StandardCharsets.UTF_8);
        return amounts.parse(b, 1, b.length - 1, comma);
    }
}
