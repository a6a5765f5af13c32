package xindang.proof.evidence;

import xindang.proof.checkpoint.Checkpoint;

/** What verification came to (验证结论). */
public sealed interface Verdict {

    /**
     * Everything holds.
     *
     * @param kind what was verified
     * @param first index of the first entry
     * @param end index behind the last entry
     * @param contents how many entries have their content, were destroyed, or are shown without content
     * @param checkpoints how many checkpoints were verified
     * @param newest the newest of them
     */
    record Sound(Kind kind, long first, long end, Contents contents, long checkpoints, Checkpoint newest)
            implements Verdict {}

    /** Something is wrong; nothing behind it was looked at. */
    record Broken(Finding finding) implements Verdict {}

    /** What evidence comes as. */
    enum Kind {
        /** All entries from one index to another. */
        RANGE,
        /** Some entries, each with its own proof; says nothing about those left out. */
        SELECTION,
        /** One entry. */
        RECEIPT
    }

    /**
     * Entries by what is left of their content.
     *
     * @param kept content there and fitting
     * @param destroyed content destroyed
     * @param withheld content not handed out
     */
    record Contents(long kept, long destroyed, long withheld) {

        /** All entries. */
        public long all() {
            return kept + destroyed + withheld;
        }
    }
}
