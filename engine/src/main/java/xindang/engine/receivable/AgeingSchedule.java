package xindang.engine.receivable;

import java.util.ArrayList;
import java.util.List;

/**
 * Ageing schedule (账龄段) as data (AR-03): days past due fall into {@code not-due}, then one bucket up to each bound,
 * then everything beyond the last.
 *
 * <p>The bound is the last day of its bucket: with bounds 30 and 60, day 30 is in {@code 1-30} and day 31 in {@code
 * 31-60}.
 */
public final class AgeingSchedule {

    /** Not due, 1–30, 31–60, 61–90, 91–180, 181–365 and over 365 days. */
    public static final AgeingSchedule STANDARD = new AgeingSchedule(List.of(30, 60, 90, 180, 365));

    private static final int LONGEST = 3660;

    private final List<Integer> bounds;
    private final List<String> labels;
    /** Bucket by days past due, up to one beyond the last bound: the hot path is one array read. */
    private final byte[] bucketByDays;

    /**
     * Builds a schedule.
     *
     * @param bounds last day of each bucket, rising, 1 to 3660, at most 20
     * @throws IllegalArgumentException if the bounds do not rise or are out of range
     */
    public AgeingSchedule(List<Integer> bounds) {
        if (bounds.isEmpty() || bounds.size() > 20 || bounds.getFirst() < 1 || bounds.getLast() > LONGEST) {
            throw new IllegalArgumentException("ageing bounds must be 1 to 20 days between 1 and " + LONGEST);
        }
        this.bounds = List.copyOf(bounds);
        this.labels = labelsOf(bounds);
        this.bucketByDays = new byte[bounds.getLast() + 2];
        int bucket = 0;
        for (int days = 1; days < bucketByDays.length; days++) {
            if (bucket == 0 || (bucket <= bounds.size() && days > bounds.get(bucket - 1))) {
                bucket++;
            }
            bucketByDays[days] = (byte) bucket;
        }
    }

    /** Number of buckets, {@code not-due} and the open-ended last one included. */
    public int buckets() {
        return labels.size();
    }

    /** Stable code of a bucket: {@code not-due}, {@code 1-30} … {@code over-365}. */
    public String label(int bucket) {
        return labels.get(bucket);
    }

    /** All bucket codes, youngest first. */
    public List<String> labels() {
        return labels;
    }

    /** The bounds this schedule was built of. */
    public List<Integer> bounds() {
        return bounds;
    }

    /** The bucket of an item so many days past due; 0 and less is {@code not-due}. */
    public int bucketOf(int daysPastDue) {
        return bucketByDays[Math.clamp(daysPastDue, 0, bucketByDays.length - 1)];
    }

    private static List<String> labelsOf(List<Integer> bounds) {
        var labels = new ArrayList<String>();
        labels.add("not-due");
        int from = 1;
        for (int bound : bounds) {
            if (bound < from) {
                throw new IllegalArgumentException("ageing bounds must rise: " + bounds);
            }
            labels.add(from + "-" + bound);
            from = bound + 1;
        }
        labels.add("over-" + bounds.getLast());
        return List.copyOf(labels);
    }
}
