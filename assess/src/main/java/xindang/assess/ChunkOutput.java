package xindang.assess;

import java.util.ArrayList;
import java.util.List;
import xindang.engine.canonical.CanonicalWriter;
import xindang.engine.decision.DecisionRecord;

/**
 * What one chunk of customers contributes to the files, and its part of the tallies. Made by one worker thread, then
 * written by the main thread in order.
 */
final class ChunkOutput {

    final Csv customers = new Csv();
    final Csv warnings = new Csv();
    final Csv dunning = new Csv();
    final CanonicalWriter decisions = new CanonicalWriter();
    final List<String> decisionHashes = new ArrayList<>();
    final Tally tally = new Tally();

    /** Adds a decision to the lines and its hash to the list. */
    void decision(DecisionRecord record, String run) {
        decisionHashes.add(record.writeTo(decisions, run));
        decisions.line();
    }
}
