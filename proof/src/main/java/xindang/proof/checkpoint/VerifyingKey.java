package xindang.proof.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import xindang.proof.tree.HashFunction;

/** A public key that checkpoints are verified with (验证公钥). Equal keys are equal. */
public sealed interface VerifyingKey permits Ed25519VerifyingKey, Sm2VerifyingKey {

    /** Bytes of a key id. */
    int KEY_ID_BYTES = 4;

    /**
     * Reads a key from PEM ({@code PUBLIC KEY}, X.509 SubjectPublicKeyInfo), whichever of the two algorithms it is for.
     *
     * @throws KeyFormatException if there is no such key
     */
    static VerifyingKey readPem(String pem) throws KeyFormatException {
        byte[] der = Pem.der(Pem.PUBLIC, pem);
        return Sm2Keys.isEllipticCurvePublic(der) ? Sm2VerifyingKey.read(der) : Ed25519VerifyingKey.read(der);
    }

    /** The algorithm of the key. */
    SignatureAlgorithm algorithm();

    /** The key in PEM ({@code PUBLIC KEY}, X.509 SubjectPublicKeyInfo). */
    String pem();

    /** Whether this is the signature of the message; anything malformed is none. */
    boolean verifies(byte[] message, byte[] signature);

    /** The type of the signature and the key, as the key id of a signed note takes them. */
    byte[] typed();

    /**
     * The key id of a signed note: the first four bytes of SHA-256(name, newline, type, key). It helps to find the right
     * key and proves nothing. Source: C2SP signed-note.
     */
    default byte[] keyId(String name) {
        byte[] hash = HashFunction.SHA_256
                .of((name + "\n").getBytes(StandardCharsets.UTF_8), typed())
                .bytes();
        return Arrays.copyOf(hash, KEY_ID_BYTES);
    }
}
