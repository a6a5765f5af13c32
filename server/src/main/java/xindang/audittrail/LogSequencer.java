package xindang.audittrail;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.store.LogStore;
import xindang.audittrail.store.LogStore.Branch;
import xindang.audittrail.store.LogStore.Placed;
import xindang.audittrail.store.LogStore.Waiting;
import xindang.proof.checkpoint.Checkpoint;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.checkpoint.Signer;
import xindang.proof.tree.Frontier;
import xindang.proof.tree.Hash;
import xindang.proof.tree.HashFunction;
import xindang.proof.tree.NodeId;

/**
 * Gives committed entries their places in the tree and signs its root (日志编号与签署). Of all processes on a database one does it at
 * a time; what it does is one transaction.
 */
@Service
public class LogSequencer {

    /** Most entries of one transaction. */
    static final int AT_ONCE = 5_000;

    private final LogStore store;
    private final LogKeys keys;
    private final Clock clock = Clock.systemUTC();

    LogSequencer(LogStore store, LogKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /** Numbers and signs what waits; answers how many entries that were. */
    @Transactional("engineTransactions")
    public int seal() {
        if (!store.lead()) {
            return 0;
        }
        List<Waiting> waiting = store.waiting(AT_ONCE);
        if (waiting.isEmpty()) {
            return 0;
        }
        Optional<SignedCheckpoint> newest = store.newestOfJobs();
        if (newest.isPresent() && !keys.signed(newest.get())) {
            throw new IllegalStateException("the log is signed with another key than that of this data folder");
        }
        Optional<Checkpoint> last = newest.map(SignedCheckpoint::checkpoint);
        HashFunction function = last.map(Checkpoint::function).orElse(keys.function());
        Frontier frontier = last.isEmpty() ? Frontier.empty(function) : Frontier.read(function, store.frontier());
        var placed = new ArrayList<Placed>();
        var branches = new ArrayList<Branch>();
        for (Waiting one : waiting) {
            Hash leaf = one.leaf().hash(function);
            placed.add(new Placed(one, frontier.size(), leaf));
            frontier.append(leaf, (level, index, hash) -> {
                if (level > 0) {
                    branches.add(new Branch(new NodeId(level, index), hash));
                }
            });
        }
        store.keep(placed, branches, frontier, signed(last, frontier, waiting.getLast(), waiting.size() == AT_ONCE));
        return waiting.size();
    }

    /**
     * Signs a root. While more waits behind, the time is that of the newest entry: the entries of the next checkpoint may be as old
     * as these, and would look back-dated after one of the present.
     */
    private SignedCheckpoint signed(Optional<Checkpoint> last, Frontier frontier, Waiting newest, boolean more) {
        // A clock may go back; a checkpoint never lies before what it covers or before the one before it.
        Instant time = more ? newest.leaf().recordedAt() : clock.instant();
        time = time.isBefore(newest.leaf().recordedAt()) ? newest.leaf().recordedAt() : time;
        Instant before = last.map(Checkpoint::time).orElse(Instant.EPOCH);
        return new Signer(List.of(keys.signing()))
                .sign(new Checkpoint(
                        last.map(Checkpoint::origin).orElseGet(() -> "xindang/" + UUID.randomUUID()),
                        frontier.size(),
                        frontier.root(),
                        frontier.function(),
                        last.map(Checkpoint::number).orElse(0L) + 1,
                        time.isBefore(before) ? before : time));
    }
}
