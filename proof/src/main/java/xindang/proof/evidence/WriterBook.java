package xindang.proof.evidence;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import xindang.proof.log.Leaf;
import xindang.proof.log.LogEntry;
import xindang.proof.log.Micros;

/**
 * What each writer has written last (写入者计数). Counters are dense, so an entry that was removed before it ever had a place
 * leaves a gap. In a log from its beginning they begin with 1; elsewhere with whatever comes first.
 */
final class WriterBook {

    /** A connection lives for half an hour or so; twenty of them make this many in three years. */
    static final int MAX_WRITERS = 1_000_000;

    private record Last(long counter, Instant recordedAt) {}

    private final Map<String, Last> writers = new HashMap<>();
    private final boolean fromBeginning;
    private final boolean dense;

    /**
     * A book without entries.
     *
     * @param fromBeginning whether the first entry of each writer must be there
     * @param dense whether no entry may be left out
     */
    WriterBook(boolean fromBeginning, boolean dense) {
        this.fromBeginning = fromBeginning;
        this.dense = dense;
    }

    void enter(LogEntry entry) throws FaultFound {
        Leaf leaf = entry.leaf();
        Last last = writers.get(leaf.writer());
        if (last != null) {
            follow(entry, last);
        } else if (fromBeginning && leaf.counter() != 1) {
            throw counter(Fault.COUNTER_GAP, entry, 0);
        } else if (writers.size() == MAX_WRITERS) {
            throw FaultFound.at(entry.index(), Fault.TOO_MANY_WRITERS, Map.of("limit", MAX_WRITERS + ""));
        }
        writers.put(leaf.writer(), new Last(leaf.counter(), leaf.recordedAt()));
    }

    private void follow(LogEntry entry, Last last) throws FaultFound {
        Leaf leaf = entry.leaf();
        if (leaf.counter() <= last.counter()) {
            throw counter(Fault.COUNTER_BACK, entry, last.counter());
        }
        if (dense && leaf.counter() != last.counter() + 1) {
            throw counter(Fault.COUNTER_GAP, entry, last.counter());
        }
        if (leaf.recordedAt().isBefore(last.recordedAt())) {
            throw FaultFound.at(
                    entry.index(),
                    Fault.TIME_BACK,
                    Map.of(
                            "writer",
                            leaf.writer(),
                            "time",
                            Micros.text(leaf.recordedAt()),
                            "before",
                            Micros.text(last.recordedAt())));
        }
    }

    private static FaultFound counter(Fault fault, LogEntry entry, long before) {
        return FaultFound.at(
                entry.index(),
                fault,
                Map.of("writer", entry.leaf().writer(), "counter", entry.leaf().counter() + "", "before", before + ""));
    }
}
