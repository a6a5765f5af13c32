package xindang.proof.evidence;

import java.util.Map;
import xindang.proof.checkpoint.Checkpoint;
import xindang.proof.evidence.LogLine.CheckpointLine;
import xindang.proof.evidence.LogLine.EntryLine;
import xindang.proof.tree.Hash;
import xindang.proof.tree.InclusionProof;

/** Judges some entries of the log, each by its own proof (抽选检查). It cannot tell what was left out. */
final class SelectionCheck implements PackageCheck {

    private final Manifest manifest;
    private final Trust trust;
    private final EntryCheck entries;
    private final WriterBook writers = new WriterBook(false, false);
    private final CheckpointChain chain = new CheckpointChain();
    private long first = -1;
    private long next;

    SelectionCheck(Manifest manifest, Trust trust) {
        this.manifest = manifest;
        this.trust = trust;
        this.entries = new EntryCheck(manifest.function());
    }

    @Override
    public void begin() throws FaultFound {
        trust.begin(manifest.origin(), manifest.function());
    }

    @Override
    public void checkpoint(CheckpointLine line) throws FaultFound {
        Checkpoint checkpoint = line.signed().checkpoint();
        trust.require(line.signed(), manifest.origin(), manifest.function());
        if (!chain.isEmpty() || line.consistency() != null) {
            throw FaultFound.of(Fault.NOT_UNDERSTOOD, Map.of());
        }
        chain.next(checkpoint, true);
        if (checkpoint.size() != manifest.end()) {
            throw FaultFound.of(
                    Fault.SIZE_DIFFERS, Map.of("announced", manifest.end() + "", "found", checkpoint.size() + ""));
        }
        if (trust.knows(checkpoint.size())) {
            trust.compare(checkpoint.root());
        }
    }

    @Override
    public void entry(EntryLine line) throws FaultFound {
        long index = line.entry().index();
        if (index < next) {
            throw FaultFound.at(index, Fault.ENTRY_OUT_OF_ORDER, Map.of("expected", next + "", "found", index + ""));
        }
        Checkpoint checkpoint = chain.newest();
        if (index >= checkpoint.size()) {
            throw FaultFound.at(index, Fault.NOT_COVERED, Map.of());
        }
        if (line.path() == null) {
            throw FaultFound.at(index, Fault.NOT_INCLUDED, Map.of());
        }
        Hash leaf = entries.check(line.entry(), line.stored());
        var proof = new InclusionProof(index, checkpoint.size(), line.path());
        if (!proof.proves(manifest.function(), leaf, checkpoint.root())) {
            throw FaultFound.at(index, Fault.NOT_INCLUDED, Map.of());
        }
        writers.enter(line.entry());
        chain.requireTime(line.entry(), checkpoint);
        first = first < 0 ? index : first;
        next = index + 1;
    }

    @Override
    public long next() {
        return next;
    }

    @Override
    public Verdict.Sound end() throws FaultFound {
        Checkpoint newest = chain.newest();
        trust.end(newest.size(), false);
        return new Verdict.Sound(
                Verdict.Kind.SELECTION, Math.max(first, 0), next, entries.contents(), chain.count(), newest);
    }
}
