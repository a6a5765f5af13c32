package xindang.assess;

/**
 * What one chunk of customers contributes to the files, and its part of the tallies. Made by one worker thread, then
 * written by the main thread in order.
 */
final class ChunkOutput {

    final Csv customers = new Csv();
    final Csv warnings = new Csv();
    final Csv dunning = new Csv();
    final StringBuilder decisions = new StringBuilder();
    final Tally tally = new Tally();
}
