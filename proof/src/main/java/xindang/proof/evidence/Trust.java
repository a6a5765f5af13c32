package xindang.proof.evidence;

import java.util.Map;
import java.util.Optional;
import xindang.proof.checkpoint.Checkpoint;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.checkpoint.Verifier;
import xindang.proof.tree.Hash;
import xindang.proof.tree.HashFunction;

/**
 * What the reader brings along (信任依据): keys, and perhaps a checkpoint of an earlier time. Everything in the evidence is
 * measured against it.
 */
final class Trust {

    private final Verifier verifier;
    private final Optional<SignedCheckpoint> known;
    private boolean knownWasMet;

    Trust(Verifier verifier, Optional<SignedCheckpoint> known) {
        this.verifier = verifier;
        this.known = known;
    }

    /** Looks at the known checkpoint before anything else. */
    void begin(String origin, HashFunction function) throws FaultFound {
        knownWasMet = known.isEmpty();
        if (known.isPresent()) {
            Checkpoint checkpoint = known.get().checkpoint();
            if (!verifier.accepts(known.get())) {
                throw FaultFound.of(Fault.KNOWN_SIGNATURE_WRONG, about(checkpoint));
            }
            if (!checkpoint.origin().equals(origin) || checkpoint.function() != function) {
                throw FaultFound.of(Fault.KNOWN_OTHER_LOG, Map.of("known", checkpoint.origin(), "origin", origin));
            }
        }
    }

    /** A checkpoint of the evidence: of this log, and signed by somebody trusted. */
    void require(SignedCheckpoint signed, String origin, HashFunction function) throws FaultFound {
        Checkpoint checkpoint = signed.checkpoint();
        if (!checkpoint.origin().equals(origin) || checkpoint.function() != function) {
            throw FaultFound.of(
                    Fault.OTHER_LOG,
                    Map.of("size", checkpoint.size() + "", "found", checkpoint.origin(), "origin", origin));
        }
        if (!verifier.accepts(signed)) {
            throw FaultFound.of(Fault.SIGNATURE_WRONG, about(checkpoint));
        }
    }

    /** Whether the root at this size is to be compared with the known one. */
    boolean knows(long size) {
        return known.isPresent() && known.get().checkpoint().size() == size;
    }

    /** Compares the root at the known size. */
    void compare(Hash root) throws FaultFound {
        Checkpoint checkpoint = known.orElseThrow().checkpoint();
        if (!checkpoint.root().equals(root)) {
            throw FaultFound.of(Fault.KNOWN_FORKED, about(checkpoint));
        }
        knownWasMet = true;
    }

    /**
     * At the end: the known checkpoint must have been met.
     *
     * @param whole whether the evidence claims to hold all entries up to its end, so that a known checkpoint beyond it
     *     means a cut-off end
     */
    void end(long newest, boolean whole) throws FaultFound {
        if (knownWasMet) {
            return;
        }
        Checkpoint checkpoint = known.orElseThrow().checkpoint();
        Map<String, String> facts = Map.of("known", checkpoint.size() + "", "size", newest + "");
        throw whole && checkpoint.size() > newest
                ? FaultFound.at(newest, Fault.TRUNCATED, facts)
                : FaultFound.of(Fault.KNOWN_NOT_COVERED, facts);
    }

    static Map<String, String> about(Checkpoint checkpoint) {
        return Map.of("number", checkpoint.number() + "", "size", checkpoint.size() + "");
    }
}
