package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class LargeLedgerTest {

    private static final int ROWS = 2_000_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void two_million_rows_fit_a_heap_of_one_gibibyte() throws Exception {
        Path file = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,customer_id,invoice_no,order_no,issue,due,paid,currency,amount,salesman\n");
            for (int i = 0; i < ROWS; i++) {
                LocalDate issued = LocalDate.of(2023, 1, 1).plusDays(i % 1000);
                out.write(i + "," + i % 99_991 + ",INV" + (10_000_000 + i) + ",SO" + i / 2 + "," + issued + ","
                        + issued.plusDays(30) + "," + (i % 3 == 0 ? "" : issued.plusDays(i % 90)) + ",CNY,"
                        + i % 100_000
                        + ".50," + i % 97 + "\n");
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadingTime.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains(ROWS + " rows, 0 rejects, 99991 accounts");
        int megabytes = Integer.parseInt(List.of(output.strip().split(" ", -1)).getLast());
        assertThat(megabytes).as(output).isLessThan(250);
    }
}
