package xindang.proof.checkpoint;

import java.util.List;

/** Verifies checkpoints (验证检查点) with the keys a reader trusts. Signatures of other keys are no harm and no help. */
public final class Verifier {

    private final List<VerifyingKey> trusted;

    /** A verifier with the keys its user trusts. */
    public Verifier(List<VerifyingKey> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** Whether a trusted key signed the checkpoint. */
    public boolean accepts(SignedCheckpoint signed) {
        return trusted.stream().anyMatch(signed::isSignedBy);
    }
}
