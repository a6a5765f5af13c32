package baseline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A made-up receivables portfolio: same customers, invoices and seed, same bytes.
 *
 * <p>{@code Portfolio gen DIR customers invoices seed} writes customers.csv and invoices.csv (for a database), inv.bin
 * (columns, for {@link PortfolioFile}) and ledger.csv (for {@code assess}: the same invoices with a header and decimal
 * amounts).
 *
 * <p>An invoice is paid at most once (paid day or none). Invoices per customer and amounts are Pareto distributed. Days
 * count from 2023-01-01 (day 0); the as-of day is day 1095 (2025-12-31).
 */
public final class Portfolio {

    /** The as-of day, counted from 2023-01-01. */
    public static final int AS_OF = 1095;

    /** Day 0. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);

    private static final String[] DATES = new String[2000];
    private static final int[] TERMS = {0, 15, 30, 30, 30, 45, 60, 90};

    private final int customers;
    private final int invoices;
    private final Rnd random;

    private final double[] cumulated;
    private final int[] terms;
    private final double[] slow;
    private final double[] scale;
    private final long[] limit;

    private final int[] customer;
    private final short[] issued;
    private final short[] due;
    private final short[] paid;
    private final long[] amount;

    private Portfolio(int customers, int invoices, long seed) {
        this.customers = customers;
        this.invoices = invoices;
        random = new Rnd(seed);
        cumulated = new double[customers];
        terms = new int[customers];
        slow = new double[customers];
        scale = new double[customers];
        limit = new long[customers];
        customer = new int[invoices];
        issued = new short[invoices];
        due = new short[invoices];
        paid = new short[invoices];
        amount = new long[invoices];
    }

    /** SplitMix64: the same numbers on every Java and machine. */
    private static final class Rnd {
        private long state;

        Rnd(long seed) {
            state = seed;
        }

        double fraction() {
            state += 0x9e3779b97f4a7c15L;
            return (mix(state) >>> 11) * 0x1.0p-53;
        }

        int below(int n) {
            return (int) (fraction() * n);
        }

        private static long mix(long z) {
            z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
            z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
            return z ^ (z >>> 31);
        }
    }

    /** Generates a portfolio into a folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        Files.createDirectories(folder);
        for (int day = 0; day < DATES.length; day++) {
            DATES[day] = FIRST_DAY.plusDays(day).toString();
        }
        var portfolio = new Portfolio(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Long.parseLong(args[4]));
        portfolio.makeCustomers();
        portfolio.makeInvoices();
        portfolio.writeCustomers(folder.resolve("customers.csv"));
        portfolio.writeInvoices(folder.resolve("invoices.csv"));
        portfolio.writeLedger(folder.resolve("ledger.csv"));
        // Last, because its presence says that the others are whole.
        portfolio.writeColumns(folder.resolve("inv.bin"));
    }

    private void makeCustomers() {
        double total = 0;
        for (int c = 0; c < customers; c++) {
            // 80:20 activity; most customers pay near the due day.
            double weight = Math.min(1e4, Math.pow(1 - random.fraction(), -1 / 1.16));
            total += weight;
            cumulated[c] = total;
            terms[c] = TERMS[random.below(TERMS.length)];
            slow[c] = Math.pow(random.fraction(), 3);
            scale[c] = 20_000 * Math.pow(1 - random.fraction(), -1 / 1.5);
            limit[c] = (long) Math.min(5e12, scale[c] * Math.max(3, weight * invoices / (customers * 12.0)) * 4);
        }
    }

    private void makeInvoices() {
        double total = cumulated[customers - 1];
        for (int i = 0; i < invoices; i++) {
            int found = Arrays.binarySearch(cumulated, random.fraction() * total);
            int c = Math.min(found < 0 ? -found - 1 : found, customers - 1);
            int issue = random.below(AS_OF + 1);
            int dueOn = issue + terms[c];
            double late = slow[c] * -Math.log(1 - random.fraction()) * 60 - 5 * random.fraction();
            boolean never = random.fraction() < 0.004 + 0.03 * slow[c];
            int paidOn = never ? Short.MAX_VALUE : Math.max(issue, dueOn + (int) Math.round(late));
            customer[i] = c;
            issued[i] = (short) issue;
            due[i] = (short) dueOn;
            paid[i] = (short) (paidOn > AS_OF ? -1 : paidOn);
            amount[i] = (long) Math.min(5e11, scale[c] * Math.pow(1 - random.fraction(), -1 / 1.8));
        }
    }

    private void writeCustomers(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int c = 0; c < customers; c++) {
                writer.write((c + 1) + "," + limit[c] + "\n");
            }
        }
    }

    private void writeInvoices(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            var line = new StringBuilder(256);
            for (int i = 0; i < invoices; i++) {
                line.setLength(0);
                line.append(head(i)).append(amount[i]).append(',').append(i % 97);
                writer.append(line.append('\n'));
            }
        }
    }

    private void writeLedger(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(
                    "id,customer_id,invoice_no,order_no,invoice_date,due_date,payment_date,currency,amount,salesman\n");
            var line = new StringBuilder(256);
            for (int i = 0; i < invoices; i++) {
                line.setLength(0);
                long cents = amount[i] % 100;
                line.append(head(i))
                        .append(amount[i] / 100)
                        .append(cents < 10 ? ".0" : ".")
                        .append(cents);
                writer.append(line.append(',').append(i % 97).append('\n'));
            }
        }
    }

    private StringBuilder head(int i) {
        return new StringBuilder(128)
                .append(i + 1)
                .append(',')
                .append(customer[i] + 1)
                .append(",INV")
                .append(10_000_000 + i)
                .append(",SO")
                .append(i / 2)
                .append(',')
                .append(DATES[issued[i]])
                .append(',')
                .append(DATES[due[i]])
                .append(',')
                .append(paid[i] >= 0 ? DATES[paid[i]] : "")
                .append(",CNY,");
    }

    /** Little endian: customers, invoices, limit[], customer[] int, issued[], due[], paid[] short (-1 = open), amount[]. */
    private void writeColumns(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
            buffer.putInt(customers).putInt(invoices);
            for (long x : limit) {
                room(channel, buffer).putLong(x);
            }
            for (int x : customer) {
                room(channel, buffer).putInt(x);
            }
            for (short[] column : new short[][] {issued, due, paid}) {
                for (short x : column) {
                    room(channel, buffer).putShort(x);
                }
            }
            for (long x : amount) {
                room(channel, buffer).putLong(x);
            }
            drain(channel, buffer);
        }
    }

    private static ByteBuffer room(FileChannel channel, ByteBuffer buffer) throws IOException {
        if (buffer.remaining() < Long.BYTES) {
            drain(channel, buffer);
        }
        return buffer;
    }

    private static void drain(FileChannel channel, ByteBuffer buffer) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
