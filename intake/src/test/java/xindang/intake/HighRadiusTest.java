package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads real ledgers of a company, where they are at hand; {@code CorpusTest} does the same with made-up ones. */
@Tag("external")
final class HighRadiusTest {

    @Test
    void open_items_in_two_currencies() {
        Ledger ledger = read("open_items.csv");
        assertThat(ledger.rejects()).isEmpty();
        assertThat(ledger.rows()).isEqualTo(9_700);
        assertThat(ledger.customers()).isEqualTo(526);
        assertThat(totals(ledger)).isEqualTo(Map.of("CAD", "747 4447100908", "USD", "8953 27511371683"));
        assertThat(ledger.readings().getFirst().columns())
                .containsEntry(Field.ISSUED, "document_date")
                .containsEntry(Field.AMOUNT, "total_open_amount");
    }

    @Test
    void closed_invoices_with_their_days_of_clearing() {
        Ledger ledger = read("closed_invoices.csv");
        assertThat(ledger.rejects()).isEmpty();
        assertThat(ledger.customers()).isEqualTo(1_056);
        assertThat(totals(ledger)).isEqualTo(Map.of("CNY", "40000 128260139574"));
        assertThat(ledger.undatedSettlements()).isZero();
    }

    private static Map<String, String> totals(Ledger ledger) {
        Map<String, long[]> sums = new TreeMap<>();
        for (int account = 0; account < ledger.accounts(); account++) {
            long[] sum = sums.computeIfAbsent(ledger.currencyOf(account).getCurrencyCode(), c -> new long[2]);
            for (int row = ledger.receivables().start(account);
                    row < ledger.receivables().start(account + 1);
                    row++) {
                sum[0]++;
                sum[1] += ledger.receivables().amount(row);
            }
        }
        Map<String, String> shown = new TreeMap<>();
        sums.forEach((currency, sum) -> shown.put(currency, sum[0] + " " + sum[1]));
        return shown;
    }

    private static Ledger read(String name) {
        String folder = System.getenv("XINDANG_TEST_DATA");
        assumeTrue(folder != null, "XINDANG_TEST_DATA is not set");
        return LedgerReader.read(List.of(Path.of(String.valueOf(folder), "ar_highradius", name)), ReadingOptions.NONE);
    }
}
