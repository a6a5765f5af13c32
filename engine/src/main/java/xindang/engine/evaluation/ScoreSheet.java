package xindang.engine.evaluation;

/**
 * The outcome of one scoring as plain numbers, made to be used again and again: a portfolio run scores a million customers
 * with one sheet and no allocation. Made by {@link CompiledScorecard#newSheet}; belongs to one thread.
 */
public final class ScoreSheet {

    final int[] slots;
    final long[] points;
    final int[] reasons;
    final long[] distances;
    int reasonCount;
    /** Distance that a characteristic must exceed to be ranked: 0 until the list is full, then its last one. */
    long distanceToBeat;

    boolean scored;
    long score;
    long plainSum;
    long missingWeight;
    int gradeByScore;
    int grade;

    ScoreSheet(int tables, int characteristics, int atMost) {
        slots = new int[tables];
        points = new long[characteristics];
        reasons = new int[atMost];
        distances = new long[atMost];
    }

    /** Whether there is a score; if not, the other numbers mean nothing. */
    public boolean scored() {
        return scored;
    }

    /** The score in ten-thousandths. */
    public long score() {
        return score;
    }

    /** Index on the scale (0 = best) of the grade the score alone earns. */
    public int gradeByScore() {
        return gradeByScore;
    }

    /** Index on the scale (0 = best) of the grade after knock-outs. */
    public int grade() {
        return grade;
    }

    /** Points of a characteristic (by its place on the card) in ten-thousandths. */
    public long points(int characteristic) {
        return points[characteristic];
    }

    /** How many reasons there are. */
    public int reasonCount() {
        return reasonCount;
    }

    /** The place on the card of the characteristic that is the reason at a rank (0 = first). */
    public int reason(int rank) {
        return reasons[rank];
    }

    /** Its distance from the baseline in ten-thousandths, above 0. */
    public long distance(int rank) {
        return distances[rank];
    }

    /**
     * Takes a reason that beats {@link #distanceToBeat} into the ranked list. Insertion, because the list is short and
     * equal distances must stay in card order.
     */
    void rank(int characteristic, long distance) {
        if (reasons.length == 0) {
            return;
        }
        int at = Math.min(reasonCount, reasons.length - 1);
        reasonCount = at + 1;
        while (at > 0 && distances[at - 1] < distance) {
            distances[at] = distances[at - 1];
            reasons[at] = reasons[at - 1];
            at--;
        }
        distances[at] = distance;
        reasons[at] = characteristic;
        distanceToBeat = reasonCount == reasons.length ? distances[reasonCount - 1] : 0;
    }
}
