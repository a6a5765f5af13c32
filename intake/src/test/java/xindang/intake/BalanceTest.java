package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BalanceTest {

    @Test
    void an_open_balance_beside_what_was_received_is_still_open() {
        Ledger ledger = Ledgers.read("客户,到期日,未收金额,已收金额\nC,2025-01-31,100,30\nD,2025-01-31,50,\n");
        assertThat(Ledgers.rows(ledger))
                .containsExactly("C 2 - 2025-01-31 - 13000 3000 CNY", "D 3 - 2025-01-31 - 5000 0 CNY");
        assertThat(ledger.readings().getFirst().notes())
                .extracting(Reading.Note::code)
                .containsExactly("open-balance");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            amount | settled | open | reject
            100    | 40      | 30   | 2 outstanding contradicting-balance 30
            -1000  | -9000   |      | 2 settledAmount settled-beyond-credit -9000
            -1000  |         | 30   | 2 outstanding settled-beyond-credit 30""")
    void amounts_that_contradict_each_other_are_rejected(
            String amount, @Nullable String settled, @Nullable String open, String reject) {
        Ledger ledger = Ledgers.read("客户,到期日,金额,已核销金额,未核销金额\nC,2025-01-31," + amount + ","
                + (settled == null ? "" : settled) + "," + (open == null ? "" : open) + "\n");
        assertThat(Ledgers.rejects(ledger)).containsExactly(reject);
    }

    @ParameterizedTest
    @CsvSource({"已收,30000.00,3000000", "paid,45000,4500000", "核销,30000,3000000"})
    void a_settlement_column_blank_at_first_holds_amounts(String header, String cell, long settled) {
        Ledger ledger = Ledgers.read("客户,到期日,金额," + header + "\n" + "C,2025-01-31,50000,\n".repeat(500)
                + "C,2025-01-31,50000," + cell + "\n");
        assertThat(ledger.rejects()).isEmpty();
        assertThat(ledger.receivables().settledAmount(500)).isEqualTo(settled);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', nullValues = "none", textBlock = """
            headers     | late cells      | settled    | amount | idle
            金额,核销     | ,2025-02-03     | 2025-02-03 | 5000   | none
            金额,paid    | ,20250203       | 2025-02-03 | 5000   | none
            金额,核销     | ,3/2/2025       | 2025-02-03 | 5000   | none
            金额,核销     | ,yes            | none       | 5000   | none
            未收金额,核销   | ,2025-02-03     | 2025-02-03 | 5000   | none
            金额,已收金额,核销 | ,20,2025-02-03 | 2025-02-03 | 2000 | none
            金额,已收金额,核销 | ,20,30         | none       | 2000   | 核销
            金额,核销,paid | ,2025-02-03,20  | 2025-02-03 | 5000   | paid""")
    void a_settlement_column_blank_at_first_is_decided_by_the_whole_column(
            String headers, String late, @Nullable String settled, long amount, @Nullable String idle) {
        String blank = "C,31/1/2025,50" + late.replaceAll("[^,]", "") + "\n";
        Ledger ledger = Ledgers.read("客户,到期日," + headers + "\n" + blank.repeat(500) + "C,31/1/2025,50" + late + "\n");
        assertThat(Ledgers.rejects(ledger)).isEmpty();
        assertThat(Ledgers.rows(ledger).getLast())
                .isEqualTo("C 502 - 2025-01-31 " + (settled == null ? "-" : settled) + " 5000 " + amount + " CNY");
        assertThat(ledger.readings().getFirst().notes())
                .containsExactlyElementsOf(
                        idle == null ? List.of() : List.of(new Reading.Note("column-ignored", List.of(idle))));
    }

    @Test
    void few_odd_cells_of_a_column_blank_at_first_are_rejected_as_amounts() {
        Ledger ledger = Ledgers.read("客户,到期日,金额,核销\n" + "C,2025-01-31,50,\n".repeat(500)
                + "C,2025-01-31,50,见备注\nC,2025-01-31,50,2025-02-03\n");
        assertThat(Ledgers.rejects(ledger))
                .containsExactly("502 settledAmount bad-amount 见备注", "503 settledAmount bad-amount 2025-02-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234;1234,5;123400;123450", "1.234;12,50;123400;1250"})
    void a_late_cell_decides_the_decimal_sign_of_the_whole_column(String cells) {
        String[] c = cells.split(";", -1);
        Ledger ledger = Ledgers.read(
                "客户;到期日;金额\n" + ("C;2025-01-31;" + c[0] + "\n").repeat(500) + "C;2025-01-31;" + c[1] + "\n");
        assertThat(ledger.rejects()).isEmpty();
        assertThat(ledger.receivables().amount(0)).isEqualTo(Long.parseLong(c[2]));
        assertThat(ledger.receivables().amount(500)).isEqualTo(Long.parseLong(c[3]));
    }

    @Test
    void a_number_with_decimals_is_no_day() {
        Ledger ledger = Ledgers.read("客户,到期日,金额,核销日期\nC,2025-01-31,1,45000.00\n");
        assertThat(Ledgers.rejects(ledger)).containsExactly("2 settled bad-date 45000.00");
    }

    @Test
    void a_settlement_column_of_yes_and_no_says_what_is_settled() {
        Ledger ledger = Ledgers.read("客户,到期日,金额,已核销\nC,2025-01-31,1,是\nD,2025-01-31,1,否\n");
        assertThat(Ledgers.rows(ledger))
                .containsExactly("C 2 - 2025-01-31 - 100 100 CNY", "D 3 - 2025-01-31 - 100 0 CNY");
    }
}
