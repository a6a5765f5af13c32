package xindang.proof.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Signs checkpoints (签署检查点) with one key, or, while a log changes keys, with the old and the new one. */
public final class Signer {

    private final List<SigningKey> keys;

    /** A signer with its keys; at least one. */
    public Signer(List<SigningKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("nothing to sign with");
        }
        this.keys = List.copyOf(keys);
    }

    /** Signs a checkpoint; the name of the keys is its origin. */
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        byte[] message = checkpoint.text().getBytes(StandardCharsets.UTF_8);
        List<NoteSignature> signatures = new ArrayList<>();
        for (SigningKey key : keys) {
            byte[] keyId = key.verifyingKey().keyId(checkpoint.origin());
            signatures.add(new NoteSignature(checkpoint.origin(), keyId, key.sign(message)));
        }
        return new SignedCheckpoint(checkpoint, signatures);
    }
}
