package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RowRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation                              | amount | settled on | settled | open  | day        | settled amount
            nothing settled                        | 100    |            |         |       | -          | 0
            a day alone settles all                | 100    | 2025-02-10 |         |       | 2025-02-10 | 10000
            part payment with its day              | 100    | 2025-02-10 | 40      |       | 2025-02-10 | 4000
            part payment of unknown day            | 100    |            | 40      |       | -          | 4000
            what is open tells what is settled     | 100    |            |         | 30    | -          | 7000
            open amount and day of settlement      | 100    | 2025-02-10 |         | 30    | 2025-02-10 | 7000
            nothing open                           | 100    |            |         | 0     | -          | 10000
            all open                               | 100    | 2025-02-10 |         | 100   | -          | 0
            a dash is accounting for zero          | 100    |            |         | -     | -          | 10000
            a dash settled                         | 100    |            | -       |       | -          | 0
            settled and open add up                | 100    |            | 40      | 60    | -          | 4000
            fully settled on an unknown day        | 100    |            | 是      |       | -          | 10000
            not settled                            | 100    |            | 否      |       | -          | 0
            overpaid                               | 100    | 2025-02-10 | 120     |       | 2025-02-10 | 12000
            credit line settled                    | -100   | 2025-02-10 |         |       | 2025-02-10 | -10000
            credit line, part open                 | -100   |            |         | -60   | -          | -4000
            settled on a day, nothing to settle    | 0      | 2025-02-10 |         |       | 2025-02-10 | 0""")
    void settlement_is_what_day_amount_and_open_amount_say(
            String situation,
            String amount,
            @Nullable String settledOn,
            @Nullable String settled,
            @Nullable String open,
            String day,
            String expected) {
        Ledger ledger = Ledgers.read("客户,发票号,到期日,金额,核销日期,已核销金额,未核销金额\nC,I,2025-01-31," + amount + "," + text(settledOn)
                + "," + text(settled) + "," + text(open) + "\n");
        assertThat(Ledgers.rejects(ledger)).isEmpty();
        long minor = Long.parseLong(amount) * 100;
        assertThat(Ledgers.rows(ledger))
                .containsExactly("C I - 2025-01-31 " + day + " " + minor + " " + expected + " CNY");
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
            row                                    | reject
            ,I,2025-01-31,1,CNY,,                  | 2 customer missing-customer
            C,I,2025-01-31,,CNY,,                  | 2 amount missing-amount
            C,I,2025-01-31,abc,CNY,,               | 2 amount bad-amount abc
            C,I,2025-01-31,1.005,CNY,,             | 2 amount excess-decimals 1.005
            C,I,2025-01-31,1.5,JPY,,               | 2 amount excess-decimals 1.5
            C,I,2025-01-31,1e16,CNY,,              | 2 amount amount-too-large 1e16
            C,I,2025-02-30,1,CNY,,                 | 2 due bad-date 2025-02-30
            C,I,0000-00-00,1,CNY,,                 | 2 due bad-date 0000-00-00
            C,I,,1,CNY,,                           | 2 due missing-date
            C,I,,1,CNY,,net 30                     | 2 issued missing-date
            C,I,,1,CNY,,whenever                   | 2 term unknown-term whenever
            C,I,2025-01-31,1,ABC,,                 | 2 currency unknown-currency ABC
            C,I,2025-01-31,1,XTS,,                 | 2 currency unknown-currency XTS
            C,I,2025-01-31,USD 1,CNY,,             | 2 amount currency-conflict USD 1
            C,I,2025-01-31,1,CNY,maybe,            | 2 disputed bad-disputed maybe
            C,I,2025-01-31                         | 2 row too-few-columns C,I,2025-01-31
            合计,,,100,,,                          | 2 row total-row 合计,,,100,,,
            ,,合 计,100,,,                         | 2 row total-row ,,合 计,100,,,
            Grand Total,,,100,,,                   | 2 row total-row Grand Total,,,100,,,
            C 小计,,,100,,,                        | 2 row total-row C 小计,,,100,,,
            客户,发票号,到期日,金额,币种,争议,账期 | 2 row repeated-header 客户,发票号,到期日,金额,币种,争议,账期
            C,"I,2025-01-31,1,CNY,,                | 2 row unclosed-quote C,"I,2025-01-31,1,CNY,,""")
    void a_bad_row_is_rejected_with_its_code(String row, String reject) {
        Ledger ledger = Ledgers.read("客户,发票号,到期日,金额,币种,争议,账期\n" + row + "\n", ReadingOptions.NONE);
        assertThat(Ledgers.rejects(ledger).stream().map(String::strip)).containsExactly(reject.strip());
        assertThat(ledger.rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",,,,,,", " , ,\t,,,,", "\"\",\"\",,,,,"})
    void blank_rows_are_skipped_silently(String row) {
        Ledger ledger = Ledgers.read("客户,发票号,到期日,金额,币种,争议,账期\n" + row + "\nC,I,2025-01-31,1,CNY,,\n");
        assertThat(ledger.rejects()).isEmpty();
        assertThat(ledger.line(0)).isEqualTo(3);
    }

    @Test
    void a_settled_amount_of_the_other_sign_is_rejected() {
        Ledger ledger = Ledgers.read("客户,到期日,金额,已核销金额\nC,2025-01-31,100,-5\nD,2025-01-31,-100,5\n");
        assertThat(Ledgers.rejects(ledger))
                .containsExactly("2 settledAmount settled-sign -5", "3 settledAmount settled-sign 5");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            cell,      disputed
            是,        true
            Y,         true
            TRUE,      true
            1,         true
            有争议,    true
            质量争议,  true
            x,         true
            350.00,    true
            否,        false
            n,         false
            0,         false
            0.00,      false
            无争议,    false
            -,         false
            '',        false""")
    void disputed_is_a_clear_yes_or_no(String cell, boolean disputed) {
        Ledger ledger = Ledgers.read("客户,到期日,金额,争议\nC,2025-01-31,1," + cell + "\n");
        assertThat(ledger.receivables().disputed(0)).isEqualTo(disputed);
    }

    @Test
    void the_due_day_follows_from_the_term_only_where_it_is_missing() {
        Ledger ledger = Ledgers.read("""
                客户,发票号,开票日期,到期日,账期,金额
                C,1,2025-01-15,,30天,1
                C,2,2025-01-15,2025-01-20,nonsense,1
                C,3,2025-01-15,,月结30天,1
                C,4,2025-01-15,,现结,1
                C,5,2199-12-31,,30天,1
                """);
        assertThat(Ledgers.rows(ledger))
                .containsExactly(
                        "C 1 2025-01-15 2025-02-14 - 100 0 CNY",
                        "C 2 2025-01-15 2025-01-20 - 100 0 CNY",
                        "C 3 2025-01-15 2025-03-02 - 100 0 CNY",
                        "C 4 2025-01-15 2025-01-15 - 100 0 CNY");
        assertThat(ledger.rejects()).extracting(Reject::code).containsExactly(RejectCode.BAD_DATE);
    }

    @Test
    void duplicates_are_rejected_and_instalments_kept() {
        Ledger ledger = Ledgers.read("""
                客户,发票号,到期日,金额,币种
                C,1,2025-01-31,1,CNY
                C,1,2025-02-28,1,CNY
                C,1,2025-01-31,2,CNY
                C,1,2025-01-31,1,USD
                D,1,2025-01-31,1,CNY
                C,1,2025/1/31,1.00,人民币
                C,,2025-01-31,9,CNY
                C,,2025-01-31,9,CNY
                """);
        assertThat(ledger.rows()).isEqualTo(7);
        assertThat(Ledgers.rejects(ledger)).containsExactly("7 invoice duplicate 1");
        assertThat(Ledgers.rows(ledger).get(5)).startsWith("C 8 ");
    }

    @ParameterizedTest(name = "{0} {1} --currency {3} = {4} {5}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            header,        amount,  currency, option, minor,   result
            金额,          10,      ,         ,       1000,    CNY
            金额,          10,      ,         EUR,    1000,    EUR
            金额,          10,      USD,      EUR,    1000,    USD
            金额(USD),     10,      ,         EUR,    1000,    USD
            金额(USD),     10,      EUR,      ,       1000,    EUR
            金额(元),      10,      USD,      ,       1000,    USD
            金额,          ¥10,     ,         EUR,    1000,    CNY
            金额,          ¥10,     ,         JPY,    10,      JPY
            金额,          ¥10,     JPY,      ,       10,      JPY
            金额,          $10,     ,         USD,    1000,    USD
            金额,          $10,     HKD,      ,       1000,    HKD
            金额(CAD),     $10,     ,         ,       1000,    CAD
            金额(万元),    1.5,     ,         ,       1500000, CNY
            金额(万元),    1.5万元, ,         ,       1500000, CNY
            金额(万元),    5000元,  ,         ,       500000,  CNY
            金额(万元),    ¥1.5,    ,         ,       1500000, CNY
            金额,          10,      日元,     ,       10,      JPY
            金额,          10,      RMB,      ,       1000,    CNY""")
    void the_currency_is_that_of_column_then_unit_then_option(
            String header,
            String amount,
            @Nullable String currency,
            @Nullable String option,
            long minor,
            String result) {
        String cell = currency == null ? "" : currency;
        Currency given = option == null ? null : Currency.getInstance(option);
        Ledger ledger = Ledgers.read(
                "客户,到期日," + header + ",币种\nC,2025-01-31," + amount + "," + cell + "\n",
                new ReadingOptions(null, given, null, null));
        assertThat(Ledgers.rejects(ledger)).isEmpty();
        assertThat(ledger.receivables().amount(0)).isEqualTo(minor);
        assertThat(ledger.currencyOf(0).getCurrencyCode()).isEqualTo(result);
    }

    @Test
    void a_unit_above_the_header_holds_for_all_amounts() {
        Ledger ledger = Ledgers.read("应收账款明细表,,\n单位：万元,,\n客户,到期日,金额\nC,2025-01-31,1.5\n");
        assertThat(ledger.receivables().amount(0)).isEqualTo(1_500_000);
        assertThat(ledger.readings().getFirst().notes())
                .extracting(Reading.Note::code)
                .containsExactly("unit-above-header");
        assertThat(List.of(ledger.readings().getFirst().headerLine())).containsExactly(3);
    }
}
