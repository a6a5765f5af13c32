package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EncodingTest {

    private static final String TEXT = "客户,名称,发票号,到期日,金额\n甲公司,贾𠮷,一号,2025-01-31,1.50\n";

    @ParameterizedTest(name = "{0} with mark {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            charset,  mark,   read as,  decided by
            UTF-8,    '',     UTF-8,    VALID
            UTF-8,    EFBBBF, UTF-8,    MARK
            GB18030,  '',     GB18030,  FALLBACK
            UTF-16LE, FFFE,   UTF-16LE, MARK
            UTF-16BE, FEFF,   UTF-16BE, MARK
            UTF-16LE, '',     UTF-16LE, ZERO_BYTES
            UTF-16BE, '',     UTF-16BE, ZERO_BYTES""")
    void the_charset_is_found(String charset, String mark, String readAs, Reading.CharsetSource source)
            throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < mark.length(); i += 2) {
            bytes.write(Integer.parseInt(mark.substring(i, i + 2), 16));
        }
        bytes.write(TEXT.getBytes(Charset.forName(charset)));
        Ledger ledger = Ledgers.read(bytes.toByteArray(), ReadingOptions.NONE, 1);
        assertThat(Ledgers.rows(ledger)).containsExactly("甲公司 一号 - 2025-01-31 - 150 0 CNY");
        assertThat(ledger.readings().getFirst().charset()).isEqualTo(readAs);
        assertThat(ledger.readings().getFirst().charsetSource()).isEqualTo(source);
    }

    @Test
    void a_late_byte_that_is_not_utf8_starts_over_in_gb18030() {
        StringBuilder text = new StringBuilder("customer,due date,amount\n");
        for (int i = 0; i < 200_000; i++) {
            text.append('C').append(i).append(",2025-01-31,1\n");
        }
        text.append("甲公司,2025-01-31,1\n");
        byte[] bytes = text.toString().getBytes(Charset.forName("GB18030"));
        Ledger ledger = Ledgers.read(bytes, ReadingOptions.NONE, 2);
        assertThat(ledger.rows()).isEqualTo(200_001);
        assertThat(ledger.customerId(200_000)).isEqualTo("甲公司");
        assertThat(ledger.readings().getFirst().charset()).isEqualTo("GB18030");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_found(String delimiter) {
        String text = "客户,发票号,到期日,金额\n\"A,;|\tB\",1,2025-01-31,\"1,50\"\n".replace(",", "\u0001");
        text = text.replace("\u0001;|\tB\"", ",;|\tB\"")
                .replace("\"1\u000150\"", "\"1,50\"")
                .replace("\u0001", delimiter);
        Ledger ledger = Ledgers.read(text);
        assertThat(Ledgers.rows(ledger)).containsExactly("A,;|\tB 1 - 2025-01-31 - 150 0 CNY");
        assertThat(ledger.readings().getFirst().delimiter()).isEqualTo(delimiter.charAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void line_ends_of_every_kind_are_counted(String end) {
        String text = String.join(
                end,
                "标题",
                "客户,发票号,到期日,金额,备注",
                "A,1,2025-01-31,1,\"two",
                "lines\"",
                "",
                "C,2,bad,1,",
                "D,3,2025-01-31,1,");
        Ledger ledger = Ledgers.read(text);
        assertThat(ledger.line(0)).isEqualTo(3);
        assertThat(ledger.line(1)).isEqualTo(7);
        assertThat(Ledgers.rejects(ledger)).containsExactly("6 due bad-date bad");
        assertThat(ledger.customerId(0)).isEqualTo("A");
    }

    @Test
    void a_decimal_comma_is_found_by_the_column_and_what_contradicts_it_is_rejected() {
        Ledger ledger = Ledgers.read(
                "Kunde;Fälligkeit;Betrag\nA;31.1.2025;1.234,50\nA;31.1.2025;1.234\nA;31.1.2025;1,234.50\nB;31.1.2025;7,5\n");
        assertThat(Ledgers.rows(ledger))
                .containsExactly(
                        "A 2 - 2025-01-31 - 123450 0 CNY",
                        "A 3 - 2025-01-31 - 123400 0 CNY",
                        "B 5 - 2025-01-31 - 750 0 CNY");
        assertThat(Ledgers.rejects(ledger)).containsExactly("4 amount bad-amount 1,234.50");
        assertThat(ledger.readings().getFirst().decimalCommas()).containsEntry(Field.AMOUNT, true);
    }

    @Test
    void a_column_called_paid_is_what_its_cells_are() {
        Ledger days = Ledgers.read("customer,due,amount,paid\nA,2025-01-31,5,2025-02-01\nA,2025-01-31,5,\n");
        assertThat(Ledgers.rows(days).getFirst()).isEqualTo("A 2 - 2025-01-31 2025-02-01 500 500 CNY");
        Ledger amounts = Ledgers.read("customer,due,amount,paid\nA,2025-01-31,5,3\nA,2025-01-31,5,\n");
        assertThat(Ledgers.rows(amounts).getFirst()).isEqualTo("A 2 - 2025-01-31 - 500 300 CNY");
        assertThat(amounts.undatedSettlements()).isEqualTo(1);
        Ledger words = Ledgers.read("customer,due,amount,paid\nA,2025-01-31,5,yes\nA,2025-01-31,5,no\n");
        assertThat(Ledgers.rows(words))
                .containsExactly("A 2 - 2025-01-31 - 500 500 CNY", "A 3 - 2025-01-31 - 500 0 CNY");
        Ledger notes = Ledgers.read("customer,due,amount,paid\nA,2025-01-31,5,see mail\nA,2025-01-31,5,later\n");
        assertThat(notes.readings().getFirst().notes())
                .containsExactly(new Reading.Note("column-ignored", List.of("paid")));
    }

    @Test
    void a_stray_byte_order_mark_inside_is_white_space() {
        Ledger ledger = Ledgers.read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8), ReadingOptions.NONE, 1);
        assertThat(ledger.readings().getFirst().columns()).containsEntry(Field.CUSTOMER, "客户");
    }
}
