package xindang.proof.evidence;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.proof.checkpoint.Checkpoint;
import xindang.proof.log.LogEntry;
import xindang.proof.log.Micros;

/** The checkpoints of a package, one after the other (检查点链), and the time each leaves for the entries it covers. */
final class CheckpointChain {

    private @Nullable Checkpoint before;
    private @Nullable Checkpoint newest;
    private long count;

    /** Takes the next checkpoint; between neighbours of a range no number is missing. */
    void next(Checkpoint checkpoint, boolean neighbour) throws FaultFound {
        Checkpoint last = newest;
        if (last != null) {
            follow(checkpoint, last, neighbour);
        }
        before = last;
        newest = checkpoint;
        count++;
    }

    private static void follow(Checkpoint checkpoint, Checkpoint last, boolean neighbour) throws FaultFound {
        Map<String, String> facts = Map.of(
                "number", checkpoint.number() + "",
                "size", checkpoint.size() + "",
                "before", last.number() + "");
        if (checkpoint.size() == last.size() && !checkpoint.root().equals(last.root())) {
            throw FaultFound.of(Fault.FORKED, facts);
        }
        if (checkpoint.number() <= last.number()
                || checkpoint.size() < last.size()
                || checkpoint.time().isBefore(last.time())) {
            throw FaultFound.of(Fault.CHECKPOINT_BACK, facts);
        }
        if (neighbour && checkpoint.number() != last.number() + 1) {
            throw FaultFound.of(Fault.CHECKPOINT_MISSING, facts);
        }
    }

    /** An entry that the newest checkpoint covers: not younger than it, and not much older than the one before. */
    void requireTime(LogEntry entry, Checkpoint covering) throws FaultFound {
        Instant recordedAt = entry.leaf().recordedAt();
        if (recordedAt.isAfter(covering.time())) {
            throw time(Fault.POST_DATED, entry, covering.time());
        }
        if (before != null && recordedAt.isBefore(before.time().minusSeconds(Manifest.WINDOW_SECONDS))) {
            throw time(Fault.BACK_DATED, entry, before.time());
        }
    }

    private static FaultFound time(Fault fault, LogEntry entry, Instant checkpoint) {
        return FaultFound.at(
                entry.index(),
                fault,
                Map.of(
                        "time", Micros.text(entry.leaf().recordedAt()),
                        "checkpoint", Micros.text(checkpoint),
                        "window", Manifest.WINDOW_SECONDS + ""));
    }

    /** The newest checkpoint; a fault where there is none. */
    Checkpoint newest() throws FaultFound {
        if (newest == null) {
            throw FaultFound.of(Fault.NO_CHECKPOINT, Map.of());
        }
        return newest;
    }

    /** Size of the checkpoint before the newest; 0 where there is none. */
    long before() {
        return before == null ? 0 : before.size();
    }

    boolean isEmpty() {
        return newest == null;
    }

    long count() {
        return count;
    }
}
