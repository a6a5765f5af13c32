package xindang.proof.evidence;

import java.util.Map;
import xindang.proof.log.Commitment;
import xindang.proof.log.Content;
import xindang.proof.log.LogEntry;
import xindang.proof.tree.Hash;
import xindang.proof.tree.HashFunction;

/** What can be said of an entry by itself (单条检查): its leaf is the one in the tree, its content the one of the leaf. */
final class EntryCheck {

    private final HashFunction function;
    private long kept;
    private long destroyed;
    private long withheld;

    EntryCheck(HashFunction function) {
        this.function = function;
    }

    /** Checks an entry and counts it; gives the hash of its leaf. */
    Hash check(LogEntry entry) throws FaultFound {
        switch (entry.content()) {
            case Content.Kept content -> {
                Hash commitment = Commitment.of(function, content.salt(), content.bytes());
                if (!commitment.equals(entry.leaf().commitment())) {
                    throw FaultFound.at(entry.index(), Fault.CONTENT_CHANGED, Map.of());
                }
                kept++;
            }
            case Content.Destroyed() -> destroyed++;
            case Content.Withheld() -> withheld++;
        }
        return entry.leaf().hash(function);
    }

    /** Checks an entry against the hash that stands in the tree. */
    Hash check(LogEntry entry, Hash stored) throws FaultFound {
        if (!entry.leaf().hash(function).equals(stored)) {
            throw FaultFound.at(entry.index(), Fault.LEAF_CHANGED, Map.of());
        }
        return check(entry);
    }

    Verdict.Contents contents() {
        return new Verdict.Contents(kept, destroyed, withheld);
    }
}
