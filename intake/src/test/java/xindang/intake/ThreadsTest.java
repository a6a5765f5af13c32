package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThreadsTest {

    @ParameterizedTest(name = "quotes {0}")
    @ValueSource(booleans = {false, true})
    void the_number_of_threads_changes_nothing(boolean quotes) {
        byte[] bytes = text(new Random(7), quotes);
        List<String> one = shown(Ledgers.read(bytes, ReadingOptions.NONE, 1));
        assertThat(shown(Ledgers.read(bytes, ReadingOptions.NONE, 2))).isEqualTo(one);
        assertThat(shown(Ledgers.read(bytes, ReadingOptions.NONE, 5))).isEqualTo(one);
    }

    private static byte[] text(Random random, boolean quotes) {
        StringBuilder text = new StringBuilder("customer,name,invoice,issued,due,paid,currency,amount\n");
        String quote = quotes ? "\"" : "";
        for (int i = 0; i < 220_000; i++) {
            int customer = random.nextInt(3000);
            text.append(quote)
                    .append('C')
                    .append(customer)
                    .append(quotes && i % 1000 == 0 ? "\n" : "")
                    .append(quote);
            text.append(random.nextInt(5) == 0 ? ",Name" + i : ",");
            text.append(",I")
                    .append(random.nextInt(200_000))
                    .append(",2025-01-")
                    .append(10 + random.nextInt(20));
            text.append(',').append(random.nextInt(50) == 0 ? "" : 1 + random.nextInt(14) + "/3/2025");
            text.append(",,")
                    .append(random.nextInt(9) == 0 ? "USD" : "CNY")
                    .append(',')
                    .append(random.nextInt(3))
                    .append("\r\n");
        }
        text.append("X,,last,2025-01-01,31/3/2025,,CNY,1\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> shown(Ledger ledger) {
        List<String> shown = new ArrayList<>();
        for (int account = 0; account < ledger.accounts(); account++) {
            int customer = ledger.customerOf(account);
            shown.add(customer + " " + ledger.customerId(customer) + " " + ledger.customerName(customer) + " "
                    + ledger.currencyOf(account));
            for (int row = ledger.receivables().start(account);
                    row < ledger.receivables().start(account + 1);
                    row++) {
                shown.add(row + " " + ledger.line(row) + " " + ledger.invoice(row) + " "
                        + ledger.receivables().due(row) + " "
                        + ledger.receivables().amount(row));
            }
        }
        ledger.rejects().forEach(reject -> shown.add(reject.toString()));
        shown.add(ledger.readings().toString().replaceAll("ledger[0-9]+", ""));
        return shown;
    }
}
