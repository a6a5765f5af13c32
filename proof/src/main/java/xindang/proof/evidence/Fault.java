package xindang.proof.evidence;

import java.util.Locale;

/** What can be wrong with evidence (缺陷). Codes are stable; texts in Chinese and English belong to the command. */
public enum Fault {
    /** A line is not what a line should be. */
    NOT_UNDERSTOOD,
    /** Entries are missing between two others, or at the end of what a checkpoint covers. */
    ENTRY_MISSING,
    /** An entry stands where an earlier one should not come any more. */
    ENTRY_OUT_OF_ORDER,
    /** The text of a leaf does not give the hash that stands in the tree. */
    LEAF_CHANGED,
    /** Content and salt do not give the commitment of the leaf. */
    CONTENT_CHANGED,
    /** The counter of a writer leaves a number out: an entry was removed, perhaps before it had a place. */
    COUNTER_GAP,
    /** The counter of a writer goes back or stands still. */
    COUNTER_BACK,
    /** An entry is older than the one the same writer wrote before. */
    TIME_BACK,
    /** An entry is older than the checkpoint before it by more than the window. */
    BACK_DATED,
    /** An entry is younger than the checkpoint that covers it. */
    POST_DATED,
    /** An entry lies behind the last checkpoint. */
    NOT_COVERED,
    /** The entries up to a checkpoint do not give its root. */
    ROOT_DIFFERS,
    /** A checkpoint is not signed with a key that the reader trusts. */
    SIGNATURE_WRONG,
    /** A checkpoint belongs to another log. */
    OTHER_LOG,
    /** A checkpoint is missing between two others. */
    CHECKPOINT_MISSING,
    /** A checkpoint has fewer entries, a smaller number or an earlier time than the one before. */
    CHECKPOINT_BACK,
    /** Two checkpoints of one size have different roots: somebody was shown another log. */
    FORKED,
    /** A later checkpoint does not extend the one before. */
    NOT_EXTENDED,
    /** A checkpoint without proof comes where only proven ones may. */
    PROOF_MISSING,
    /** The path does not lead from the entry to the root. */
    NOT_INCLUDED,
    /** There is no checkpoint at all. */
    NO_CHECKPOINT,
    /** The manifest announces another number of entries. */
    SIZE_DIFFERS,
    /** More different writers than a log of this house can have. */
    TOO_MANY_WRITERS,
    /** The known checkpoint is not signed with a key that the reader trusts. */
    KNOWN_SIGNATURE_WRONG,
    /** The known checkpoint belongs to another log. */
    KNOWN_OTHER_LOG,
    /** The log was longer at the known checkpoint: its end was cut off. */
    TRUNCATED,
    /** The log had another root at the size of the known checkpoint. */
    KNOWN_FORKED,
    /** The package says nothing about the size of the known checkpoint. */
    KNOWN_NOT_COVERED;

    /** The code, such as {@code counter-gap}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
