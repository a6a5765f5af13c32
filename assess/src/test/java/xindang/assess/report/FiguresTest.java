package xindang.assess.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How numbers are written. */
class FiguresTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        currency | minor                | amount                      | alone
        CNY      | 0                    | 0.00                        | ¥0.00
        CNY      | 5                    | 0.05                        | ¥0.05
        CNY      | 123456789            | 1,234,567.89                | ¥1,234,567.89
        CNY      | -6047400             | -60,474.00                  | -¥60,474.00
        CNY      | -99999               | -999.99                     | -¥999.99
        JPY      | 1000                 | 1,000                       | JPY 1,000
        KWD      | 1234567              | 1,234.567                   | KWD 1,234.567
        USD      | -9223372036854775808 | -92,233,720,368,547,758.08  | USD -92,233,720,368,547,758.08""")
    void amounts_have_separators_and_the_digits_of_their_currency(
            String currency, long minor, String amount, String alone) {
        assertThat(Figures.money(Currency.getInstance(currency), minor)).isEqualTo(amount);
        assertThat(Figures.moneyWithUnit(Currency.getInstance(currency), minor).replace('\u00a0', ' '))
                .isEqualTo(alone);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        minor,          language, shown
        99999,          zh,       1000
        123456,         zh,       1235
        1234567,        zh,       1.23万
        1632917262,     zh,       '1,632.9万'
        1661086546000,  zh,       166.1亿
        -1979524,       zh,       -1.98万
        101884222759,   en,       1.02bn
        6534070,        en,       65.3k""")
    void chart_labels_use_the_large_units_of_the_language(long minor, String language, String shown) {
        String label = Figures.brief(Currency.getInstance("CNY"), minor, Words.of(language));
        assertThat(label.replace("1,000", "1000").replace("1,235", "1235")).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        part, whole, percent
        1,    8,     12.5%
        1,    3,     33.3%
        2,    3,     66.7%
        -1,   200,   -0.5%
        5,    0,     —
        5,    -10,   —""")
    void shares_have_one_decimal_and_are_unknown_without_a_whole(long part, long whole, String percent) {
        assertThat(Figures.percent(part, whole)).isEqualTo(percent);
    }
}
