package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes random ledgers in random styles and expects the same ledger back. */
final class RandomLedgerTest {

    private record Item(String customer, String invoice, LocalDate issued, LocalDate due, String settled, long fen) {

        String shown() {
            String day = settled.isEmpty() ? "-" : settled;
            return String.join(
                    " ",
                    customer,
                    invoice,
                    "" + issued,
                    "" + due,
                    day,
                    "" + fen,
                    settled.isEmpty() ? "0" : "" + fen,
                    "CNY");
        }
    }

    private static final List<String> DATES = List.of(
            "yyyy-MM-dd",
            "yyyy/M/d",
            "yyyy.M.d",
            "yyyyMMdd",
            "yyyy年M月d日",
            "d.M.yyyy",
            "yyyy-MM-dd HH:mm:ss",
            "dd/MM/yyyy",
            "M-d-yyyy");
    private static final List<String> CHARSETS = List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE");
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_written_in_any_style_is_read_back(long seed) {
        Random random = new Random(seed);
        List<Item> items = items(random);
        String text = text(items, random);
        String charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        byte[] bytes = ((charset.startsWith("UTF-16") ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset));
        Ledger ledger = Ledgers.read(bytes, ReadingOptions.NONE, 1);
        assertThat(Ledgers.rejects(ledger)).as("seed %d: %s", seed, text).isEmpty();
        assertThat(Ledgers.rows(ledger))
                .as("seed %d: %s", seed, text)
                .isEqualTo(items.stream().map(Item::shown).toList());
    }

    private static List<Item> items(Random random) {
        List<Item> items = new ArrayList<>();
        int rows = 20 + random.nextInt(60);
        for (int i = 0; i < rows; i++) {
            LocalDate issued = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(900));
            LocalDate due = issued.plusDays(random.nextInt(120));
            String settled = random.nextBoolean()
                    ? ""
                    : due.plusDays(random.nextInt(60) - 20).toString();
            long fen = random.nextInt(10) == 0 ? -random.nextInt(100_000) - 1 : random.nextLong(100_000_000L) + 1;
            items.add(new Item("客户" + random.nextInt(9), "No-" + i, issued, due, settled, fen));
        }
        // Days beyond the twelfth, so that a slashed order is never in doubt.
        items.add(new Item("Z", "last", LocalDate.of(2024, 3, 28), LocalDate.of(2024, 3, 29), "2024-03-30", 150));
        return items;
    }

    private static String text(List<Item> items, Random random) {
        DateTimeFormatter dates = DateTimeFormatter.ofPattern(DATES.get(random.nextInt(DATES.size())), Locale.ROOT);
        String delimiter = DELIMITERS.get(random.nextInt(DELIMITERS.size()));
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        Function<Long, String> amounts = amounts(random);
        boolean quoted = random.nextBoolean();
        StringBuilder text = new StringBuilder();
        if (random.nextBoolean()) {
            text.append("应收账款明细").append(end);
        }
        text.append(String.join(delimiter, "序号", "客户名称", "发票号", "开票日期", "到期日", "核销日期", "金额", "备注"))
                .append(end);
        int line = 0;
        for (Item item : items) {
            String settled = item.settled.isEmpty() ? "" : at(dates, LocalDate.parse(item.settled));
            List<String> cells = List.of(
                    "" + ++line,
                    item.customer,
                    item.invoice,
                    at(dates, item.issued),
                    at(dates, item.due),
                    settled,
                    amounts.apply(item.fen),
                    "x");
            for (int i = 0; i < cells.size(); i++) {
                String cell = cells.get(i);
                boolean needed = cell.contains(delimiter) || (quoted && random.nextInt(3) == 0);
                text.append(i == 0 ? "" : delimiter).append(needed ? '"' + cell + '"' : cell);
            }
            text.append(end);
        }
        return text.toString();
    }

    private static String at(DateTimeFormatter format, LocalDate day) {
        return format.format(day.atTime(13, 45, 6));
    }

    private static Function<Long, String> amounts(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> fen -> BigDecimal.valueOf(fen, 2).toPlainString();
            case 1 -> fen -> String.format(Locale.US, "%,.2f", BigDecimal.valueOf(fen, 2));
            case 2 -> fen -> String.format(Locale.GERMANY, "%,.2f", BigDecimal.valueOf(fen, 2));
            case 3 -> fen -> "¥" + String.format(Locale.US, "%,.2f", BigDecimal.valueOf(fen, 2));
            case 4 -> fen -> fen < 0 ? "(" + BigDecimal.valueOf(-fen, 2) + ")" : BigDecimal.valueOf(fen, 2) + "00";
            default -> fen -> BigDecimal.valueOf(fen, 2) + "元";
        };
    }
}
