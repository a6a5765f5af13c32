package baseline;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The columns of inv.bin in arrival order, as {@link Portfolio} wrote them.
 *
 * @param limit credit limit per customer in cents
 * @param customer customer of each invoice
 * @param issued day of issue
 * @param due due day
 * @param paid day of payment, -1 = open
 * @param amount cents
 */
public record PortfolioFile(long[] limit, int[] customer, short[] issued, short[] due, short[] paid, long[] amount) {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Reads inv.bin of a folder. */
    public static PortfolioFile read(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve("inv.bin"));
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            int customers = bytes.get(INT, 0);
            int invoices = bytes.get(INT, Integer.BYTES);
            var file = new PortfolioFile(
                    new long[customers],
                    new int[invoices],
                    new short[invoices],
                    new short[invoices],
                    new short[invoices],
                    new long[invoices]);
            long at = 2 * Integer.BYTES;
            MemorySegment.copy(bytes, LONG, at, file.limit, 0, customers);
            at += (long) Long.BYTES * customers;
            MemorySegment.copy(bytes, INT, at, file.customer, 0, invoices);
            at += (long) Integer.BYTES * invoices;
            for (short[] column : new short[][] {file.issued, file.due, file.paid}) {
                MemorySegment.copy(bytes, SHORT, at, column, 0, invoices);
                at += (long) Short.BYTES * invoices;
            }
            MemorySegment.copy(bytes, LONG, at, file.amount, 0, invoices);
            return file;
        }
    }
}
