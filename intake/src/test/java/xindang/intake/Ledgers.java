package xindang.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import xindang.engine.receivable.ReceivableColumns;

/** Writes small ledgers to files, reads them, and shows what was read as text that a table of cases can hold. */
final class Ledgers {

    private Ledgers() {}

    static Ledger read(String text) {
        return read(text, ReadingOptions.NONE);
    }

    static Ledger read(String text, ReadingOptions options) {
        return read(text.getBytes(StandardCharsets.UTF_8), options, 1);
    }

    static Ledger read(String text, Charset charset) {
        return read(text.getBytes(charset), ReadingOptions.NONE, 1);
    }

    static Ledger read(byte[] bytes, ReadingOptions options, int threads) {
        try {
            Path file = Files.createTempFile("ledger", ".csv");
            try {
                Files.write(file, bytes);
                return LedgerReader.read(List.of(file), options, threads);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ColumnMap map(String yaml) {
        try {
            Path file = Files.createTempFile("map", ".yaml");
            try {
                Files.writeString(file, yaml);
                return ColumnMap.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadingOptions mapped(String yaml) {
        return new ReadingOptions(map(yaml), null, null, null);
    }

    /** Every row in file order: {@code customer invoice issued due settled amount settledAmount currency disputed}. */
    static List<String> rows(Ledger ledger) {
        List<int[]> places = new ArrayList<>();
        for (int account = 0; account < ledger.accounts(); account++) {
            for (int row = ledger.receivables().start(account);
                    row < ledger.receivables().start(account + 1);
                    row++) {
                places.add(new int[] {account, row});
            }
        }
        return places.stream()
                .sorted((a, b) -> {
                    int byFile = Integer.compare(ledger.file(a[1]), ledger.file(b[1]));
                    return byFile != 0 ? byFile : Integer.compare(ledger.line(a[1]), ledger.line(b[1]));
                })
                .map(p -> row(ledger, p[0], p[1]))
                .toList();
    }

    private static String row(Ledger ledger, int account, int row) {
        ReceivableColumns columns = ledger.receivables();
        return String.join(
                        " ",
                        ledger.customerId(ledger.customerOf(account)),
                        ledger.invoice(row),
                        day(columns.issued(row)),
                        day(columns.due(row)),
                        day(columns.settled(row)),
                        "" + columns.amount(row),
                        "" + columns.settledAmount(row),
                        ledger.currencyOf(account).getCurrencyCode())
                + (columns.disputed(row) ? " disputed" : "");
    }

    private static String day(int day) {
        return day == ReceivableColumns.NO_DATE
                ? "-"
                : LocalDate.ofEpochDay(day).toString();
    }

    /** Every reject as {@code line field code value}. */
    static List<String> rejects(Ledger ledger) {
        return IntStream.range(0, ledger.rejects().size())
                .mapToObj(i -> ledger.rejects().get(i))
                .map(r -> r.line() + " "
                        + (r.field() == null ? "row" : r.field().key()) + " " + r.code() + " " + r.value())
                .toList();
    }
}
