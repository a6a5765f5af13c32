package xindang.intake;

import java.nio.file.Path;
import java.util.List;

/** Reads one file in a fresh process and prints how long it took: {@code ReadingTime FILE [THREADS [REPEATS]]}. */
final class ReadingTime {

    private ReadingTime() {}

    public static void main(String[] arguments) {
        int threads = arguments.length > 1
                ? Integer.parseInt(arguments[1])
                : Runtime.getRuntime().availableProcessors();
        int repeats = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            Ledger ledger = LedgerReader.read(List.of(Path.of(arguments[0])), ReadingOptions.NONE, threads);
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            System.out.println(milliseconds + " ms, " + ledger.rows() + " rows, "
                    + ledger.rejects().size() + " rejects, " + ledger.accounts() + " accounts, used MB "
                    + used());
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
