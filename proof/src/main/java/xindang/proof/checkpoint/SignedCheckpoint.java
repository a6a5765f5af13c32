package xindang.proof.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A checkpoint with its signatures, in the text form of C2SP signed-note: the checkpoint, an empty line, and a line per
 * signature. Reading one says nothing about its signatures; {@link Verifier} does.
 */
public final class SignedCheckpoint {

    /** A text longer than this is no checkpoint. */
    public static final int MAX_LENGTH = 16_384;

    private static final int MAX_SIGNATURES = 16;

    private final Checkpoint checkpoint;
    private final List<NoteSignature> signatures;

    SignedCheckpoint(Checkpoint checkpoint, List<NoteSignature> signatures) {
        this.checkpoint = checkpoint;
        this.signatures = List.copyOf(signatures);
    }

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException if it is no signed checkpoint in canonical form
     */
    public static SignedCheckpoint parse(String text) {
        int gap = text.length() > MAX_LENGTH ? -1 : text.indexOf("\n\n");
        if (gap < 0 || !text.endsWith("\n")) {
            throw new IllegalArgumentException("not a signed checkpoint");
        }
        List<NoteSignature> signatures = text.substring(gap + 2)
                .lines()
                .limit(MAX_SIGNATURES + 1)
                .map(NoteSignature::parse)
                .toList();
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("a signed checkpoint has 1 to " + MAX_SIGNATURES + " signatures");
        }
        var signed = new SignedCheckpoint(Checkpoint.parse(text.substring(0, gap + 1)), signatures);
        if (!signed.text().equals(text)) {
            throw new IllegalArgumentException("not the canonical text of a signed checkpoint");
        }
        return signed;
    }

    /** What was signed. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The whole text: to be stored, handed out, or printed. */
    public String text() {
        StringBuilder text = new StringBuilder(checkpoint.text()).append('\n');
        signatures.forEach(signature -> text.append(signature.line()));
        return text.toString();
    }

    /** Whether one of the signatures was made with the key. */
    public boolean isSignedBy(VerifyingKey key) {
        byte[] message = checkpoint.text().getBytes(StandardCharsets.UTF_8);
        return signatures.stream()
                .filter(signature -> signature.isBy(checkpoint.origin(), key))
                .anyMatch(signature -> key.verifies(message, signature.signature()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedCheckpoint that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
