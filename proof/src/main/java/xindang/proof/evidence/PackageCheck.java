package xindang.proof.evidence;

import xindang.proof.evidence.LogLine.CheckpointLine;
import xindang.proof.evidence.LogLine.EntryLine;

/** Judges a package line by line (逐行检查), keeping little more than the edge of the tree. */
interface PackageCheck {

    /** Looks at what the reader brought along. */
    void begin() throws FaultFound;

    /** The next line is a checkpoint. */
    void checkpoint(CheckpointLine line) throws FaultFound;

    /** The next line is an entry. */
    void entry(EntryLine line) throws FaultFound;

    /** Index at which the next entry should stand: what a line that is not understood is named by. */
    long next();

    /** No line is left. */
    Verdict.Sound end() throws FaultFound;
}
