package xindang.proof.evidence;

import java.util.Map;
import xindang.proof.checkpoint.Checkpoint;
import xindang.proof.evidence.LogLine.CheckpointLine;
import xindang.proof.evidence.LogLine.EntryLine;
import xindang.proof.tree.ConsistencyProof;
import xindang.proof.tree.Frontier;
import xindang.proof.tree.Hash;
import xindang.proof.tree.NodeSink;

/**
 * Judges a range of the log (区间检查). The tree is grown again entry by entry and its root compared at every checkpoint,
 * which shows at once that each is extended by the next. Behind the last entry, later checkpoints are tied to it by proofs.
 */
final class RangeCheck implements PackageCheck {

    private final Manifest manifest;
    private final Trust trust;
    private final Frontier tree;
    private final EntryCheck entries;
    private final WriterBook writers;
    private final CheckpointChain chain = new CheckpointChain();
    private boolean beyondEntries;

    RangeCheck(Manifest manifest, Trust trust) {
        this.manifest = manifest;
        this.trust = trust;
        this.tree = manifest.start().copy();
        this.entries = new EntryCheck(manifest.function());
        this.writers = new WriterBook(tree.size() == 0, true);
    }

    @Override
    public void begin() throws FaultFound {
        trust.begin(manifest.origin(), manifest.function());
        compareWithKnown();
    }

    @Override
    public void checkpoint(CheckpointLine line) throws FaultFound {
        Checkpoint checkpoint = line.signed().checkpoint();
        trust.require(line.signed(), manifest.origin(), manifest.function());
        if (!chain.isEmpty() && !beyondEntries) {
            requireComplete(chain.newest());
        }
        if (line.consistency() == null && !beyondEntries) {
            requireStart(checkpoint);
            chain.next(checkpoint, true);
        } else {
            extend(line, checkpoint);
        }
    }

    /** A log from its beginning has its first checkpoint; a range that begins later says with a signature where. */
    private void requireStart(Checkpoint checkpoint) throws FaultFound {
        if (!chain.isEmpty()) {
            return;
        }
        boolean begins = tree.size() == 0 ? checkpoint.number() == 1 : checkpoint.size() == tree.size();
        if (!begins) {
            throw FaultFound.of(
                    Fault.CHECKPOINT_MISSING,
                    Map.of(
                            "number",
                            checkpoint.number() + "",
                            "size",
                            checkpoint.size() + "",
                            "before",
                            tree.size() == 0 ? "0" : "?"));
        }
        if (tree.size() > 0 && !checkpoint.root().equals(tree.root())) {
            throw rootDiffers(checkpoint, 0);
        }
    }

    private void extend(CheckpointLine line, Checkpoint checkpoint) throws FaultFound {
        Checkpoint last = chain.newest();
        if (line.consistency() == null) {
            throw FaultFound.of(Fault.PROOF_MISSING, Trust.about(checkpoint));
        }
        chain.next(checkpoint, false);
        var proof = new ConsistencyProof(last.size(), checkpoint.size(), line.consistency());
        if (!proof.proves(manifest.function(), last.root(), checkpoint.root())) {
            throw FaultFound.of(Fault.NOT_EXTENDED, Trust.about(checkpoint));
        }
        beyondEntries = true;
        if (trust.knows(checkpoint.size())) {
            trust.compare(checkpoint.root());
        }
    }

    @Override
    public void entry(EntryLine line) throws FaultFound {
        long index = line.entry().index();
        Map<String, String> facts = Map.of("expected", tree.size() + "", "found", index + "");
        if (index > tree.size()) {
            throw FaultFound.at(tree.size(), Fault.ENTRY_MISSING, facts);
        }
        if (index < tree.size()) {
            throw FaultFound.at(index, Fault.ENTRY_OUT_OF_ORDER, facts);
        }
        if (chain.isEmpty() || beyondEntries || chain.newest().size() <= index) {
            throw FaultFound.at(index, Fault.NOT_COVERED, Map.of());
        }
        Hash leaf = entries.check(line.entry(), line.stored());
        writers.enter(line.entry());
        chain.requireTime(line.entry(), chain.newest());
        tree.append(leaf, NodeSink.NONE);
        if (tree.size() == chain.newest().size()) {
            requireRoot(chain.newest());
        }
        compareWithKnown();
    }

    private void compareWithKnown() throws FaultFound {
        if (trust.knows(tree.size())) {
            trust.compare(tree.root());
        }
    }

    /** All entries that a checkpoint covers must have come. */
    private void requireComplete(Checkpoint checkpoint) throws FaultFound {
        if (tree.size() < checkpoint.size()) {
            throw FaultFound.at(
                    tree.size(),
                    Fault.ENTRY_MISSING,
                    Map.of("expected", tree.size() + "", "found", checkpoint.size() + ""));
        }
        requireRoot(checkpoint);
    }

    private void requireRoot(Checkpoint checkpoint) throws FaultFound {
        if (!checkpoint.root().equals(tree.root())) {
            throw rootDiffers(checkpoint, chain.before());
        }
    }

    private static FaultFound rootDiffers(Checkpoint checkpoint, long from) {
        return FaultFound.of(
                Fault.ROOT_DIFFERS,
                Map.of(
                        "number", checkpoint.number() + "",
                        "size", checkpoint.size() + "",
                        "from", from + "",
                        "to", Math.max(0, checkpoint.size() - 1) + ""));
    }

    @Override
    public long next() {
        return tree.size();
    }

    @Override
    public Verdict.Sound end() throws FaultFound {
        Checkpoint newest = chain.newest();
        if (!beyondEntries) {
            requireComplete(newest);
        }
        if (tree.size() != manifest.end()) {
            throw FaultFound.at(
                    Math.min(tree.size(), manifest.end()),
                    Fault.SIZE_DIFFERS,
                    Map.of("announced", manifest.end() + "", "found", tree.size() + ""));
        }
        trust.end(newest.size(), true);
        return new Verdict.Sound(
                Verdict.Kind.RANGE, manifest.start().size(), tree.size(), entries.contents(), chain.count(), newest);
    }
}
