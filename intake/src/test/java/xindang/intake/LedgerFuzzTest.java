package xindang.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whatever the bytes are: a ledger comes out or an {@link IntakeProblem}, nothing else, and it comes to an end. An
 * ordinary build runs the stored inputs only; {@code JAZZER_FUZZ=1} searches for new ones.
 */
final class LedgerFuzzTest {

    private static final String HEADER = "客户,名称,发票号,开票日期,到期日,金额,币种,核销日期,已核销金额,未核销金额,争议,账期\n";

    @FuzzTest(maxDuration = "180s")
    void any_file_is_read_or_refused(byte[] bytes) {
        read(bytes);
    }

    @FuzzTest(maxDuration = "180s")
    void any_rows_below_a_header_are_read_or_refused(byte[] bytes) {
        byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(header, header.length + bytes.length);
        System.arraycopy(bytes, 0, all, header.length, bytes.length);
        read(all);
    }

    private static void read(byte[] bytes) {
        try {
            Ledger ledger = Ledgers.read(bytes, new ReadingOptions(null, null, question -> 0, null), 1);
            Ledgers.rows(ledger);
            Ledgers.rejects(ledger);
        } catch (IntakeProblem problem) {
            if (problem.getMessage() == null) {
                throw new IllegalStateException("a problem without a message", problem);
            }
        }
    }
}
