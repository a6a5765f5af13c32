package xindang.proof.checkpoint;

import java.security.SecureRandom;

/** A private key that signs checkpoints (签名私钥). It shows itself in PEM only, never in {@code toString}. */
public sealed interface SigningKey permits Ed25519SigningKey, Sm2SigningKey {

    /** A new key from a source of chance. */
    static SigningKey generate(SignatureAlgorithm algorithm, SecureRandom random) {
        return switch (algorithm) {
            case ED25519 -> Ed25519SigningKey.generate(random);
            case SM2 -> Sm2SigningKey.generate(random);
        };
    }

    /**
     * Reads a key from PEM ({@code PRIVATE KEY}, PKCS#8), whichever of the two algorithms it is for. Of an SM2 key the
     * public half is calculated; of an Ed25519 key too.
     *
     * @throws KeyFormatException if there is no such key
     */
    static SigningKey readPem(String pem) throws KeyFormatException {
        byte[] der = Pem.der(Pem.PRIVATE, pem);
        return Sm2Keys.isEllipticCurvePrivate(der) ? Sm2SigningKey.read(der) : Ed25519SigningKey.read(der);
    }

    /** The algorithm of the key. */
    SignatureAlgorithm algorithm();

    /** The key in PEM ({@code PRIVATE KEY}, PKCS#8, not encrypted): for a file that only the operator may read. */
    String pem();

    /** The public half. */
    VerifyingKey verifyingKey();

    /** Signs a message. */
    byte[] sign(byte[] message);
}
