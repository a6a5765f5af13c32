package xindang.proof.checkpoint;

import java.util.Arrays;
import java.util.Base64;

/** One signature line of a signed note (签名行): name of the key, then key id and signature in base64. */
final class NoteSignature {

    private static final String DASH = "— ";

    private final String name;
    private final byte[] keyId;
    private final byte[] signature;

    NoteSignature(String name, byte[] keyId, byte[] signature) {
        this.name = name;
        this.keyId = keyId;
        this.signature = signature;
    }

    static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space <= DASH.length()) {
            throw new IllegalArgumentException("not a signature line");
        }
        byte[] both = Base64.getDecoder().decode(line.substring(space + 1));
        if (both.length <= VerifyingKey.KEY_ID_BYTES) {
            throw new IllegalArgumentException("a signature line without signature");
        }
        return new NoteSignature(
                line.substring(DASH.length(), space),
                Arrays.copyOf(both, VerifyingKey.KEY_ID_BYTES),
                Arrays.copyOfRange(both, VerifyingKey.KEY_ID_BYTES, both.length));
    }

    String line() {
        byte[] both = Arrays.copyOf(keyId, keyId.length + signature.length);
        System.arraycopy(signature, 0, both, keyId.length, signature.length);
        return DASH + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
    }

    /** Whether the line says it was made with a key under a name. */
    boolean isBy(String keyName, VerifyingKey key) {
        return name.equals(keyName) && Arrays.equals(keyId, key.keyId(keyName));
    }

    byte[] signature() {
        return signature;
    }
}
