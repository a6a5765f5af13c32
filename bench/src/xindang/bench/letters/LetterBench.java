package xindang.bench.letters;

import baseline.OpenPdfLetters;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import xindang.platform.print.letter.Block;
import xindang.platform.print.letter.Letter;
import xindang.platform.print.letter.LetterPrinter;
import xindang.platform.print.letter.Pdf;
import xindang.platform.print.letter.QrCode;

/**
 * P12, both sides in one process by turns: {@code LetterBench reps font}. One-page Chinese letters with a table of twelve rows, per second of
 * CPU time of the one thread that makes them. Each is for another customer with another name; ours carry a code besides. Whether their text can
 * be read back is tested with the product.
 */
public final class LetterBench {

    private static final int BATCH = 50;
    private static final int MOST_BYTES = 50_000;
    private static final int ROWS = 12;
    private static final long SEED = 7;
    private static final long WARM_UP = 6_000_000_000L;
    private static final long MEASURED = 2_000_000_000L;
    private static final List<String> HEAD = List.of("单据号", "开票日期", "到期日", "逾期天数", "未清金额");
    private static final String TEXT = "贵公司下列款项已逾期，请于收到本函后七日内付清。如已付款，请忽略本通知并提供付款凭证；如对金额有异议，请书面说明并附相关单据。";

    private final Random random = new Random(SEED);
    private final OpenPdfLetters anchor;
    private int number;

    private LetterBench(String font) throws java.io.IOException {
        anchor = new OpenPdfLetters(font);
    }

    private interface Side {
        /** Makes some letters; answers how many bytes the largest has. */
        int make(int count);
    }

    /** Warms up and measures by turns. */
    public static void main(String[] args) throws java.io.IOException {
        var bench = new LetterBench(args[1]);
        bench.rate(bench::anchor, 1, WARM_UP);
        bench.rate(bench::ours, BATCH, WARM_UP);
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            print("anchor", bench.rate(bench::anchor, 5, MEASURED));
            print("ours", bench.rate(bench::ours, BATCH, MEASURED));
        }
    }

    private static void print(String side, double rate) {
        System.out.printf(Locale.ROOT, "sample %s %.1f 0 0%n", side, rate);
    }

    private double rate(Side side, int batch, long nanos) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        long now = begin;
        long made = 0;
        while (now - begin < nanos) {
            int largest = side.make(batch);
            if (largest > MOST_BYTES && side.make(1) > MOST_BYTES) {
                throw new IllegalStateException("a letter of " + largest + " bytes");
            }
            made += batch;
            now = threads.getCurrentThreadCpuTime();
        }
        return made / ((now - begin) / 1e9);
    }

    private int anchor(int count) {
        int largest = 0;
        for (int i = 0; i < count; i++) {
            String name = name();
            largest = Math.max(
                    largest,
                    anchor.letter("催款通知书", List.of(name + "：", TEXT, TEXT, "编号 HJ-2026-" + number++), rows()).length);
        }
        return largest;
    }

    private int ours(int count) {
        List<Letter> letters =
                IntStream.range(0, count).mapToObj(_ -> letter()).toList();
        int largest = 0;
        for (LetterPrinter.Printed printed : LetterPrinter.print(letters)) {
            if (!(printed instanceof LetterPrinter.Printed.Done(Pdf file))) {
                throw new IllegalStateException(printed.toString());
            }
            largest = Math.max(largest, file.length());
        }
        return largest;
    }

    private Letter letter() {
        List<Block.Column> columns = IntStream.range(0, HEAD.size())
                .mapToObj(i -> new Block.Column(1, i == HEAD.size() - 1 ? Block.Align.RIGHT : Block.Align.LEFT))
                .toList();
        String own = "HJ-2026-" + number++;
        return new Letter(
                "催款通知书",
                List.of(
                        new Block.Text("催款通知书", 16, Block.Align.CENTER, 0, 12),
                        new Block.Text(name() + "：", 11, Block.Align.LEFT, 0, 6),
                        new Block.Text(TEXT, 11, Block.Align.LEFT, 22, 6),
                        new Block.Text(TEXT, 11, Block.Align.LEFT, 22, 6),
                        new Block.Text("编号 " + own, 11, Block.Align.LEFT, 0, 6),
                        new Block.Table(columns, rows(), 9.5f),
                        new Block.Code(QrCode.of("https://credit.example/verify?c=" + own), 70, Block.Align.RIGHT)),
                own);
    }

    /** A name of signs in common use, about two of which no other letter of the batch has. */
    private String name() {
        var name = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            name.appendCodePoint(0x4E00 + random.nextInt(3_000));
        }
        return name + "有限公司";
    }

    private List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        for (int i = 0; i < ROWS; i++) {
            rows.add(List.of(
                    "INV" + random.nextInt(1_000_000),
                    "2025-10-%02d".formatted(1 + random.nextInt(28)),
                    "2025-11-%02d".formatted(1 + random.nextInt(28)),
                    String.valueOf(30 + i),
                    "%,d.00".formatted(random.nextInt(1_000_000))));
        }
        return rows;
    }
}
