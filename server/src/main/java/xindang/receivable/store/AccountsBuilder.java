package xindang.receivable.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import xindang.engine.money.Money;
import xindang.engine.receivable.ReceivableColumns;
import xindang.receivable.Accounts;

/**
 * Makes columns for the engine of the rows that COPY hands out (列式组装). Cells are read from the bytes themselves: one row is
 * one of millions.
 */
final class AccountsBuilder {

    private static final int CUSTOMERS = 2_000;

    private final Consumer<Accounts> chunks;

    private byte[] lastFile = {};
    private byte[] lastCurrency = {};
    private int customers;
    private int digits;
    private final List<UUID> files = new ArrayList<>();
    private final List<Currency> currencies = new ArrayList<>();
    private int[] start = new int[256];
    private int rows;
    private int[] issued = new int[1024];
    private int[] due = new int[1024];
    private int[] settled = new int[1024];
    private long[] amount = new long[1024];
    private long[] settledAmount = new long[1024];
    private byte[] marks = new byte[1024];

    private byte[] b = {};
    private int at;
    private int end;

    AccountsBuilder(Consumer<Accounts> chunks) {
        this.chunks = chunks;
    }

    /** Takes a row: file, currency, issued, due, settled, amount, settled amount, disputed. */
    void add(byte[] row) {
        b = row;
        at = 0;
        boolean sameFile = isCell(lastFile);
        if (!sameFile) {
            if (customers == CUSTOMERS) {
                flush();
            }
            lastFile = cell();
            customers++;
        }
        next();
        if (!isCell(lastCurrency) || !sameFile) {
            lastCurrency = cell();
            account();
        }
        next();
        if (rows == amount.length) {
            grow();
        }
        issued[rows] = day();
        due[rows] = day();
        settled[rows] = day();
        amount[rows] = minor();
        settledAmount[rows] = minor();
        isCell(b);
        marks[rows] = b[at] == 't' ? ReceivableColumns.DISPUTED : 0;
        rows++;
    }

    private void account() {
        String code = new String(lastCurrency, StandardCharsets.US_ASCII);
        Currency currency = Currency.getInstance(code);
        digits = Money.digits(currency);
        if (files.size() + 1 >= start.length) {
            start = Arrays.copyOf(start, start.length * 2);
        }
        start[files.size()] = rows;
        files.add(UUID.fromString(new String(lastFile, StandardCharsets.US_ASCII)));
        currencies.add(currency);
    }

    /** Finds the end of the cell; answers whether it holds just these bytes. */
    private boolean isCell(byte[] expected) {
        end = at;
        while (end < b.length && b[end] != '\t' && b[end] != '\n') {
            end++;
        }
        return Arrays.equals(b, at, end, expected, 0, expected.length);
    }

    private byte[] cell() {
        return Arrays.copyOfRange(b, at, end);
    }

    private void next() {
        at = end + 1;
    }

    private int day() {
        isCell(lastFile);
        int day = b[at] == '\\' ? ReceivableColumns.NO_DATE : Math.toIntExact(number(at, end));
        next();
        return day;
    }

    /** An amount with the four decimals of its column; those the currency lacks are zero. */
    private long minor() {
        isCell(lastFile);
        int point = at;
        while (point < end && b[point] != '.') {
            point++;
        }
        long whole = number(at, point);
        boolean negative = b[at] == '-';
        long minor = Math.abs(whole);
        for (int i = 1; i <= digits; i++) {
            int digit = point + i < end ? b[point + i] - '0' : 0;
            minor = Math.addExact(Math.multiplyExact(minor, 10L), digit);
        }
        next();
        return negative ? -minor : minor;
    }

    private long number(int from, int to) {
        boolean negative = b[from] == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            value = Math.addExact(Math.multiplyExact(value, 10L), b[i] - '0');
        }
        return negative ? -value : value;
    }

    private void grow() {
        int n = rows * 2;
        issued = Arrays.copyOf(issued, n);
        due = Arrays.copyOf(due, n);
        settled = Arrays.copyOf(settled, n);
        amount = Arrays.copyOf(amount, n);
        settledAmount = Arrays.copyOf(settledAmount, n);
        marks = Arrays.copyOf(marks, n);
    }

    /** Hands out what was collected. */
    void flush() {
        if (rows == 0) {
            return;
        }
        int[] starts = Arrays.copyOf(start, files.size() + 1);
        starts[files.size()] = rows;
        var columns = new ReceivableColumns(
                starts,
                Arrays.copyOf(issued, rows),
                Arrays.copyOf(due, rows),
                Arrays.copyOf(settled, rows),
                Arrays.copyOf(amount, rows),
                Arrays.copyOf(settledAmount, rows),
                Arrays.copyOf(marks, rows));
        chunks.accept(new Accounts(columns, files, currencies));
        files.clear();
        currencies.clear();
        rows = 0;
        customers = 0;
        lastFile = new byte[0];
        lastCurrency = new byte[0];
    }
}
