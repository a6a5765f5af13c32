package xindang.bench;

import baseline.PmmlCard;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jpmml.evaluator.FieldValue;
import xindang.engine.evaluation.Characteristic;
import xindang.engine.evaluation.CompiledScorecard;
import xindang.engine.evaluation.ScoreSheet;

/**
 * P10, both sides in one process by turns: {@code ScorecardBench reps reasons}. Evaluations per second of CPU time of the
 * one thread that measures, so that neighbours on a shared machine do not distort it; score and reasons are read out.
 * Both must give the same scores and the same reasons for every applicant.
 */
public final class ScorecardBench {

    private static final int APPLICANTS = 20_000;
    private static final int BATCH = 500;
    private static final long WARM_UP = 3_000_000_000L;
    private static final long MEASURED = 1_000_000_000L;
    private static final long SEED = 7;

    private final int reasons;
    private final PmmlCard pmml;
    private final CompiledScorecard card;
    private final ScoreSheet sheet;
    private final String[] reasonCodes;
    private final List<String> reasonNames;

    private final List<Map<String, FieldValue>> prepared = new ArrayList<>();
    private final long[][] numbers = new long[APPLICANTS][];
    private final int[][] answers = new int[APPLICANTS][];

    private ScorecardBench(int reasons) throws Exception {
        this.reasons = reasons;
        pmml = new PmmlCard(reasons);
        reasonNames = pmml.reasonNames();
        card = OurCard.of(reasons);
        sheet = card.newSheet();
        reasonCodes = card.card().characteristics().stream()
                .map(Characteristic::reasonCode)
                .toArray(String[]::new);
        var random = new Random(SEED);
        for (int i = 0; i < APPLICANTS; i++) {
            add(i, random);
        }
    }

    /** Checks that both agree, warms up, measures by turns. */
    public static void main(String[] args) throws Exception {
        var bench = new ScorecardBench(Integer.parseInt(args[1]));
        bench.check();
        bench.rate(bench::anchor, WARM_UP);
        bench.rate(bench::ours, WARM_UP);
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            print("anchor", bench.rate(bench::anchor, MEASURED));
            print("ours", bench.rate(bench::ours, MEASURED));
        }
    }

    private static void print(String side, double rate) {
        System.out.printf(Locale.ROOT, "sample %s %.0f 0 0%n", side, rate);
    }

    private void add(int applicant, Random random) {
        var values = new HashMap<String, Object>();
        numbers[applicant] = new long[card.numbers()];
        answers[applicant] = new int[card.answers()];
        for (int i = 0; i < PmmlCard.HALF; i++) {
            // Ten-thousandths: what both sides can hold exactly.
            int number = random.nextInt(1_000_000);
            String answer = PmmlCard.ANSWERS.get(random.nextInt(PmmlCard.ANSWERS.size()));
            values.put("n" + i, number / 10_000.0);
            values.put("c" + i, answer);
            numbers[applicant][card.index("n" + i)] = number;
            answers[applicant][card.index("c" + i)] = card.answerCode("c" + i, answer);
        }
        prepared.add(pmml.prepare(values));
    }

    private void check() {
        double sum = 0;
        long firstReasons = 0;
        for (int i = 0; i < APPLICANTS; i++) {
            Map<String, ?> theirs = pmml.evaluate(prepared.get(i));
            double score = ((Number) theirs.get("score")).doubleValue();
            if (!card.score(numbers[i], answers[i], sheet) || Math.round(score * 10_000) != sheet.score()) {
                throw new IllegalStateException("applicant " + i + ": " + score + " and " + sheet.score());
            }
            for (int rank = 0; rank < reasons; rank++) {
                Object reason = theirs.get(reasonNames.get(rank));
                String own = rank < sheet.reasonCount() ? reasonCodes[sheet.reason(rank)] : null;
                // jpmml fills up with reasons that are none (at or above the baseline); ours names only true ones.
                if (own != null && !own.equals(reason)) {
                    throw new IllegalStateException(
                            "applicant " + i + ", reason " + rank + ": " + reason + " and " + own);
                }
            }
            sum += score;
            firstReasons = firstReasons * 31 + sheet.reason(0);
        }
        System.out.printf(
                Locale.ROOT,
                "control: %d applicants of seed %d, same scores (sum %.0f) and reasons (checksum %x), %d each%n",
                APPLICANTS,
                SEED,
                sum,
                firstReasons,
                reasons);
    }

    private long anchor(int from, int end) {
        long sum = 0;
        for (int i = from; i < end; i++) {
            Map<String, ?> result = pmml.evaluate(prepared.get(i));
            sum += ((Number) result.get("score")).longValue();
            for (String name : reasonNames) {
                Object reason = result.get(name);
                sum += reason == null ? 0 : reason.hashCode();
            }
        }
        return sum;
    }

    private long ours(int from, int end) {
        long sum = 0;
        for (int i = from; i < end; i++) {
            card.score(numbers[i], answers[i], sheet);
            sum += sheet.score();
            for (int rank = 0; rank < sheet.reasonCount(); rank++) {
                sum += reasonCodes[sheet.reason(rank)].hashCode();
            }
        }
        return sum;
    }

    /** Some applicants; the sum keeps the compiler from dropping the work. */
    @FunctionalInterface
    private interface Body {
        long run(int from, int end);
    }

    private double rate(Body body, long nanos) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        long now = begin;
        long sum = 0;
        long evaluated = 0;
        while (now - begin < nanos) {
            for (int batch = 0; batch < 4; batch++) {
                int from = (int) (evaluated % APPLICANTS);
                sum += body.run(from, from + BATCH);
                evaluated += BATCH;
            }
            now = threads.getCurrentThreadCpuTime();
        }
        if (sum == 42) {
            System.out.println();
        }
        return evaluated / ((now - begin) / 1e9);
    }
}
