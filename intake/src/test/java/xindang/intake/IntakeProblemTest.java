package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntakeProblemTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_missing_file_is_named() {
        IntakeProblem problem =
                problem(() -> LedgerReader.read(List.of(folder.resolve("none.csv")), ReadingOptions.NONE));
        assertThat(problem.code()).isEqualTo(IntakeProblem.Code.FILE_MISSING);
        assertThat(String.valueOf(problem.arguments().get("file"))).endsWith("none.csv");
        assertThat(problem).hasMessageStartingWith("file-missing");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            file                     | problem
            ''                       | FILE_EMPTY
            hello                    | NOT_A_TABLE
            'a,b,c\n1,2,3\n'         | COLUMN_MISSING
            '客户,金额\n1,2\n'       | COLUMN_MISSING
            '客户,金额,账期\n1,2,3'  | COLUMN_MISSING""")
    void what_is_no_ledger_stops_the_run(String text, IntakeProblem.Code code) {
        IntakeProblem problem = problem(() -> Ledgers.read(text.replace("\\n", "\n")));
        assertThat(problem.code()).isEqualTo(code);
    }

    @Test
    void a_missing_column_names_the_headers_seen_and_what_is_missing() {
        IntakeProblem problem = problem(() -> Ledgers.read("标题,\n客户,金额,备注\n1,2,3\n"));
        assertThat(problem.arguments())
                .containsEntry("line", 2)
                .containsEntry("headers", List.of("客户", "金额", "备注"))
                .containsEntry("missing", List.of("due"));
    }

    @Test
    void competing_columns_come_with_a_map_line_each() {
        String text = "客户编码,客户代码,到期日,金额\nA,B,2025-01-31,1\n";
        IntakeProblem problem = problem(() -> Ledgers.read(text));
        assertThat(problem.code()).isEqualTo(IntakeProblem.Code.COLUMN_AMBIGUOUS);
        assertThat(problem.readings())
                .extracting(IntakeProblem.Choice::mapLine)
                .containsExactly("customer: \"客户编码\"", "customer: \"客户代码\"");
        for (int i = 0; i < 2; i++) {
            Ledger mapped =
                    Ledgers.read(text, Ledgers.mapped(problem.readings().get(i).mapLine()));
            assertThat(mapped.customerId(0)).isEqualTo(i == 0 ? "A" : "B");
            int answer = i;
            Ledger chosen = Ledgers.read(text, new ReadingOptions(null, null, question -> answer, null));
            assertThat(chosen.customerId(0)).isEqualTo(i == 0 ? "A" : "B");
        }
    }

    @Test
    void columns_of_the_same_header_are_told_apart_by_number() {
        String text = "客户,到期日,金额,金额\nA,2025-01-31,1,2\n";
        IntakeProblem problem = problem(() -> Ledgers.read(text));
        assertThat(problem.readings())
                .extracting(IntakeProblem.Choice::mapLine)
                .containsExactly("amount: 3", "amount: 4");
        assertThat(Ledgers.read(text, Ledgers.mapped("amount: 4")).receivables().amount(0))
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation       | dates             | problem
            undecidable     | 3/4/2025 5/6/2025 | true
            contradictory   | 13/4/2025 4/13/2025 | true
            day first       | 3/4/2025 13/4/2025 | false
            month first     | 3/4/2025 4/13/2025 | false
            the same twice  | 3/3/2025 4/4/2025 | false""")
    void a_date_order_that_stays_open_comes_with_both_map_lines(String situation, String dates, boolean open) {
        StringBuilder text =
                new StringBuilder("客户,\"Due, \"\"date\"\"\",金额\n".replace("Due, \"\"date\"\"", "Due Date"));
        for (String date : dates.split(" ", -1)) {
            text.append("A,").append(date).append(",1\n");
        }
        if (!open) {
            assertThat(Ledgers.read(text.toString()).rows()).isEqualTo(2);
            return;
        }
        IntakeProblem problem = problem(() -> Ledgers.read(text.toString()));
        if (situation.equals("contradictory")) {
            assertThat(problem.code()).isEqualTo(IntakeProblem.Code.DATE_ORDER_CONTRADICTORY);
            assertThat(problem.arguments())
                    .containsEntry("example", "13/4/2025")
                    .containsEntry("other", "4/13/2025");
        } else {
            assertThat(problem.code()).isEqualTo(IntakeProblem.Code.DATE_ORDER_AMBIGUOUS);
        }
        assertThat(problem.readings())
                .extracting(IntakeProblem.Choice::mapLine)
                .containsExactly(
                        "due: {column: \"Due Date\", dates: day/month/year}",
                        "due: {column: \"Due Date\", dates: month/day/year}");
        Ledger ledger = Ledgers.read(
                text.toString(), Ledgers.mapped(problem.readings().getFirst().mapLine()));
        assertThat(ledger.rows() + ledger.rejects().size()).isEqualTo(2);
        assertThat(Ledgers.rows(ledger).getFirst()).contains(dates.startsWith("3/4") ? "2025-04-03" : "2025-04-13");
    }

    @Test
    void an_undecided_date_column_follows_the_decided_one() {
        Ledger ledger = Ledgers.read("客户,开票日期,到期日,金额\nA,13/1/2025,1/2/2025,1\n");
        assertThat(Ledgers.rows(ledger)).containsExactly("A 2 2025-01-13 2025-02-01 - 100 0 CNY");
        assertThat(ledger.readings().getFirst().dateOrders())
                .containsEntry(Field.ISSUED, new Reading.Order(DateOrder.DAY_FIRST, Reading.OrderSource.COLUMN))
                .containsEntry(Field.DUE, new Reading.Order(DateOrder.DAY_FIRST, Reading.OrderSource.OTHER_COLUMN));
    }

    @Test
    void a_bare_dollar_asks_which() {
        String text = "客户,到期日,金额\nA,2025-01-31,$1\n";
        IntakeProblem problem = problem(() -> Ledgers.read(text));
        assertThat(problem.code()).isEqualTo(IntakeProblem.Code.CURRENCY_AMBIGUOUS);
        assertThat(problem.arguments()).containsEntry("line", 2).containsEntry("column", "金额");
        IntakeProblem.Choice first = problem.readings().getFirst();
        assertThat(first.mapLine()).isEqualTo("amount: {column: \"金额\", unit: USD}");
        assertThat(Ledgers.read(text, Ledgers.mapped(first.mapLine()))
                        .currencyOf(0)
                        .getCurrencyCode())
                .isEqualTo("USD");
        Ledger answered = Ledgers.read(text, new ReadingOptions(null, null, question -> 1, null));
        assertThat(answered.currencyOf(0).getCurrencyCode()).isEqualTo("HKD");
        ReadingOptions yuan = new ReadingOptions(null, Currency.getInstance("CNY"), null, null);
        assertThat(problem(() -> Ledgers.read(text, yuan)).code()).isEqualTo(IntakeProblem.Code.CURRENCY_AMBIGUOUS);
    }

    @Test
    void sums_beyond_counting_are_refused() {
        StringBuilder text = new StringBuilder("客户,到期日,金额\n");
        for (int i = 0; i < 100; i++) {
            text.append("A,2025-01-31,1000000000000000\n");
        }
        assertThat(problem(() -> Ledgers.read(text.toString())).code()).isEqualTo(IntakeProblem.Code.TOTAL_TOO_LARGE);
    }

    @Test
    void endless_rows_stop_the_run() {
        String header = "客户,到期日,金额\nA,2025-01-31,1\n";
        IntakeProblem row = problem(() -> Ledgers.read(header + "x,".repeat(1 << 23) + "\n" + header));
        assertThat(row.code()).isEqualTo(IntakeProblem.Code.LINE_TOO_LONG);
    }

    @Test
    void bytes_of_no_charset_are_named_by_their_offset() throws Exception {
        byte[] text = "客户,到期日,金额\nA?,2025-01-31,1\n".getBytes(Charsets.GB18030);
        int at = new String(text, StandardCharsets.ISO_8859_1).indexOf('?');
        text[at] = (byte) 0xFF;
        IntakeProblem problem = problem(() -> Ledgers.read(text, ReadingOptions.NONE, 1));
        assertThat(problem.code()).isEqualTo(IntakeProblem.Code.NOT_TEXT);
        assertThat(problem.arguments()).containsEntry("offset", (long) at);
    }

    @Test
    void a_folder_is_no_file() throws Exception {
        Files.createDirectory(folder.resolve("sub"));
        IntakeProblem problem = problem(() -> LedgerReader.read(List.of(folder.resolve("sub")), ReadingOptions.NONE));
        assertThat(problem.code()).isEqualTo(IntakeProblem.Code.NOT_A_FILE);
    }

    private static IntakeProblem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return java.util.Objects.requireNonNull(catchThrowableOfType(IntakeProblem.class, call));
    }
}
