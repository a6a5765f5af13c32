package xindang.proof.evidence;

import java.util.Locale;

/** A file that cannot be judged because it is no evidence at all (无法读取). */
public final class UnreadableEvidence extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** There is no such file. */
        NOT_FOUND,
        /** It cannot be read, or breaks off. */
        NOT_READABLE,
        /** It is neither an evidence package nor a receipt. */
        NO_EVIDENCE,
        /** Its manifest is not understood, or is of a later form. */
        MANIFEST;

        /** The code, such as {@code not-found}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    UnreadableEvidence(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    /** Why not. */
    public Reason reason() {
        return reason;
    }
}
