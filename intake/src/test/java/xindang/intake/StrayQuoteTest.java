package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrayQuoteTest {

    private static final String HEADER = "customer,invoice,due date,amount\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A,\"12\"\" pipe,2025-02-01,5",
                "A,\"12 pipe,2025-02-01,5",
                "\"A,I1,2025-02-01,5",
                "A,I1,\"2025-02-01,5"
            })
    void a_stray_quote_costs_its_own_row_and_no_other(String row) {
        Ledger ledger = Ledgers.read(
                HEADER + row + "\nB,I2,2025-02-01,6\nC,I3,2025-02-01,7\nD,\"x\",2025-02-01,8\nE,I5,2025-02-01,9");
        assertThat(Ledgers.rows(ledger)).extracting(r -> r.substring(0, 1)).containsExactly("B", "C", "D", "E");
        assertThat(Ledgers.rejects(ledger)).containsExactly("2 row unclosed-quote " + row.replace("\"\"", "\""));
        assertThat(ledger.readings().getFirst().notes())
                .extracting(Reading.Note::code)
                .containsExactly("stray-quote");
    }

    @Test
    void two_stray_quotes_that_close_each_other_swallow_nothing() {
        Ledger ledger = Ledgers.read(HEADER + "A,\"I1,2025-02-01,5\nB,I2\",2025-02-01,6\nC,I3,2025-02-01,7\n");
        assertThat(Ledgers.rows(ledger)).extracting(r -> r.substring(0, 1)).containsExactly("B", "C");
        assertThat(Ledgers.rejects(ledger)).hasSize(1);
    }

    @Test
    void a_remark_and_a_header_of_several_lines_are_no_fault() {
        Ledger ledger = Ledgers.read(
                "customer,\"due\ndate\",amount,remark\nA,2025-02-01,5,\"first\nsecond\"\nB,2025-02-01,6,\"\"\n");
        assertThat(ledger.rejects()).isEmpty();
        assertThat(ledger.rows()).isEqualTo(2);
        assertThat(ledger.readings().getFirst().notes()).isEmpty();
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 400_000; i++) {
            String invoice = i == 200_000 ? "\"12\"\" pipe" : i % 1000 == 0 ? "\"I" + i + "\"" : "I" + i;
            text.append('C')
                    .append(i % 50)
                    .append(',')
                    .append(invoice)
                    .append(",2025-02-01,")
                    .append(i);
            text.append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Ledger one = Ledgers.read(bytes, ReadingOptions.NONE, 1);
        Ledger many = Ledgers.read(bytes, ReadingOptions.NONE, 4);
        assertThat(one.rows()).isEqualTo(399_999);
        assertThat(List.of(many.rows(), Ledgers.rejects(many))).isEqualTo(List.of(one.rows(), Ledgers.rejects(one)));
    }

    @Test
    void a_cell_of_more_than_a_mebibyte_costs_its_row_only() {
        Ledger ledger = Ledgers.read(HEADER + "A," + "x".repeat(1 << 21) + ",2025-02-01,5\nB,I2,2025-02-01,6\n");
        assertThat(ledger.rows()).isEqualTo(1);
        assertThat(ledger.rejects()).extracting(Reject::code).containsExactly(RejectCode.CELL_TOO_LONG);
    }
}
