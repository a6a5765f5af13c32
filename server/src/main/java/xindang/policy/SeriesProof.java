package xindang.policy;

/**
 * That a series has no gap (无断号核对), counted in the database when asked.
 *
 * @param first first number
 * @param last last number
 * @param lastSerial serial that the series stands at
 * @param count numbers there are
 * @param voided how many of them are void
 * @param gaps serials up to the last that no number has
 */
public record SeriesProof(String first, String last, int lastSerial, long count, long voided, long gaps) {}
